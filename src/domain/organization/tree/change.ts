import type { Day } from '../../kernel/time/day.ts';
import type { UnitSuccession, UnitVersion } from '../unit.ts';
import { findVersionOn, inTime, type UnitRegister } from './register.ts';

/**
 * What a decision does to the register. `begun` versions start on the day of the change; `amended` ones started that
 * very day already, only because a unit above them moved, and take its place.
 */
export type UnitChange = {
  readonly closed: readonly UnitVersion[];
  readonly begun: readonly UnitVersion[];
  readonly amended: readonly UnitVersion[];
  readonly successions: readonly UnitSuccession[];
};

export const NO_CHANGE: UnitChange = { closed: [], begun: [], amended: [], successions: [] };

export function joinChanges(...changes: readonly UnitChange[]): UnitChange {
  return {
    closed: changes.flatMap((change) => change.closed),
    begun: changes.flatMap((change) => change.begun),
    amended: changes.flatMap((change) => change.amended),
    successions: changes.flatMap((change) => change.successions),
  };
}

export function applyChange(register: UnitRegister, change: UnitChange): UnitRegister {
  const next = new Map(register);
  for (const version of [...change.closed, ...change.begun, ...change.amended]) {
    const others = (next.get(version.unitId) ?? []).filter(
      ({ validFrom }) => validFrom !== version.validFrom,
    );
    next.set(version.unitId, inTime([...others, version]));
  }
  return next;
}

export function beginning(version: UnitVersion): UnitChange {
  return { ...NO_CHANGE, begun: [version] };
}

export function ending(version: UnitVersion, day: Day): UnitChange {
  return { ...NO_CHANGE, closed: [{ ...version, validTo: day }] };
}

/** The unit goes on from `day` as `next` says; nothing before that day is touched. */
function continuing(version: UnitVersion, next: Partial<UnitVersion>, day: Day): UnitChange {
  const begun = { ...version, ...next, validFrom: day };
  if (version.validFrom === day) return { ...NO_CHANGE, amended: [begun] };
  return { ...NO_CHANGE, closed: [{ ...version, validTo: day }], begun: [begun] };
}

/** The unit as `next` says and everything below it behind its new path. */
export function relocating(
  register: UnitRegister,
  version: UnitVersion,
  next: Partial<UnitVersion> & { path: string },
  day: Day,
): UnitChange {
  if (next.path === version.path) return continuing(version, next, day);
  const below = [...register.keys()].flatMap((unitId) => findVersionOn(register, unitId, day) ?? []);
  return joinChanges(
    continuing(version, next, day),
    ...below
      .filter((lower) => lower.unitId !== version.unitId && lower.path.startsWith(version.path))
      .map((lower) => continuing(lower, { path: next.path + lower.path.slice(version.path.length) }, day)),
  );
}

/** The version began only because a unit above moved: its own facts are those of the version before. */
export function isShift(register: UnitRegister, version: UnitVersion): boolean {
  const before = register.get(version.unitId)?.find((earlier) => earlier.validTo === version.validFrom);
  return (
    before !== undefined &&
    before.code === version.code &&
    before.name === version.name &&
    before.kind === version.kind &&
    before.parentId === version.parentId
  );
}
