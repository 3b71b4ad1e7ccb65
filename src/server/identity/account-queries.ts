import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../db/connect.ts';
import { hashPassword } from './auth.ts';

export type Account = {
  readonly accountId: string;
  readonly email: string;
  readonly totp: boolean;
};

export async function findAccount(db: Database, accountId: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('identity.auth_user')
    .select(['id', 'email', 'two_factor_enabled'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row && { accountId: row.id, email: row.email, totp: row.two_factor_enabled };
}

/** Answers the new account's id; undefined when the e-mail has one already. */
export async function createAccount(
  db: Database,
  now: Temporal.Instant,
  account: { readonly name: string; readonly email: string },
): Promise<string | undefined> {
  const id = randomUUID();
  const row = await db
    .insertInto('identity.auth_user')
    .values({
      id,
      name: account.name,
      email: account.email,
      email_verified: true,
      created_at: now.toString(),
    })
    .onConflict((taken) => taken.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Whoever knew the old password is signed out everywhere. */
export async function setPassword(db: Database, accountId: string, password: string): Promise<void> {
  await savePasswordHash(db, accountId, await hashPassword(password));
  await endSessions(db, accountId);
}

export async function savePasswordHash(db: Database, accountId: string, hash: string): Promise<void> {
  await db
    .deleteFrom('identity.auth_account')
    .where('user_id', '=', accountId)
    .where('provider_id', '=', 'credential')
    .execute();
  await db
    .insertInto('identity.auth_account')
    .values({
      id: randomUUID(),
      user_id: accountId,
      account_id: accountId,
      provider_id: 'credential',
      password: hash,
    })
    .execute();
}

/** Nobody signs in with the account from that moment on; what is open stays open. */
export async function disableAccount(db: Database, accountId: string, from: Temporal.Instant): Promise<void> {
  await db
    .updateTable('identity.auth_user')
    .set({ disabled_at: from.toString() })
    .where('id', '=', accountId)
    .execute();
}

/** The second factor is forgotten and every session ended: the next sign-in asks for the password alone. */
export async function dropTotp(db: Database, accountId: string): Promise<void> {
  await db.deleteFrom('identity.auth_two_factor').where('user_id', '=', accountId).execute();
  await db
    .updateTable('identity.auth_user')
    .set({ two_factor_enabled: false })
    .where('id', '=', accountId)
    .execute();
  await endSessions(db, accountId);
}

export type Session = {
  readonly sessionId: string;
  readonly token: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly address: string | null;
  readonly device: string | null;
};

/** Newest first; expired ones are left out. */
export async function listSessions(db: Database, accountId: string): Promise<Session[]> {
  const rows = await db
    .selectFrom('identity.auth_session')
    .selectAll()
    .where('user_id', '=', accountId)
    .where('expires_at', '>', sql<Temporal.Instant>`now()`)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    sessionId: row.id,
    token: row.token,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    address: row.ip_address,
    device: row.user_agent,
  }));
}

/** Whether there was such a session of this account. */
export async function endSession(db: Database, accountId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('identity.auth_session')
    .where('user_id', '=', accountId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** All sessions of the account but one. */
export async function endSessions(db: Database, accountId: string, exceptToken = ''): Promise<void> {
  await db
    .deleteFrom('identity.auth_session')
    .where('user_id', '=', accountId)
    .where('token', '<>', exceptToken)
    .execute();
}
