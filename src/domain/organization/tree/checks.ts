import { type Fault, fault, type Step } from '../../kernel/fault.ts';
import type { UnitId } from '../../kernel/id.ts';
import type { Day } from '../../kernel/time/day.ts';
import type { UnitKind, UnitVersion } from '../unit.ts';
import { isShift } from './change.ts';
import { findLastVersion, findVersionOn, holdsOn, type UnitRegister } from './register.ts';

export type Path = readonly Step[];

/** Why the unit cannot be changed on the day; nothing when it can. */
export function unchangeable(register: UnitRegister, unitId: UnitId, day: Day, at: Path): Fault[] {
  const last = findLastVersion(register, unitId);
  if (last === undefined) return [fault(at, 'unknown_unit')];
  if (last.validTo !== null) return [fault(at, 'unit_ended', { name: last.name, day: last.validTo })];
  if (day < last.validFrom)
    return [fault(['day'], 'before_last_version', { name: last.name, day: last.validFrom })];
  if (day === last.validFrom && !isShift(register, last))
    return [fault(['day'], 'changed_that_day', { name: last.name, day })];
  return [];
}

/** Why the unit cannot end on the day: one that began that very day, were it only by a shift, would never have been. */
export function unendable(register: UnitRegister, unitId: UnitId, day: Day, at: Path): Fault[] {
  const faults = unchangeable(register, unitId, day, at);
  const last = findLastVersion(register, unitId);
  if (faults.length > 0 || last?.validFrom !== day) return faults;
  return [fault(['day'], 'changed_that_day', { name: last.name, day })];
}

/** Nothing below the unit may have a version that begins after the day: its path would no longer be true. */
export function laterBelow(register: UnitRegister, version: UnitVersion, day: Day): Fault[] {
  const later = [...register.values()]
    .flat()
    .filter((lower) => lower.path.startsWith(version.path) && lower.unitId !== version.unitId)
    .filter((lower) => lower.validFrom > day || (lower.validTo !== null && lower.validTo > day));
  return later
    .slice(0, 1)
    .map(({ name, validFrom, validTo }) =>
      fault(['day'], 'changes_below_later', { name, day: validFrom > day ? validFrom : (validTo ?? '') }),
    );
}

/** Why nothing can begin to stand under the parent on the day. */
export function unfitParent(register: UnitRegister, parentId: UnitId, day: Day, at: Path): Fault[] {
  const last = findLastVersion(register, parentId);
  if (last === undefined) return [fault(at, 'unknown_unit')];
  const parent = findVersionOn(register, parentId, day);
  if (parent === undefined) {
    return last.validTo !== null && last.validTo <= day
      ? [fault(at, 'parent_ended', { name: last.name, day: last.validTo })]
      : [fault(at, 'parent_not_begun', { name: last.name })];
  }
  return parent.validTo === null
    ? []
    : [fault(at, 'parent_changes_later', { name: parent.name, day: parent.validTo })];
}

/** A tenant has one root on any day. */
export function secondRoot(register: UnitRegister, day: Day, except: readonly UnitId[], at: Path): Fault[] {
  const root = fromDayOn(register, day, except).find((version) => version.parentId === null);
  return root === undefined ? [] : [fault(at, 'second_root', { name: root.name })];
}

/** A code names one unit from the day on; units in `except` give theirs up. */
export function codeTaken(
  register: UnitRegister,
  code: string,
  day: Day,
  except: readonly UnitId[],
  at: Path,
): Fault[] {
  const holder = fromDayOn(register, day, except).find((version) => version.code === code);
  return holder === undefined ? [] : [fault(at, 'code_taken', { code, name: holder.name })];
}

/** The kind is known, the law knows it on the day, and it may stand under the parent's kind. */
export function unfitKind(
  kinds: readonly UnitKind[],
  code: string,
  parentKind: string | null,
  day: Day,
  at: Path,
): Fault[] {
  const kind = kinds.find((known) => known.code === code);
  if (kind === undefined) return [fault(at, 'unknown_kind', { kind: code })];
  const found: Fault[] = [];
  if (kind.validFrom !== null && day < kind.validFrom)
    found.push(fault(at, 'kind_not_yet', { kind: kind.name, day: kind.validFrom }));
  if (kind.validTo !== null && day >= kind.validTo)
    found.push(fault(at, 'kind_no_longer', { kind: kind.name, day: kind.validTo }));
  if (parentKind !== null && !kind.under.includes(parentKind)) {
    const parent = kinds.find((known) => known.code === parentKind)?.name ?? parentKind;
    found.push(fault(at, 'kind_not_under', { kind: kind.name, parent }));
  }
  return found;
}

function fromDayOn(register: UnitRegister, day: Day, except: readonly UnitId[]): UnitVersion[] {
  return [...register.values()]
    .flat()
    .filter((version) => holdsOn(version, day) || version.validFrom > day)
    .filter((version) => !except.includes(version.unitId));
}
