import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Happening } from '../../domain/journal/entry.ts';
import type { Actor } from '../../domain/kernel/actor.ts';
import type { TenantId } from '../../domain/kernel/id.ts';
import type { ActorTransaction } from '../db/actor.ts';

/** Adds to the journal in the transaction of the change itself: both are there or neither. */
export function record(
  trx: ActorTransaction,
  actor: Actor,
  now: Temporal.Instant,
  happenings: readonly Happening[],
): Promise<void> {
  return append(trx, actor.tenantId, actor.personId, now, happenings);
}

/** The same for what the product does by itself, such as loading and jobs. */
export function recordBySystem(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  happenings: readonly Happening[],
): Promise<void> {
  return append(trx, tenantId, null, now, happenings);
}

/**
 * The shared lock is taken before the numbers are drawn and kept until the commit. Whoever holds it alone therefore
 * knows that every number drawn so far is either committed or gone, which is what sealing needs.
 */
async function append(
  trx: ActorTransaction,
  tenantId: TenantId,
  personId: string | null,
  now: Temporal.Instant,
  happenings: readonly Happening[],
): Promise<void> {
  if (happenings.length === 0) return;
  const rows = happenings.map((happening) => ({
    subject_kind: happening.subjectKind,
    subject_id: happening.subjectId,
    unit_path: happening.unitPath,
    action: happening.action,
    before: happening.before ?? null,
    after: happening.after ?? null,
    reason: happening.reason ?? null,
    on_behalf_of: happening.onBehalfOf ?? null,
  }));
  await sql`
    with held as materialized (select pg_advisory_xact_lock_shared(${JOURNAL_LOCK}, hashtext(${tenantId})))
    insert into journal_entry (tenant_id, entry_no, at, person_id, on_behalf_of, subject_kind, subject_id,
      unit_path, action, before, after, reason)
    select ${tenantId}::uuid, nextval('journal_entry_no'), ${at(now)}::timestamptz, ${personId}::uuid,
      happening.on_behalf_of, happening.subject_kind, happening.subject_id, happening.unit_path, happening.action,
      nullif(happening.before, 'null'), nullif(happening.after, 'null'), happening.reason
    from held, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as happening(on_behalf_of uuid, subject_kind text,
      subject_id text, unit_path text, action text, before jsonb, after jsonb, reason text)`.execute(trx);
}

/** First half of the advisory lock's key; the second is the tenant. */
export const JOURNAL_LOCK = 7_301;

/** Milliseconds are what the journal keeps. */
function at(now: Temporal.Instant): string {
  return now.round({ smallestUnit: 'millisecond', roundingMode: 'trunc' }).toString();
}
