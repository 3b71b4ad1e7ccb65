import type { AnyContractRouter } from '@orpc/contract';
import { implement } from '@orpc/server';
import { type Actor, holdsAnywhere } from '../../domain/kernel/actor.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import { type Access, OperationMeta } from '../../domain/kernel/operation.ts';
import { type ActorTransaction, withActor } from '../db/actor.ts';
import { type RequestContext, signedIn } from './context.ts';
import { once } from './idempotency.ts';

/** What a handler is called with, as far as `query` and `command` need it. */
export type Call<Input = unknown> = {
  readonly context: RequestContext;
  readonly input: Input;
  readonly path: readonly string[];
};

/** Where each module's `routes.ts` begins. */
export function bind<Contract extends AnyContractRouter>(contract: Contract) {
  return implement(contract).$context<RequestContext>();
}

/** Refuses a caller who holds the operation's permission nowhere; for which unit, the service decides. */
export function refuseUnlessAllowed(access: Access, context: RequestContext): void {
  if (access === 'anyone') return;
  const actor = signedIn(context);
  if (access === 'signed_in' || holdsAnywhere(actor, access)) return;
  throw new AppError('forbidden', [fault([], 'permission_missing', { permission: access })]);
}

/** Reads in one transaction that shows only what the caller may see. */
export function query<T>(call: Call, run: (trx: ActorTransaction, actor: Actor) => Promise<T>): Promise<T> {
  const actor = signedIn(call.context);
  return withActor(call.context.db, actor, (trx) => run(trx, actor));
}

/** Changes in one transaction; with a key, only the first of several equal calls does anything. */
export function command<T>(call: Call, run: (trx: ActorTransaction, actor: Actor) => Promise<T>): Promise<T> {
  const actor = signedIn(call.context);
  const { idempotencyKey: key, now, db } = call.context;
  return withActor(db, actor, (trx) => {
    if (key === undefined) return run(trx, actor);
    const request = { actor, key, operation: call.path.join('.'), input: call.input, now };
    return once(trx, request, () => run(trx, actor));
  });
}

/** The permission an operation names; an operation that names none is for nobody. */
export function accessOf(meta: object): Access {
  return OperationMeta.parse(meta).permission;
}
