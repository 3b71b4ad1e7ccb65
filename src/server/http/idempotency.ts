import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { canonicalJson } from '../../domain/journal/canonical-json.ts';
import type { Actor } from '../../domain/kernel/actor.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { TenantId } from '../../domain/kernel/id.ts';
import { type ActorTransaction, withTenant } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';

export type KeyedRequest = {
  readonly actor: Actor;
  readonly key: string;
  readonly operation: string;
  readonly input: unknown;
  readonly now: Temporal.Instant;
};

/**
 * Runs a command once per person and key. A second caller waits for the first to commit and gets its answer; if the
 * first failed, the second runs. @throws AppError `conflict` when the key was used for another request
 */
export async function once<T>(
  trx: ActorTransaction,
  request: KeyedRequest,
  run: () => Promise<T>,
): Promise<T> {
  const { actor, key, operation } = request;
  const hash = createHash('sha256')
    .update(canonicalJson([operation, request.input]))
    .digest('hex');
  const claimed = await trx
    .insertInto('idempotency_key')
    .values({
      tenant_id: actor.tenantId,
      person_id: actor.personId,
      key,
      operation,
      request_hash: hash,
      at: request.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 0n) return (await firstAnswer(trx, actor, key, hash)) as T;
  const answer = await run();
  await trx
    .updateTable('idempotency_key')
    .set({ answer: sql`${JSON.stringify(answer ?? null)}::jsonb` })
    .where('tenant_id', '=', actor.tenantId)
    .where('person_id', '=', actor.personId)
    .where('key', '=', key)
    .execute();
  return answer;
}

async function firstAnswer(trx: ActorTransaction, actor: Actor, key: string, hash: string): Promise<unknown> {
  const first = await trx
    .selectFrom('idempotency_key')
    .select(['request_hash', 'answer'])
    .where('tenant_id', '=', actor.tenantId)
    .where('person_id', '=', actor.personId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (first.request_hash !== hash) throw new AppError('conflict', [fault([], 'idempotency_key_reused')]);
  return first.answer ?? undefined;
}

/** A client that has not asked again within two days has given up. */
const KEPT_HOURS = 48;

/** Forgets keys nobody will repeat any more. */
export async function sweepKeys(db: Database, tenantId: TenantId, now: Temporal.Instant): Promise<void> {
  await withTenant(db, tenantId, (trx) =>
    trx
      .deleteFrom('idempotency_key')
      .where('tenant_id', '=', tenantId)
      .where('at', '<', (eb) =>
        eb.cast(eb.val(now.subtract({ hours: KEPT_HOURS }).toString()), 'timestamptz'),
      )
      .execute(),
  );
}
