import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getAuthoritativeSessionFromCtx } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import type pg from 'pg';
import { stepAt, stepOfCode } from './time-code.ts';

/**
 * A code is taken once (RFC 6238, section 5.2): before better-auth judges a code, the step of time it belongs to is
 * claimed for the account, and what was claimed before, or an earlier step, is a wrong code.
 */
export function codesOnce(pool: pg.Pool): BetterAuthPlugin {
  return {
    id: 'codes-once',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/two-factor/verify-totp',
          handler: createAuthMiddleware(async (ctx) => {
            const userId = await findUser(ctx);
            if (userId === undefined) return;
            const secretOf = (data: string) => symmetricDecrypt({ key: ctx.context.secretConfig, data });
            if (!(await claim(pool, userId, String(ctx.body.code), secretOf)))
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE' });
          }),
        },
      ],
    },
  };
}

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Who is signed in, or who has given the password and owes the code. */
async function findUser(ctx: Context): Promise<string | undefined> {
  const signedIn = await getAuthoritativeSessionFromCtx(ctx);
  if (signedIn !== null) return signedIn.user.id;
  const { name } = ctx.context.createAuthCookie('two_factor');
  const owed = await ctx.getSignedCookie(name, ctx.context.secret);
  if (typeof owed !== 'string') return undefined;
  return (await ctx.context.internalAdapter.findVerificationValue(owed))?.value;
}

/**
 * False for a code that was taken before. One that belongs to no step is left to better-auth, which counts it; a step
 * further than better-auth looks is claimed too, because a new one may begin between the two.
 */
async function claim(
  pool: pg.Pool,
  userId: string,
  code: string,
  secretOf: (data: string) => Promise<string>,
): Promise<boolean> {
  const { rows } = await pool.query<{ id: string; secret: string }>(
    'select id, secret from auth_two_factor where user_id = $1',
    [userId],
  );
  const factor = rows[0];
  if (factor === undefined) return true;
  const now = stepAt(Date.now());
  const step = stepOfCode(await secretOf(factor.secret), code, [now - 1, now, now + 1, now + 2]);
  if (step === undefined) return true;
  const { rowCount } = await pool.query(
    'update auth_two_factor set last_step = $2 where id = $1 and (last_step is null or last_step < $2)',
    [factor.id, step],
  );
  return rowCount === 1;
}
