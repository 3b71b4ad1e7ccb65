import { setTimeout as delay } from 'node:timers/promises';
import { invitations, passwords } from '../../domain/identity/contract.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import { withTenant } from '../db/actor.ts';
import type { RequestContext } from '../http/context.ts';
import { signedIn } from '../http/context.ts';
import { bind } from '../http/operation.ts';
import { findPerson } from '../organization/person-queries.ts';
import { acceptInvitation, resetPassword, sendReset } from './account-service.ts';
import { countFailure, refuseIfTooMany } from './attempts.ts';
import type { Identity } from './identity.ts';
import { lockLink } from './link.ts';
import { callerHeaders, guarded, limitsOf, recordOwn } from './session-routes.ts';

const DONE = { done: true } as const;

/** An answer that comes no sooner does not tell whether there was anything to do. */
const FORGOT_MS = 250;

export function passwordRoutes(identity: Identity) {
  const os = bind(passwords);
  return os.router({
    change: os.change.handler(async ({ context, input }) => {
      const limits = limitsOf(context, `password ${signedIn(context).accountId}`);
      await refuseIfTooMany(context.db, context.now, limits);
      const body = { currentPassword: input.current, newPassword: input.next, revokeOtherSessions: true };
      await guarded(context, limits, 'wrong_password', () =>
        identity.auth.api.changePassword({ body, headers: callerHeaders(context), returnHeaders: true }),
      );
      await recordOwn(context, 'account.password_changed');
      return DONE;
    }),

    forgot: os.forgot.handler(async ({ context, input }) => {
      const limits = limitsOf(context, `forgot ${input.email}`);
      await refuseIfTooMany(context.db, context.now, limits);
      await countFailure(context.db, context.now, limits);
      const { email } = input;
      const { publicUrl } = identity;
      const work = inTenant(context, (...at) => sendReset(...at, { email, publicUrl }));
      await Promise.all([work, delay(FORGOT_MS)]);
      return DONE;
    }),

    reset: os.reset.handler(async ({ context, input }) => {
      await withLink(context, () => inTenant(context, (...at) => resetPassword(...at, input)));
      return DONE;
    }),
  });
}

export function invitationRoutes(identity: Identity) {
  const os = bind(invitations);
  return os.router({
    get: os.get.handler(({ context, input }) =>
      withLink(context, () =>
        inTenant(context, async (trx, tenantId, now) => {
          const link = await lockLink(trx, tenantId, now, 'invitation', input.token);
          const person = await findPerson(trx, tenantId, now, link.personId);
          if (person === undefined) throw new AppError('not_found', [fault(['token'], 'link_dead')]);
          const { name, unitName } = person;
          return { name, unitName, email: link.email, expiresAt: link.expiresAt.toString() };
        }),
      ),
    ),

    accept: os.accept.handler(async ({ context, input }) => {
      const body = await withLink(context, () =>
        inTenant(context, (...at) => acceptInvitation(...at, input)),
      );
      await guarded(context, [], 'wrong_credentials', () =>
        identity.auth.api.signInEmail({ body, headers: callerHeaders(context), returnHeaders: true }),
      );
      return { next: 'done' };
    }),
  });
}

type InTenant<T> = (
  trx: Parameters<Parameters<typeof withTenant<T>>[2]>[0],
  tenantId: RequestContext['tenant']['tenantId'],
  now: RequestContext['now'],
) => Promise<T>;

function inTenant<T>({ db, tenant, now }: RequestContext, run: InTenant<T>): Promise<T> {
  return withTenant(db, tenant.tenantId, (trx) => run(trx, tenant.tenantId, now));
}

/** Trying out links counts like trying out passwords. */
async function withLink<T>(context: RequestContext, run: () => Promise<T>): Promise<T> {
  const limits = [{ key: `address ${context.address}`, most: 100 }];
  await refuseIfTooMany(context.db, context.now, limits);
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found')
      await countFailure(context.db, context.now, limits);
    throw error;
  }
}
