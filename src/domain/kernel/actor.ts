import type { PersonId, TenantId, UnitId } from './id.ts';
import type { Permission } from './permission.ts';

/** A permission held for a unit and everything below it, whether by an own assignment or by delegation. */
export type Grant = {
  readonly permission: Permission;
  readonly unitId: UnitId;
  /** Path of the unit on the day of the request, `/a/b/`. */
  readonly path: string;
  /** Last day of the assignment, `YYYY-MM-DD`; absent when open. */
  readonly until?: string;
  /** For whom the actor acts, when the grant comes from a delegation. */
  readonly onBehalfOf?: PersonId;
};

/** The signed-in person with everything they may do in this tenant on the day of the request. */
export type Actor = {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  readonly accountId: string;
  readonly grants: readonly Grant[];
};

/** A path ends in `/`, so that `/a/1/` does not cover `/a/10/`. */
export function covers(above: string, path: string): boolean {
  return path.startsWith(above);
}

/** Whether the actor holds the permission for the unit at this path. */
export function holds(actor: Actor, permission: Permission, path: string): boolean {
  return actor.grants.some((grant) => grant.permission === permission && covers(grant.path, path));
}

/** Whether the actor holds the permission for any unit at all. */
export function holdsAnywhere(actor: Actor, permission: Permission): boolean {
  return actor.grants.some((grant) => grant.permission === permission);
}

/** The highest paths for which the actor holds the permission; a path below another is left out. */
export function pathsOf(actor: Actor, permission: Permission): string[] {
  const paths = actor.grants.filter((grant) => grant.permission === permission).map((grant) => grant.path);
  const unique = [...new Set(paths)].sort();
  return unique.filter((path) => !unique.some((other) => other !== path && covers(other, path)));
}
