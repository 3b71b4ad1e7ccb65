import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { TenantId } from '../../domain/kernel/id.ts';
import { type ActorTransaction, withTenant } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';
import type { Transport } from './transport.ts';

export type Letter = { readonly recipient: string; readonly subject: string; readonly body: string };

/** Goes out with the next round after the transaction commits, and not at all if it does not. */
export async function writeLetter(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  letter: Letter,
): Promise<void> {
  await trx
    .insertInto('outgoing_letter')
    .values({
      tenant_id: tenantId,
      letter_id: randomUUID(),
      ...letter,
      written_at: now.toString(),
      next_attempt_at: now.toString(),
    })
    .execute();
}

const ROUND = 50;
const MAX_ATTEMPTS = 12;

/** Sends what is due, each letter in a transaction of its own; a refused one waits twice as long each time. */
export async function sendLetters(
  db: Database,
  tenantId: TenantId,
  now: Temporal.Instant,
  transport: Transport,
): Promise<number> {
  let sent = 0;
  for (let round = 0; round < ROUND; round += 1) {
    const outcome = await withTenant(db, tenantId, (trx) => sendOne(trx, tenantId, now, transport));
    if (outcome === 'none') break;
    if (outcome === 'sent') sent += 1;
  }
  return sent;
}

async function sendOne(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  transport: Transport,
): Promise<'sent' | 'refused' | 'none'> {
  const letter = await trx
    .selectFrom('outgoing_letter')
    .select(['letter_id', 'recipient', 'subject', 'body', 'attempts'])
    .where('tenant_id', '=', tenantId)
    .where('sent_at', 'is', null)
    .where('attempts', '<', MAX_ATTEMPTS)
    .where('next_attempt_at', '<=', (eb) => eb.cast(eb.val(now.toString()), 'timestamptz'))
    .orderBy('next_attempt_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (letter === undefined) return 'none';
  const failure = await transport(letter).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const again = now.add({ minutes: 2 ** letter.attempts });
  await trx
    .updateTable('outgoing_letter')
    .set(
      failure === undefined
        ? { sent_at: now.toString(), body: '', failure: null }
        : { attempts: letter.attempts + 1, next_attempt_at: again.toString(), failure },
    )
    .where('tenant_id', '=', tenantId)
    .where('letter_id', '=', letter.letter_id)
    .execute();
  return failure === undefined ? 'sent' : 'refused';
}
