import { isAPIError } from 'better-auth/api';
import { session, totp } from '../../domain/identity/contract.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import { withTenant } from '../db/actor.ts';
import { type RequestContext, signedIn } from '../http/context.ts';
import { bind } from '../http/operation.ts';
import { record } from '../journal/record.ts';
import { findHomePath } from '../organization/person-queries.ts';
import { dayOf } from '../organization/today.ts';
import { endSession, endSessions, listSessions } from './account-queries.ts';
import { findActor } from './actor.ts';
import { countFailure, forgetFailures, type Limit, refuseIfTooMany } from './attempts.ts';
import type { Identity } from './identity.ts';

const DONE = { done: true } as const;

/** Signing in and out, and the sessions of one's own account. */
export function sessionRoutes(identity: Identity) {
  const os = bind(session);
  const { api } = identity.auth;
  return os.router({
    signIn: os.signIn.handler(async ({ context, input }) => {
      const { db, now } = context;
      const limits = limitsOf(context, `e-mail ${input.email}`);
      await refuseIfTooMany(db, now, limits);
      const headers = callerHeaders(context);
      const answer = await guarded(context, limits, 'wrong_credentials', () =>
        api.signInEmail({ body: input, headers, returnHeaders: true }),
      );
      const owed = 'twoFactorRedirect' in answer.response && answer.response.twoFactorRedirect === true;
      if (owed) return { next: 'totp' };
      await forgetFailures(db, [`e-mail ${input.email}`]);
      await recordSignIn(context, answer.response.user.id);
      return { next: 'done' };
    }),

    verifyTotp: os.verifyTotp.handler(async ({ context, input }) => {
      const limits = limitsOf(context, `code ${context.address}`);
      await refuseIfTooMany(context.db, context.now, limits);
      const answer = await guarded(context, limits, 'wrong_code', () =>
        (input.code.includes('-') ? api.verifyBackupCode : api.verifyTOTP)({
          body: input,
          headers: callerHeaders(context),
          returnHeaders: true,
        }),
      );
      await recordSignIn(context, answer.response.user.id);
      return { next: 'done' };
    }),

    signOut: os.signOut.handler(async ({ context }) => {
      const { headers } = await api.signOut({ headers: callerHeaders(context), returnHeaders: true });
      passCookies(headers, context);
      return DONE;
    }),

    list: os.list.handler(async ({ context }) => {
      const { accountId } = signedIn(context);
      const current = await currentToken(identity, context);
      const sessions = await listSessions(context.db, accountId);
      return sessions.map(({ token, createdAt, expiresAt, ...line }) => ({
        ...line,
        current: token === current,
        createdAt: createdAt.toString(),
        expiresAt: expiresAt.toString(),
      }));
    }),

    revoke: os.revoke.handler(async ({ context, input }) => {
      const { accountId } = signedIn(context);
      if (await endSession(context.db, accountId, input.sessionId)) return DONE;
      throw new AppError('not_found', [fault(['sessionId'], 'unknown_session')]);
    }),

    signOutEverywhere: os.signOutEverywhere.handler(async ({ context }) => {
      const { accountId } = signedIn(context);
      await endSessions(context.db, accountId, await currentToken(identity, context));
      return DONE;
    }),
  });
}

/** The second factor of one's own account. */
export function totpRoutes(identity: Identity) {
  const os = bind(totp);
  const { api } = identity.auth;
  return os.router({
    enroll: os.enroll.handler(async ({ context, input }) => {
      const limits = limitsOf(context, `password ${signedIn(context).accountId}`);
      await refuseIfTooMany(context.db, context.now, limits);
      const { response } = await guarded(context, limits, 'wrong_password', () =>
        api.enableTwoFactor({ body: input, headers: callerHeaders(context), returnHeaders: true }),
      );
      if (!('totpURI' in response)) throw new Error('the second factor is not a code over time');
      return { uri: response.totpURI, backupCodes: response.backupCodes };
    }),

    confirm: os.confirm.handler(async ({ context, input }) => {
      const actor = signedIn(context);
      const limits = limitsOf(context, `code ${actor.accountId}`);
      await refuseIfTooMany(context.db, context.now, limits);
      await guarded(context, limits, 'wrong_code', () =>
        api.verifyTOTP({ body: input, headers: callerHeaders(context), returnHeaders: true }),
      );
      await recordOwn(context, 'account.totp_enabled');
      return DONE;
    }),

    disable: os.disable.handler(async ({ context, input }) => {
      const limits = limitsOf(context, `password ${signedIn(context).accountId}`);
      await refuseIfTooMany(context.db, context.now, limits);
      await guarded(context, limits, 'wrong_password', () =>
        api.disableTwoFactor({ body: input, headers: callerHeaders(context), returnHeaders: true }),
      );
      await recordOwn(context, 'account.totp_disabled');
      return DONE;
    }),
  });
}

/**
 * Calls better-auth, hands its cookies on, and turns its refusal into ours: one code whatever the reason was, so that
 * nobody learns which accounts there are. A refusal counts as a failed attempt.
 */
export async function guarded<T extends { headers: Headers }>(
  context: RequestContext,
  limits: readonly Limit[],
  code: string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    const answer = await call();
    passCookies(answer.headers, context);
    return answer;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    await countFailure(context.db, context.now, limits);
    throw new AppError(context.actor === undefined ? 'unauthenticated' : 'rule_broken', [fault([], code)]);
  }
}

/** Ten wrong tries for one account or code, a hundred from one address, in a quarter of an hour. */
export function limitsOf({ address }: RequestContext, key: string): Limit[] {
  return [
    { key, most: 10 },
    { key: `address ${address}`, most: 100 },
  ];
}

/** Only our own word about the caller's address is passed on. */
export function callerHeaders({ headers, address }: RequestContext): Headers {
  const passed = new Headers({ 'x-caller-address': address });
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name);
    if (value !== null) passed.set(name, value);
  }
  return passed;
}

/** Appends a happening of the caller's own account to the journal. */
export function recordOwn(context: RequestContext, action: string): Promise<void> {
  return recordSignIn(context, signedIn(context).accountId, action);
}

async function recordSignIn(
  { db, tenant, now }: RequestContext,
  accountId: string,
  action = 'account.signed_in',
): Promise<void> {
  const actor = await findActor(db, tenant.tenantId, accountId, dayOf(now));
  if (actor === undefined) return;
  await withTenant(db, tenant.tenantId, async (trx) => {
    const unitPath = await findHomePath(trx, tenant.tenantId, actor.personId);
    const happening = { subjectKind: 'person', subjectId: actor.personId, unitPath, action };
    await record(trx, actor, now, [happening]);
  });
}

async function currentToken({ auth }: Identity, context: RequestContext): Promise<string | undefined> {
  const found = await auth.api.getSession({ headers: callerHeaders(context) });
  return found?.session.token;
}

function passCookies(from: Headers, { answerHeaders }: RequestContext): void {
  for (const cookie of from.getSetCookie()) answerHeaders.append('set-cookie', cookie);
}
