import { AppError } from '../../kernel/app-error.ts';
import { type Fault, fault } from '../../kernel/fault.ts';
import type { UnitId } from '../../kernel/id.ts';
import type { Day } from '../../kernel/time/day.ts';
import {
  type SuccessionKind,
  type UnitKind,
  type UnitSuccession,
  type UnitVersion,
  unitPath,
} from '../unit.ts';
import { beginning, ending, joinChanges, NO_CHANGE, relocating, type UnitChange } from './change.ts';
import {
  codeTaken,
  laterBelow,
  type Path,
  secondRoot,
  unchangeable,
  unendable,
  unfitKind,
  unfitParent,
} from './checks.ts';
import type { CreateUnit, EndUnit, MoveUnit, RenameUnit } from './commands.ts';
import { childrenOn, findLastVersion, findVersionOn, type UnitRegister } from './register.ts';

/** @throws AppError `rule_broken` with every reason against it. */
export function decideCreate(
  register: UnitRegister,
  kinds: readonly UnitKind[],
  command: CreateUnit,
  unitId: UnitId,
): UnitChange {
  refuse(unfitNewcomer(register, kinds, command, command.day, [], []));
  return joinChanges(beginning(newcomer(register, command, command.day, unitId)), {
    ...NO_CHANGE,
    successions: [succession('created', null, unitId, command)],
  });
}

/** @throws AppError `rule_broken` with every reason against it. */
export function decideRename(
  register: UnitRegister,
  kinds: readonly UnitKind[],
  command: RenameUnit,
): UnitChange {
  const last = findLastVersion(register, command.unitId);
  const faults = unchangeable(register, command.unitId, command.day, ['unitId']);
  refuse([...faults, ...unfitRevision(register, kinds, command, last?.parentId ?? null, last)]);
  if (last === undefined) return NO_CHANGE;
  return joinChanges(
    relocating(register, last, { ...revised(last, command), path: last.path }, command.day),
    {
      ...NO_CHANGE,
      successions: [succession('renamed', last.unitId, last.unitId, command)],
    },
  );
}

/** @throws AppError `rule_broken` with every reason against it. */
export function decideMove(
  register: UnitRegister,
  kinds: readonly UnitKind[],
  command: MoveUnit,
): UnitChange {
  const { unitId, parentId, day } = command;
  const last = findLastVersion(register, unitId);
  const parent = parentId === null ? undefined : findVersionOn(register, parentId, day);
  const faults = unchangeable(register, unitId, day, ['unitId']);
  if (parentId === null) faults.push(...secondRoot(register, day, [unitId], ['parentId']));
  else faults.push(...unfitParent(register, parentId, day, ['parentId']));
  if (last !== undefined) {
    if (parent?.path.startsWith(last.path)) faults.push(fault(['parentId'], 'cycle', { name: last.name }));
    if (parentId === last.parentId) faults.push(fault(['parentId'], 'already_there', { name: last.name }));
    faults.push(...laterBelow(register, last, day));
  }
  refuse([...faults, ...unfitRevision(register, kinds, command, parentId, last)]);
  if (last === undefined) return NO_CHANGE;
  const next = { ...revised(last, command), parentId, path: unitPath(parent?.path ?? null, unitId) };
  return joinChanges(relocating(register, last, next, day), {
    ...NO_CHANGE,
    successions: [succession('moved', unitId, unitId, command)],
  });
}

/** @throws AppError `rule_broken` with every reason against it. */
export function decideEnd(register: UnitRegister, kinds: readonly UnitKind[], command: EndUnit): UnitChange {
  const { unitId, childrenTo, day } = command;
  const last = findLastVersion(register, unitId);
  const children = childrenOn(register, unitId, day);
  const faults = unendable(register, unitId, day, ['unitId']);
  if (last !== undefined) faults.push(...laterBelow(register, last, day));
  if (children.length > 0 && childrenTo === undefined) faults.push(hasChildren(children));
  if (childrenTo !== undefined) {
    const target = findVersionOn(register, childrenTo, day);
    faults.push(...unfitParent(register, childrenTo, day, ['childrenTo']));
    if (last !== undefined && target?.path.startsWith(last.path))
      faults.push(fault(['childrenTo'], 'cycle', { name: last.name }));
    faults.push(...unfitChildren(kinds, children, target, day));
    faults.push(...children.flatMap((child) => unchangeable(register, child.unitId, day, ['childrenTo'])));
  }
  refuse(faults);
  if (last === undefined) return NO_CHANGE;
  return joinChanges(
    ...children.map((child) => adopting(register, child, childrenTo ?? unitId, command)),
    ending(last, day),
    { ...NO_CHANGE, successions: [succession('ended', unitId, null, command)] },
  );
}

/** The child, with everything below, stands under another unit from the day on. */
export function adopting(
  register: UnitRegister,
  child: UnitVersion,
  parentId: UnitId,
  command: Pick<EndUnit, 'day' | 'decision'>,
  parentPath = findVersionOn(register, parentId, command.day)?.path ?? null,
): UnitChange {
  const next = { parentId, path: unitPath(parentPath, child.unitId) };
  return joinChanges(relocating(register, child, next, command.day), {
    ...NO_CHANGE,
    successions: [succession('moved', child.unitId, child.unitId, command)],
  });
}

export function newcomer(
  register: UnitRegister,
  unit: Pick<CreateUnit, 'parentId' | 'kind' | 'code' | 'name'>,
  day: Day,
  unitId: UnitId,
): UnitVersion {
  const { parentId, kind, code, name } = unit;
  const parent = parentId === null ? undefined : findVersionOn(register, parentId, day);
  const path = unitPath(parent?.path ?? null, unitId);
  return { unitId, code, name, kind, parentId, path, validFrom: day, validTo: null };
}

/** Why a unit so described cannot begin on the day; units in `leaving` end on it and free their codes. */
export function unfitNewcomer(
  register: UnitRegister,
  kinds: readonly UnitKind[],
  unit: Pick<CreateUnit, 'parentId' | 'kind' | 'code'>,
  day: Day,
  leaving: readonly UnitId[],
  at: Path,
): Fault[] {
  const { parentId } = unit;
  const parent = parentId === null ? undefined : findVersionOn(register, parentId, day);
  return [
    ...(parentId === null
      ? secondRoot(register, day, leaving, [...at, 'parentId'])
      : unfitParent(register, parentId, day, [...at, 'parentId'])),
    ...unfitKind(kinds, unit.kind, parent?.kind ?? null, day, [...at, 'kind']),
    ...codeTaken(register, unit.code, day, leaving, [...at, 'code']),
  ];
}

export function unfitChildren(
  kinds: readonly UnitKind[],
  children: readonly UnitVersion[],
  parent: UnitVersion | undefined,
  day: Day,
): Fault[] {
  if (parent === undefined) return [];
  const childKinds = [...new Set(children.map((child) => child.kind))];
  return childKinds.flatMap((kind) => unfitKind(kinds, kind, parent.kind, day, ['kind']));
}

export function hasChildren(children: readonly UnitVersion[]): Fault {
  const names = children.slice(0, 3).map((child) => child.name);
  return fault(['unitId'], 'has_children', { count: children.length, names: names.join(', ') });
}

export function succession(
  kind: SuccessionKind,
  fromUnitId: UnitId | null,
  toUnitId: UnitId | null,
  { day, decision }: Pick<EndUnit, 'day' | 'decision'>,
): UnitSuccession {
  return { kind, fromUnitId, toUnitId, day, decision };
}

export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new AppError('rule_broken', faults);
}

function revised(last: UnitVersion, command: RenameUnit): Pick<UnitVersion, 'code' | 'name' | 'kind'> {
  return {
    code: command.code ?? last.code,
    name: command.name ?? last.name,
    kind: command.kind ?? last.kind,
  };
}

function unfitRevision(
  register: UnitRegister,
  kinds: readonly UnitKind[],
  command: RenameUnit & { parentId?: UnitId | null },
  parentId: UnitId | null,
  last: UnitVersion | undefined,
): Fault[] {
  if (last === undefined) return [];
  const { unitId, day } = command;
  const next = revised(last, command);
  const parent = parentId === null ? undefined : findVersionOn(register, parentId, day);
  const faults: Fault[] = [];
  if (command.code !== undefined) faults.push(...codeTaken(register, next.code, day, [unitId], ['code']));
  if (command.kind !== undefined || command.parentId !== undefined)
    faults.push(...unfitKind(kinds, next.kind, parent?.kind ?? null, day, ['kind']));
  if (command.kind !== undefined)
    faults.push(...unfitChildren(kinds, childrenOn(register, unitId, day), { ...last, ...next }, day));
  const same = next.code === last.code && next.name === last.name && next.kind === last.kind;
  if (same && command.parentId === undefined) faults.push(fault([], 'nothing_changes', { name: last.name }));
  return faults;
}
