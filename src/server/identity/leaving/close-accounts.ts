import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Happening } from '../../../domain/journal/entry.ts';
import type { TenantId } from '../../../domain/kernel/id.ts';
import type { Day } from '../../../domain/kernel/time/day.ts';
import { type ActorTransaction, withTenant } from '../../db/actor.ts';
import type { Database } from '../../db/connect.ts';
import { record, recordBySystem } from '../../journal/record.ts';
import type { Change } from '../../organization/change.ts';
import { beginningOf, dayOf } from '../../organization/today.ts';
import { disableAccount, endSessions } from '../account-queries.ts';

/** Nobody signs in with the account from the beginning of that day in Viet Nam; if it has begun, it is closed at once. */
export async function closeAccountOn(
  { trx, actor, now }: Change,
  accountId: string,
  leftOn: Day,
): Promise<void> {
  await disableAccount(trx, accountId, beginningOf(leftOn));
  const { tenantId } = actor;
  if (leftOn <= dayOf(now)) await record(trx, actor, now, await closeDue(trx, tenantId, leftOn, accountId));
}

/** Ends what is open of everyone who has left by now and records it, each once. */
export async function closeAccounts(db: Database, tenantId: TenantId, now: Temporal.Instant): Promise<void> {
  await withTenant(db, tenantId, async (trx) => {
    await recordBySystem(trx, tenantId, now, await closeDue(trx, tenantId, dayOf(now)));
  });
}

type Row = { person_id: string; account_id: string; unit_path: string; left_on: Day };

async function closeDue(
  trx: ActorTransaction,
  tenantId: TenantId,
  day: Day,
  accountId?: string,
): Promise<Happening[]> {
  const { rows } = await sql<Row>`
    update person set account_closed_on = left_on
    where tenant_id = ${tenantId} and left_on <= ${day} and account_id is not null and account_closed_on is null
      and ${accountId === undefined ? sql`true` : sql`account_id = ${accountId}`}
    returning person_id, account_id, unit_path, left_on`.execute(trx);
  for (const { account_id } of rows) await endSessions(trx, account_id);
  return rows.map(({ person_id, unit_path, left_on }) => ({
    subjectKind: 'person',
    subjectId: person_id,
    unitPath: unit_path,
    action: 'account.closed',
    after: { leftOn: left_on },
  }));
}
