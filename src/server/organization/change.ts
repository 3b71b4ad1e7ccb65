import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../domain/kernel/actor.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { Permission } from '../../domain/kernel/permission.ts';
import type { ActorTransaction } from '../db/actor.ts';

/** A transaction, who acts in it and when: what a service is called with. */
export type Change = {
  readonly trx: ActorTransaction;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
};

/** For what the actor does not see, and for what there is not: both alike. */
export function unknown(code: string, field: string): AppError {
  return new AppError('not_found', [fault([field], code)]);
}

/** For what the actor sees and may not do; `name` is of the unit, person or role that it was asked for. */
export function forbidden(permission: Permission, name: string): AppError {
  return new AppError('forbidden', [fault([], 'permission_missing_here', { permission, name })]);
}
