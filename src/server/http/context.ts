import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../domain/kernel/actor.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { Database } from '../db/connect.ts';
import type { Tenant } from '../tenants/queries.ts';

/** What an operation knows of the request that calls it. */
export type RequestContext = {
  readonly db: Database;
  readonly tenant: Tenant;
  /** Undefined when nobody is signed in. */
  readonly actor: Actor | undefined;
  readonly now: Temporal.Instant;
  /** Of a command: a repeat with the same key answers what the first did. */
  readonly idempotencyKey: string | undefined;
  readonly headers: Headers;
  readonly address: string;
  /** Added to the answer, for cookies. */
  readonly answerHeaders: Headers;
};

/** The one who acts. @throws AppError `unauthenticated` */
export function signedIn(context: RequestContext): Actor {
  if (context.actor === undefined) throw new AppError('unauthenticated', [fault([], 'sign_in_first')]);
  return context.actor;
}
