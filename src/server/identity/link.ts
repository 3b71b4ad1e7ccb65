import { createHash, randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { PersonId, TenantId } from '../../domain/kernel/id.ts';
import type { ActorTransaction } from '../db/actor.ts';

/** A link by which a person takes an account or a new password, once and until it expires. */
export type AccessLink = {
  readonly purpose: 'invitation' | 'reset';
  readonly personId: PersonId;
  readonly email: string;
  readonly expiresAt: Temporal.Instant;
};

const HOURS: Record<AccessLink['purpose'], number> = { invitation: 7 * 24, reset: 1 };

/** Earlier links of the person for the same purpose stop working. Answers the token, of which only a hash is kept. */
export async function createLink(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  link: Omit<AccessLink, 'expiresAt'>,
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = now.add({ hours: HOURS[link.purpose] });
  await trx
    .updateTable('access_link')
    .set({ expires_at: now.toString() })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', link.personId)
    .where('purpose', '=', link.purpose)
    .where('used_at', 'is', null)
    .execute();
  await trx
    .insertInto('access_link')
    .values({
      tenant_id: tenantId,
      token_hash: hashOf(token),
      purpose: link.purpose,
      person_id: link.personId,
      email: link.email,
      created_at: now.toString(),
      expires_at: expiresAt.toString(),
    })
    .execute();
  return { token, expiresAt };
}

/**
 * The link, locked until the transaction ends. @throws AppError `not_found` when it is unknown, used, expired or was sent
 * to an address that is no longer the person's: all alike
 */
export async function lockLink(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  purpose: AccessLink['purpose'],
  token: string,
): Promise<AccessLink> {
  const row = await trx
    .selectFrom('access_link')
    .select(['person_id', 'email', 'expires_at'])
    .where('tenant_id', '=', tenantId)
    .where('token_hash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', (eb) => eb.cast(eb.val(now.toString()), 'timestamptz'))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('person')
          .select('person_id')
          .where('person.tenant_id', '=', tenantId)
          .whereRef('person.person_id', '=', 'access_link.person_id')
          .whereRef('person.email', '=', 'access_link.email'),
      ),
    )
    .forUpdate('access_link')
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', [fault(['token'], 'link_dead')]);
  return { purpose, personId: row.person_id as PersonId, email: row.email, expiresAt: row.expires_at };
}

export async function markLinkUsed(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  token: string,
): Promise<void> {
  await trx
    .updateTable('access_link')
    .set({ used_at: now.toString() })
    .where('tenant_id', '=', tenantId)
    .where('token_hash', '=', hashOf(token))
    .execute();
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
