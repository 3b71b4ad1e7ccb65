import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { Database } from '../db/connect.ts';

/** How many failures are allowed within the window before nothing more is tried. */
export type Limit = { readonly key: string; readonly most: number };

const WINDOW_MINUTES = 15;
const WINDOW_MS = WINDOW_MINUTES * 60_000;

/** @throws AppError `forbidden` when one of the keys has failed too often; whether the account exists does not count */
export async function refuseIfTooMany(
  db: Database,
  now: Temporal.Instant,
  limits: readonly Limit[],
): Promise<void> {
  const rows = await db
    .selectFrom('identity.auth_rate_limit')
    .select(['key', 'count'])
    .where(
      'key',
      'in',
      limits.map(({ key }) => key),
    )
    .where('last_request', '>', now.epochMilliseconds - WINDOW_MS)
    .execute();
  const full = rows.some(({ key, count }) =>
    limits.some((limit) => limit.key === key && count >= limit.most),
  );
  if (full) throw new AppError('forbidden', [fault([], 'too_often', { minutes: WINDOW_MINUTES })]);
}

/** A window begins with the first failure and is not prolonged by the next. */
export async function countFailure(
  db: Database,
  now: Temporal.Instant,
  limits: readonly Limit[],
): Promise<void> {
  const at = now.epochMilliseconds;
  for (const { key } of limits) {
    await sql`
      insert into identity.auth_rate_limit (id, key, count, last_request) values (${key}, ${key}, 1, ${at})
      on conflict (key) do update set
        count = case when auth_rate_limit.last_request > ${at - WINDOW_MS} then auth_rate_limit.count + 1 else 1 end,
        last_request = case when auth_rate_limit.last_request > ${at - WINDOW_MS} then auth_rate_limit.last_request else ${at} end`.execute(
      db,
    );
  }
}

export async function forgetFailures(db: Database, keys: readonly string[]): Promise<void> {
  await db
    .deleteFrom('identity.auth_rate_limit')
    .where('key', 'in', [...keys])
    .execute();
}
