import type { UnitId } from '../../kernel/id.ts';
import type { Day } from '../../kernel/time/day.ts';
import type { UnitVersion } from '../unit.ts';

/** Every version of every unit of a tenant, by unit, in order of time: the tree of any day. */
export type UnitRegister = ReadonlyMap<UnitId, readonly UnitVersion[]>;

export function registerOf(versions: Iterable<UnitVersion>): UnitRegister {
  const register = Map.groupBy(versions, ({ unitId }) => unitId);
  for (const known of register.values()) inTime(known);
  return register;
}

/** Sorts the versions of one unit in their place. */
export function inTime(versions: UnitVersion[]): UnitVersion[] {
  return versions.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

export function holdsOn(version: UnitVersion, day: Day): boolean {
  return version.validFrom <= day && (version.validTo === null || day < version.validTo);
}

export function findVersionOn(register: UnitRegister, unitId: UnitId, day: Day): UnitVersion | undefined {
  return register.get(unitId)?.find((version) => holdsOn(version, day));
}

export function findLastVersion(register: UnitRegister, unitId: UnitId): UnitVersion | undefined {
  return register.get(unitId)?.at(-1);
}

/** The units that exist on the day, each as it was then. */
export function versionsOn(register: UnitRegister, day: Day): UnitVersion[] {
  return [...register.values()].flatMap((known) => known.find((version) => holdsOn(version, day)) ?? []);
}

export function childrenOn(register: UnitRegister, parentId: UnitId | null, day: Day): UnitVersion[] {
  return versionsOn(register, day).filter((version) => version.parentId === parentId);
}
