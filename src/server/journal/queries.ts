import { type Selectable, type SqlBool, sql } from 'kysely';
import type { JournalEntry } from '../../domain/journal/entry.ts';
import type { SealedBatch } from '../../domain/journal/seal.ts';
import type { PersonId, TenantId } from '../../domain/kernel/id.ts';
import type { ActorTransaction } from '../db/actor.ts';
import type { DB } from '../db/tables.generated.ts';
import { JOURNAL_LOCK } from './record.ts';

const SEALING_LOCK = JOURNAL_LOCK + 1;

export type EntryFilter = {
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly personId?: PersonId | undefined;
  readonly action?: string | undefined;
  readonly under?: string | undefined;
  /** Instants; the second is excluded. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
};

/** Newest first, by number: what row-level security lets the actor see. */
export async function findEntries(
  trx: ActorTransaction,
  tenantId: TenantId,
  filter: EntryFilter,
): Promise<JournalEntry[]> {
  const { under } = filter;
  const rows = await trx
    .selectFrom('journal_entry')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(filter.subjectKind !== undefined, (q) => q.where('subject_kind', '=', filter.subjectKind ?? ''))
    .$if(filter.subjectId !== undefined, (q) => q.where('subject_id', '=', filter.subjectId ?? ''))
    .$if(filter.personId !== undefined, (q) => q.where('person_id', '=', filter.personId ?? null))
    .$if(filter.action !== undefined, (q) => q.where('action', '=', filter.action ?? ''))
    .$if(under !== undefined, (q) => q.where(sql<SqlBool>`starts_with(unit_path, ${under})`))
    .$if(filter.from !== undefined, (q) => q.where('at', '>=', sql<never>`${filter.from}::timestamptz`))
    .$if(filter.until !== undefined, (q) => q.where('at', '<', sql<never>`${filter.until}::timestamptz`))
    .$if(filter.before !== undefined, (q) => q.where('entry_no', '<', filter.before ?? 0))
    .orderBy('entry_no', 'desc')
    .limit(filter.limit)
    .execute();
  return rows.map(toEntry);
}

/** Entries by number, the first excluded, in order of number. */
export async function listEntries(
  trx: ActorTransaction,
  tenantId: TenantId,
  after: number,
  to: number,
  limit: number,
): Promise<JournalEntry[]> {
  const rows = await trx
    .selectFrom('journal_entry')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('entry_no', '>', after)
    .where('entry_no', '<=', to)
    .orderBy('entry_no')
    .limit(limit)
    .execute();
  return rows.map(toEntry);
}

/** Waits until nobody is writing, no longer than `patience`, and answers the last number; no smaller one can appear any more. */
export async function lockSettled(
  trx: ActorTransaction,
  tenantId: TenantId,
  patience: string,
): Promise<number> {
  await sql`select set_config('lock_timeout', ${patience}, true)`.execute(trx);
  await sql`select pg_advisory_xact_lock(${JOURNAL_LOCK}, hashtext(${tenantId}))`.execute(trx);
  const row = await trx
    .selectFrom('journal_entry')
    .select(({ fn }) => fn.max('entry_no').as('last'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

/** Two processes never make the same seal. */
export async function lockSealing(trx: ActorTransaction, tenantId: TenantId): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SEALING_LOCK}, hashtext(${tenantId}))`.execute(trx);
}

/** Seals by number, the first excluded, in order. */
export async function listSeals(
  trx: ActorTransaction,
  tenantId: TenantId,
  after: number,
  limit: number,
): Promise<SealedBatch[]> {
  const rows = await trx
    .selectFrom('journal_seal')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('seal_no', '>', after)
    .orderBy('seal_no')
    .limit(limit)
    .execute();
  return rows.map(toSeal);
}

/** Newest first. */
export async function findSeals(
  trx: ActorTransaction,
  tenantId: TenantId,
  before: number | undefined,
  limit: number,
): Promise<SealedBatch[]> {
  const rows = await trx
    .selectFrom('journal_seal')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(before !== undefined, (q) => q.where('seal_no', '<', before ?? 0))
    .orderBy('seal_no', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toSeal);
}

/** How many entries are younger than this number. */
export async function countAfter(
  trx: ActorTransaction,
  tenantId: TenantId,
  entryNo: number,
): Promise<number> {
  const row = await trx
    .selectFrom('journal_entry')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('entry_no', '>', entryNo)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function saveSeal(trx: ActorTransaction, tenantId: TenantId, seal: SealedBatch): Promise<void> {
  await trx
    .insertInto('journal_seal')
    .values({
      tenant_id: tenantId,
      seal_no: seal.sealNo,
      previous: seal.previous,
      sealed_at: seal.sealedAt,
      entry_nos: seal.entries.map(({ entryNo }) => entryNo),
      entry_hashes: seal.entries.map(({ hash }) => hash),
      hash: seal.hash,
    })
    .execute();
}

function toEntry(row: Selectable<DB['journal_entry']>): JournalEntry {
  return {
    entryNo: row.entry_no,
    at: row.at.toString(),
    personId: row.person_id as PersonId | null,
    onBehalfOf: row.on_behalf_of as PersonId | null,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    unitPath: row.unit_path,
    action: row.action,
    before: row.before as JournalEntry['before'],
    after: row.after as JournalEntry['after'],
    reason: row.reason,
  };
}

function toSeal(row: Selectable<DB['journal_seal']>): SealedBatch {
  return {
    sealNo: row.seal_no,
    previous: row.previous,
    sealedAt: row.sealed_at.toString(),
    entries: row.entry_nos.map((entryNo, position) => ({ entryNo, hash: row.entry_hashes[position] ?? '' })),
    hash: row.hash,
  };
}
