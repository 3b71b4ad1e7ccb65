import { type Actor, covers, holds, pathsOf } from '../kernel/actor.ts';
import type { UnitVersion } from './unit.ts';

type Placed = Pick<UnitVersion, 'path'>;

/** A unit is seen by those who read it or anything below it: everyone knows the way from their unit to the root. */
export function mayReadUnit(actor: Actor, unit: Placed): boolean {
  return pathsOf(actor, 'unit.read').some((path) => covers(path, unit.path) || covers(unit.path, path));
}

/** Renames, moves and ends are decided by who may change the unit; a new one by who may change its parent. */
export function mayChangeUnits(actor: Actor, unit: Placed): boolean {
  return holds(actor, 'unit.change', unit.path);
}

/** The root of a tenant is begun, moved or ended only by who may change the whole tenant. */
export function mayChangeRoot(actor: Actor): boolean {
  return holds(actor, 'unit.change', '/');
}

/** Where somebody stands: on the books of one unit, and in every unit where they hold or held a position. */
type Standing = { readonly unitPath: string; readonly positionPaths: readonly string[] };

function placesOf({ unitPath, positionPaths }: Standing): Placed[] {
  return [unitPath, ...positionPaths].map((path) => ({ path }));
}

/** People are seen by who reads people in a unit where they stand; everyone sees themselves. */
export function mayReadPerson(actor: Actor, person: Standing & { personId: string }): boolean {
  return (
    person.personId === actor.personId ||
    placesOf(person).some(({ path }) => holds(actor, 'person.read', path))
  );
}

export function mayChangePeople(actor: Actor, unit: Placed): boolean {
  return holds(actor, 'person.change', unit.path);
}

export function mayInvite(actor: Actor, unit: Placed): boolean {
  return holds(actor, 'person.invite', unit.path);
}

/** Nobody gives a role to themselves. */
export function mayAssign(actor: Actor, unit: Placed, personId: string): boolean {
  return personId !== actor.personId && holds(actor, 'assignment.change', unit.path);
}

/** Powers are delegated only by who holds them in their own name: what was delegated is not delegated further. */
export function mayDelegate(actor: Actor): boolean {
  return actor.grants.some(
    (grant) => grant.permission === 'assignment.delegate' && grant.onBehalfOf === undefined,
  );
}

export function mayResetAccount(actor: Actor, unit: Placed): boolean {
  return holds(actor, 'account.reset', unit.path);
}

export const UNIT_ACTIONS = [
  'create_below',
  'rename',
  'move',
  'merge',
  'split',
  'end',
  'import_below',
  'add_person',
  'invite',
] as const;
export type UnitAction = (typeof UNIT_ACTIONS)[number];

/** What the actor may do with the unit; it travels with the unit, so that screens hold no rules. */
export function allowedActions(
  actor: Actor,
  unit: Pick<UnitVersion, 'path' | 'parentId' | 'validTo'>,
): UnitAction[] {
  const change = mayChangeUnits(actor, unit) && unit.validTo === null;
  const replace = change && unit.parentId !== null;
  const allowed: Record<UnitAction, boolean> = {
    create_below: change,
    rename: change,
    move: replace,
    merge: replace,
    split: replace,
    end: replace,
    import_below: change,
    add_person: mayChangePeople(actor, unit) && unit.validTo === null,
    invite: mayInvite(actor, unit) && unit.validTo === null,
  };
  return UNIT_ACTIONS.filter((action) => allowed[action]);
}

export const PERSON_ACTIONS = [
  'correct',
  'appoint',
  'assign',
  'delegate',
  'invite',
  'reset_totp',
  'end',
] as const;
export type PersonAction = (typeof PERSON_ACTIONS)[number];

/**
 * What the actor may do with the person; `delegate` is giving them own powers. Positions and roles are given by any unit
 * where the person stands; the person and the account belong to the unit on whose books they are.
 */
export function allowedActionsOnPerson(
  actor: Actor,
  person: Standing & { personId: string; leftOn: string | null },
): PersonAction[] {
  const unit = { path: person.unitPath };
  const places = placesOf(person);
  const other = person.personId !== actor.personId;
  const allowed: Record<PersonAction, boolean> = {
    correct: mayChangePeople(actor, unit),
    appoint: places.some((place) => mayChangePeople(actor, place)),
    assign: places.some((place) => mayAssign(actor, place, person.personId)),
    delegate: other && mayDelegate(actor),
    invite: mayInvite(actor, unit),
    reset_totp: other && mayResetAccount(actor, unit),
    end: other && mayChangePeople(actor, unit),
  };
  return person.leftOn === null ? PERSON_ACTIONS.filter((action) => allowed[action]) : [];
}
