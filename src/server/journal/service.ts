import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import {
  checkSeal,
  type JournalSeal,
  NO_SEAL,
  type SealedBatch,
  type SealFinding,
  sealBatch,
} from '../../domain/journal/seal.ts';
import type { TenantId } from '../../domain/kernel/id.ts';
import { type ActorTransaction, withTenant } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';
import { readOutside, writeOutside } from './outside.ts';
import {
  countAfter,
  findSeals,
  listEntries,
  listSeals,
  lockSealing,
  lockSettled,
  saveSeal,
} from './queries.ts';

/** A seal covers no more, so that checking one never needs much memory. */
const BATCH = 5_000;

/** How long writers may be kept waiting for the moment in which the last number is read. */
const PATIENCE = '500ms';

/** Seals everything written so far and answers the new seals; also writes outside what is missing there. */
export async function sealJournal(
  db: Database,
  tenantId: TenantId,
  now: Temporal.Instant,
  folder: string,
): Promise<JournalSeal[]> {
  const last = await withTenant(db, tenantId, (trx) => lockSettled(trx, tenantId, PATIENCE));
  const made: JournalSeal[] = [];
  for (;;) {
    const seal = await withTenant(db, tenantId, (trx) => sealNext(trx, tenantId, last, now));
    if (seal === undefined) break;
    made.push(toJournalSeal(seal));
  }
  await publish(db, tenantId, folder);
  return made;
}

async function sealNext(
  trx: ActorTransaction,
  tenantId: TenantId,
  settled: number,
  now: Temporal.Instant,
): Promise<SealedBatch | undefined> {
  await lockSealing(trx, tenantId);
  const [previous] = await findSeals(trx, tenantId, undefined, 1);
  const after = previous?.entries.at(-1)?.entryNo ?? 0;
  const entries = await listEntries(trx, tenantId, after, settled, BATCH);
  if (entries.length === 0) return undefined;
  const seal = sealBatch(sha256, tenantId, previous, entries, now.round('millisecond').toString());
  await saveSeal(trx, tenantId, seal);
  return seal;
}

/** Newest first until one already stands outside, so that a seal lost between commit and writing is made good. */
async function publish(db: Database, tenantId: TenantId, folder: string): Promise<void> {
  const outside = await readOutside(folder, tenantId);
  const newest = Math.max(0, ...outside.keys());
  const seals = await withTenant(db, tenantId, (trx) => listSeals(trx, tenantId, newest, 10_000));
  for (const seal of seals) await writeOutside(folder, tenantId, toJournalSeal(seal));
}

export type Verification = {
  readonly seals: number;
  readonly entries: number;
  /** Entries younger than the last seal: nothing can be said of them yet. */
  readonly unsealed: number;
  readonly findings: SealFinding[];
};

/** Recomputes every seal from the entries that stand there now, and compares with what stands outside. */
export async function verifyJournal(
  db: Database,
  tenantId: TenantId,
  folder: string,
  hash?: string,
): Promise<Verification> {
  const outside = await readOutside(folder, tenantId);
  const findings: SealFinding[] = [];
  let [sealNo, previous, last, entries, known] = [0, NO_SEAL, 0, 0, false];
  for (;;) {
    const seals = await withTenant(db, tenantId, (trx) => listSeals(trx, tenantId, sealNo, 1));
    const seal = seals[0];
    if (seal === undefined) break;
    const end = Math.max(last, seal.entries.at(-1)?.entryNo ?? last);
    const found = await withTenant(db, tenantId, (trx) => listEntries(trx, tenantId, last, end, 10 * BATCH));
    findings.push(...checkSeal(sha256, tenantId, seal, { sealNo: sealNo + 1, previous }, found));
    findings.push(...compareOutside(seal, outside));
    [sealNo, previous, last] = [seal.sealNo, seal.hash, end];
    entries += found.length;
    known ||= seal.hash === hash;
  }
  for (const number of outside.keys())
    if (number > sealNo) findings.push({ code: 'seal_missing', sealNo: number, entryNo: null });
  if (hash !== undefined && !known) findings.push({ code: 'seal_unknown', sealNo: null, entryNo: null });
  const unsealed = await withTenant(db, tenantId, (trx) => countAfter(trx, tenantId, last));
  return { seals: sealNo, entries, unsealed, findings };
}

function compareOutside(
  seal: SealedBatch,
  outside: ReadonlyMap<number, JournalSeal | undefined>,
): SealFinding[] {
  if (!outside.has(seal.sealNo) || outside.get(seal.sealNo)?.hash === seal.hash) return [];
  return [{ code: 'seal_differs_outside', sealNo: seal.sealNo, entryNo: null }];
}

export function toJournalSeal({ entries, ...seal }: SealedBatch): JournalSeal {
  return { ...seal, count: entries.length, lastEntryNo: entries.at(-1)?.entryNo ?? 0 };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
