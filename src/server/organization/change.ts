import pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../domain/kernel/actor.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault, type Step } from '../../domain/kernel/fault.ts';
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

/** What must be there once in a tenant, by the name of its index: the field and the code of the refusal. */
const ONCE: Readonly<Record<string, readonly [field: string, code: string]>> = {
  unit_version_code: ['code', 'code_taken_elsewhere'],
  person_email: ['email', 'email_taken'],
};

/**
 * Waits for what is being saved. Somebody who sees only their own unit may choose what is taken elsewhere: the database
 * knows. @throws AppError `conflict` with the field below `at`
 */
export async function refuseTaken<T>(saving: Promise<T>, at: readonly Step[] = []): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    const index = error instanceof pg.DatabaseError && error.code === '23505' ? error.constraint : undefined;
    const [field, code] = ONCE[index ?? ''] ?? [];
    if (field === undefined || code === undefined) throw error;
    throw new AppError('conflict', [fault([...at, field], code)]);
  }
}
