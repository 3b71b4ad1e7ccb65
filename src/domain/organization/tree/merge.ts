import { type Fault, fault } from '../../kernel/fault.ts';
import type { UnitId } from '../../kernel/id.ts';
import type { UnitKind, UnitVersion } from '../unit.ts';
import { beginning, ending, joinChanges, NO_CHANGE, type UnitChange } from './change.ts';
import { laterBelow, unchangeable, unendable, unfitParent } from './checks.ts';
import type { MergeUnits, SplitUnit } from './commands.ts';
import {
  adopting,
  hasChildren,
  newcomer,
  refuse,
  succession,
  unfitChildren,
  unfitNewcomer,
} from './decide.ts';
import { childrenOn, findLastVersion, findVersionOn, type UnitRegister } from './register.ts';

/**
 * The units end on the day and the successor goes on from it; what stood below them stands below the successor.
 * `newId` names the successor when it is new. @throws AppError `rule_broken` with every reason against it.
 */
export function decideMerge(
  register: UnitRegister,
  kinds: readonly UnitKind[],
  command: MergeUnits,
  newId: UnitId,
): UnitChange {
  const { unitIds, into, day } = command;
  const faults = unitIds.flatMap((unitId, at) => unmergeable(register, command, unitId, at));
  if (into.as === 'existing') faults.push(...unfitParent(register, into.unitId, day, ['into', 'unitId']));
  else faults.push(...unfitNewcomer(register, kinds, into, day, unitIds, ['into']));
  if (into.as === 'new' && unitIds.length < 2) faults.push(fault(['unitIds'], 'too_few', { least: 2 }));
  const successor =
    into.as === 'new' ? newcomer(register, into, day, newId) : findVersionOn(register, into.unitId, day);
  const children = unitIds.flatMap((unitId) => childrenOn(register, unitId, day));
  faults.push(...unfitChildren(kinds, children, successor, day));
  refuse(faults);
  if (successor === undefined) return NO_CHANGE;
  const leaving = unitIds.flatMap((unitId) => findLastVersion(register, unitId) ?? []);
  return joinChanges(
    into.as === 'new' ? beginning(successor) : NO_CHANGE,
    ...children.map((child) => adopting(register, child, successor.unitId, command, successor.path)),
    ...leaving.map((unit) => ending(unit, day)),
    {
      ...NO_CHANGE,
      successions: leaving.map((unit) => succession('merged_into', unit.unitId, successor.unitId, command)),
    },
  );
}

/**
 * Parts begin on the day beside the unit, or in its place when it does not survive; each takes the children it
 * names. @throws AppError `rule_broken` with every reason against it.
 */
export function decideSplit(
  register: UnitRegister,
  kinds: readonly UnitKind[],
  command: SplitUnit,
  newIds: readonly UnitId[],
): UnitChange {
  const { unitId, parts, survives, day } = command;
  const last = findLastVersion(register, unitId);
  refuse((survives ? unchangeable : unendable)(register, unitId, day, ['unitId']));
  if (last === undefined) return NO_CHANGE;
  refuse(unsplittable(register, kinds, command, last));
  const split = parts.flatMap((part, index) => {
    const newId = newIds[index];
    if (newId === undefined) throw new RangeError('an id is needed for each part');
    const begun = newcomer(register, { ...part, parentId: last.parentId }, day, newId);
    return [
      beginning(begun),
      { ...NO_CHANGE, successions: [succession('split_from', unitId, newId, command)] },
      ...childrenOn(register, unitId, day)
        .filter((child) => part.takes.includes(child.unitId))
        .map((child) => adopting(register, child, newId, command, begun.path)),
    ];
  });
  return joinChanges(...split, survives ? NO_CHANGE : ending(last, day));
}

function unmergeable(register: UnitRegister, command: MergeUnits, unitId: UnitId, at: number): Fault[] {
  const { unitIds, into, day } = command;
  const place = ['unitIds', at];
  const last = findLastVersion(register, unitId);
  const faults = unendable(register, unitId, day, place);
  if (last === undefined) return faults;
  faults.push(...laterBelow(register, last, day));
  if (unitIds.indexOf(unitId) < at) faults.push(fault(place, 'named_twice', { name: last.name }));
  const target = into.as === 'new' ? into.parentId : into.unitId;
  const above = target === null ? undefined : findVersionOn(register, target, day);
  if (above?.path.startsWith(last.path)) faults.push(fault(place, 'cycle', { name: last.name }));
  const nested = unitIds.some((other) => other !== unitId && last.path.includes(`/${other}/`));
  if (nested) faults.push(fault(place, 'below_another', { name: last.name }));
  const children = childrenOn(register, unitId, day);
  return [...faults, ...children.flatMap((child) => unchangeable(register, child.unitId, day, place))];
}

function unsplittable(
  register: UnitRegister,
  kinds: readonly UnitKind[],
  command: SplitUnit,
  last: UnitVersion,
): Fault[] {
  const { unitId, parts, survives, day } = command;
  const leaving = survives ? [] : [unitId];
  const children = childrenOn(register, unitId, day);
  const faults = laterBelow(register, last, day);
  parts.forEach((part, index) => {
    const at = ['parts', index];
    const place = { ...part, parentId: last.parentId };
    faults.push(...unfitNewcomer(register, kinds, place, day, leaving, at));
    if (parts.findIndex((other) => other.code === part.code) < index)
      faults.push(fault([...at, 'code'], 'code_taken', { code: part.code, name: part.name }));
    const taken = children.filter((child) => part.takes.includes(child.unitId));
    faults.push(...unfitChildren(kinds, taken, { ...last, kind: part.kind }, day));
    faults.push(...taken.flatMap((child) => unchangeable(register, child.unitId, day, [...at, 'takes'])));
  });
  const takes = parts.flatMap((part) => part.takes);
  takes.forEach((childId, index) => {
    if (!children.some((child) => child.unitId === childId)) faults.push(fault(['parts'], 'not_below'));
    if (takes.indexOf(childId) < index) faults.push(fault(['parts'], 'taken_twice'));
  });
  const left = children.filter((child) => !takes.includes(child.unitId));
  if (!survives && left.length > 0) faults.push(hasChildren(left));
  return faults;
}
