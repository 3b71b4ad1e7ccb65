import type { Actor } from '../../domain/kernel/actor.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import { UnitId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import { mayChangeRoot, mayChangeUnits } from '../../domain/organization/policy.ts';
import { applyChange, type UnitChange } from '../../domain/organization/tree/change.ts';
import type {
  CreateUnit,
  EndUnit,
  MergeUnits,
  MoveUnit,
  RenameUnit,
  SplitUnit,
} from '../../domain/organization/tree/commands.ts';
import { decideCreate, decideEnd, decideMove, decideRename } from '../../domain/organization/tree/decide.ts';
import {
  decideImport,
  type ImportUnits,
  type ImportUnitsOutcome,
  toRowFault,
} from '../../domain/organization/tree/import.ts';
import { decideMerge, decideSplit } from '../../domain/organization/tree/merge.ts';
import {
  findLastVersion,
  findVersionOn,
  type UnitRegister,
} from '../../domain/organization/tree/register.ts';
import type { Decision, UnitKind, UnitVersion } from '../../domain/organization/unit.ts';
import { newId } from '../db/new-id.ts';
import { record } from '../journal/record.ts';
import { carryPeople } from './carry.ts';
import { type Change, forbidden, refuseTaken, unknown } from './change.ts';
import { listKinds, lockRegister, saveChange } from './unit-queries.ts';

type Decide = (register: UnitRegister, kinds: readonly UnitKind[]) => UnitChange;
type Changed = { units: UnitVersion[] };

/** @throws AppError `not_found`, `forbidden`, `rule_broken` */
export function createUnit(change: Change, input: CreateUnit): Promise<Changed> {
  const unitId = freshUnitId(change);
  return changeTree(change, [input.parentId], input, (register, kinds) =>
    decideCreate(register, kinds, input, unitId),
  );
}

/** @throws AppError `not_found`, `forbidden`, `rule_broken` */
export function renameUnit(change: Change, input: RenameUnit): Promise<Changed> {
  return changeTree(change, [input.unitId], input, (register, kinds) => decideRename(register, kinds, input));
}

/** @throws AppError `not_found`, `forbidden`, `rule_broken` */
export function moveUnit(change: Change, input: MoveUnit): Promise<Changed> {
  return changeTree(change, [input.unitId, input.parentId], input, (register, kinds) =>
    decideMove(register, kinds, input),
  );
}

/** People of the merged units go on in the successor. @throws AppError `not_found`, `forbidden`, `rule_broken` */
export function mergeUnits(change: Change, input: MergeUnits): Promise<Changed> {
  const { into } = input;
  const unitId = freshUnitId(change);
  const target = into.as === 'new' ? into.parentId : into.unitId;
  return changeTree(change, [...input.unitIds, target], input, (register, kinds) =>
    decideMerge(register, kinds, input, unitId),
  );
}

/** @throws AppError `not_found`, `forbidden`, `rule_broken` */
export function splitUnit(change: Change, input: SplitUnit): Promise<Changed> {
  const unitIds = input.parts.map(() => freshUnitId(change));
  return changeTree(change, [input.unitId], input, (register, kinds) =>
    decideSplit(register, kinds, input, unitIds),
  );
}

/** @throws AppError `not_found`, `forbidden`, `rule_broken` */
export function endUnit(change: Change, input: EndUnit): Promise<Changed> {
  const targets = input.childrenTo === undefined ? [input.unitId] : [input.unitId, input.childrenTo];
  return changeTree(change, targets, input, (register, kinds) => decideEnd(register, kinds, input));
}

/** One refused row and nothing is changed. */
export async function importUnits(change: Change, input: ImportUnits): Promise<ImportUnitsOutcome> {
  const { trx, actor } = change;
  const register = await lockRegister(trx, actor.tenantId);
  const newIds = input.rows.map(() => freshUnitId(change));
  const { change: decided, rows } = decideImport(register, await listKinds(trx), input, newIds);
  for (const begun of decided.begun) refuseUnlessChangeable(actor, begun);
  const done = !input.dryRun && rows.every((row) => row.fate !== 'refused');
  if (done) await write(change, register, decided, input.decision);
  return { done, rows: rows.map((row) => ({ ...row, faults: row.faults.map(toRowFault) })) };
}

/** Load and lock, decide, save, record. */
async function changeTree(
  change: Change,
  touched: readonly (UnitId | null)[],
  { day, decision }: { day: Day; decision: Decision },
  decide: Decide,
): Promise<Changed> {
  const { trx, actor } = change;
  const register = await lockRegister(trx, actor.tenantId);
  for (const unitId of touched) refuseUnlessTouchable(actor, register, unitId, day);
  const decided = decide(register, await listKinds(trx));
  await write(change, register, decided, decision);
  const after = applyChange(register, decided);
  const units = new Set(
    [...decided.begun, ...decided.amended, ...decided.closed].map(({ unitId }) => unitId),
  );
  return { units: [...units].flatMap((unitId) => findLastVersion(after, unitId) ?? []) };
}

async function write(
  change: Change,
  before: UnitRegister,
  decided: UnitChange,
  decision: Decision,
): Promise<void> {
  const { trx, actor, now } = change;
  const ids = decided.successions.map(() => newId(now));
  await refuseTaken(saveChange(trx, actor.tenantId, decided, ids));
  await carryPeople(change, decided);
  const after = applyChange(before, decided);
  await record(
    trx,
    actor,
    now,
    decided.successions.map((succession) => {
      const unitId =
        succession.kind === 'split_from'
          ? succession.toUnitId
          : (succession.fromUnitId ?? succession.toUnitId);
      const was = unitId === null ? undefined : findLastVersion(before, unitId);
      const is = unitId === null ? undefined : findLastVersion(after, unitId);
      return {
        subjectKind: 'unit',
        subjectId: unitId ?? '',
        unitPath: is?.path ?? '/',
        action: `unit.${succession.kind}`,
        before: was ?? null,
        after: is === undefined ? null : { ...is, successor: succession.toUnitId },
        reason: [decision.number, decision.date, decision.issuer].filter(Boolean).join(', '),
      };
    }),
  );
}

/** What the actor does not see is not found; what they see and may not change is forbidden. */
function refuseUnlessTouchable(actor: Actor, register: UnitRegister, unitId: UnitId | null, day: Day): void {
  if (unitId === null) {
    if (!mayChangeRoot(actor)) throw new AppError('forbidden', [fault(['parentId'], 'root_is_not_yours')]);
    return;
  }
  const unit = findVersionOn(register, unitId, day) ?? findLastVersion(register, unitId);
  if (unit === undefined) throw unknown('unknown_unit', 'unitId');
  refuseUnlessChangeable(actor, unit);
}

function refuseUnlessChangeable(actor: Actor, unit: UnitVersion): void {
  if (!mayChangeUnits(actor, unit)) throw forbidden('unit.change', unit.name);
}

function freshUnitId({ now }: Change): UnitId {
  return UnitId.parse(newId(now));
}
