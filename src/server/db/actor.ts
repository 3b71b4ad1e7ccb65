import { sql, type Transaction } from 'kysely';
import { type Actor, pathsOf } from '../../domain/kernel/actor.ts';
import type { PersonId, TenantId } from '../../domain/kernel/id.ts';
import { PERMISSIONS } from '../../domain/kernel/permission.ts';
import type { Database } from './connect.ts';
import type { DB } from './tables.generated.ts';

/** A transaction in which row-level security knows who acts. */
export type ActorTransaction = Transaction<DB>;

/**
 * One transaction in which only the rows that the actor may see exist. What is acknowledged is on disk; what throws
 * leaves nothing behind.
 */
export function withActor<T>(
  db: Database,
  actor: Actor,
  run: (trx: ActorTransaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await setActor(trx, actor.tenantId, actor.personId, grantPatterns(actor));
    return run(trx);
  });
}

/** The product itself at work for one tenant: sealing, jobs, loading. It sees every unit and no other tenant. */
export function withTenant<T>(
  db: Database,
  tenantId: TenantId,
  run: (trx: ActorTransaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await setActor(trx, tenantId, undefined, EVERYTHING);
    return run(trx);
  });
}

/**
 * Within the actor's transaction, the product itself at work: ranking one unit needs the figures of all. The actor's own
 * sight comes back afterwards; whoever calls this answers for what is handed on of what was seen.
 */
export async function asProduct<T>(
  trx: ActorTransaction,
  actor: Actor,
  run: (trx: ActorTransaction) => Promise<T>,
): Promise<T> {
  await setActor(trx, actor.tenantId, undefined, EVERYTHING);
  const answer = await run(trx);
  await setActor(trx, actor.tenantId, actor.personId, grantPatterns(actor));
  return answer;
}

const EVERYTHING = PERMISSIONS.map((permission) => `${permission}:%`);

async function setActor(
  trx: ActorTransaction,
  tenantId: TenantId,
  personId: PersonId | undefined,
  grants: string[],
): Promise<void> {
  await sql`select set_config('app.tenant_id', ${tenantId}, true),
    set_config('app.person_id', ${personId ?? ''}, true),
    set_config('app.grants', ${grants}, true)`.execute(trx);
}

/** `unit.read:/a/b/%`: what `app_prefixes` in SQL reads. */
function grantPatterns(actor: Actor): string[] {
  const held = new Set(actor.grants.map((grant) => grant.permission));
  return [...held].flatMap((permission) =>
    pathsOf(actor, permission).map((path) => `${permission}:${path.replace(/[\\%_]/g, '\\$&')}%`),
  );
}
