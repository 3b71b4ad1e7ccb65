import * as z from 'zod';
import { AppError } from '../../kernel/app-error.ts';
import { type Fault, fault } from '../../kernel/fault.ts';
import type { UnitId } from '../../kernel/id.ts';
import { Day } from '../../kernel/time/day.ts';
import { Decision, UnitCode, type UnitKind, UnitName, type UnitVersion } from '../unit.ts';
import { joinChanges, type UnitChange } from './change.ts';
import { decideCreate } from './decide.ts';
import { holdsOn, registerOf, type UnitRegister } from './register.ts';

export const UnitRow = z.strictObject({
  code: UnitCode,
  name: UnitName,
  kind: z.string(),
  parentCode: z.string().trim().nullable(),
});
export type UnitRow = z.infer<typeof UnitRow>;

export const ImportUnits = z.strictObject({
  rows: z.array(UnitRow).min(1).max(5_000),
  day: Day,
  decision: Decision,
  dryRun: z.boolean().default(false),
});
export type ImportUnits = z.infer<typeof ImportUnits>;

export const RowFault = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export type RowFault = z.infer<typeof RowFault>;

export function toRowFault({ path, code, detail }: Fault): RowFault {
  return { path: [...path], code, ...(detail === undefined ? {} : { detail: { ...detail } }) };
}

/** `known` rows name a unit that already stands so; a sheet with one refused row changes nothing. */
export const ImportUnitsOutcome = z.object({
  done: z.boolean(),
  rows: z.array(
    z.object({ code: z.string(), fate: z.enum(['created', 'known', 'refused']), faults: z.array(RowFault) }),
  ),
});
export type ImportUnitsOutcome = z.infer<typeof ImportUnitsOutcome>;

type RowFate = { code: string; fate: 'created' | 'known' | 'refused'; faults: Fault[] };

/**
 * Takes the rows in whatever order their parents allow. `newIds` has one id for each row.
 * The change is whole only when no row is refused.
 */
export function decideImport(
  register: UnitRegister,
  kinds: readonly UnitKind[],
  command: ImportUnits,
  newIds: readonly UnitId[],
): { change: UnitChange; rows: RowFate[] } {
  const fates = new Map<number, RowFate>();
  const standing = standingOn(register, command.day);
  const changes: UnitChange[] = [];
  for (const at of parentsFirst(command.rows)) {
    const row = command.rows[at];
    const newId = newIds[at];
    if (row === undefined || newId === undefined) continue;
    const { fate, created } = takeRow(standing, kinds, command, row, newId);
    fates.set(at, fate);
    if (created === undefined) continue;
    changes.push(created);
    for (const version of created.begun) stand(standing, version);
  }
  return { change: joinChanges(...changes), rows: command.rows.flatMap((_, at) => fates.get(at) ?? []) };
}

/** What stands on the day, or will, by code: all that a new unit can run against beside its own parent. */
type Standing = {
  readonly register: UnitRegister;
  readonly day: Day;
  readonly byCode: Map<string, UnitVersion[]>;
  readonly roots: UnitVersion[];
};

function standingOn(register: UnitRegister, day: Day): Standing {
  const standing: Standing = { register, day, byCode: new Map(), roots: [] };
  for (const version of [...register.values()].flat())
    if (version.validTo === null || version.validTo > day) stand(standing, version);
  return standing;
}

function stand({ byCode, roots }: Standing, version: UnitVersion): void {
  const same = byCode.get(version.code);
  if (same === undefined) byCode.set(version.code, [version]);
  else same.push(version);
  if (version.parentId === null) roots.push(version);
}

function findStanding({ byCode, day }: Standing, code: string | null): UnitVersion | undefined {
  return byCode.get(code ?? '')?.find((version) => holdsOn(version, day));
}

function takeRow(
  standing: Standing,
  kinds: readonly UnitKind[],
  { day, decision }: ImportUnits,
  row: UnitRow,
  newId: UnitId,
): { fate: RowFate; created?: UnitChange } {
  const parent = findStanding(standing, row.parentCode);
  const known = findStanding(standing, row.code);
  if (known?.name === row.name && known.kind === row.kind && known.parentId === (parent?.unitId ?? null))
    return { fate: { code: row.code, fate: 'known', faults: [] } };
  if (row.parentCode !== null && parent === undefined) {
    const faults = [fault(['parentCode'], 'unknown_code', { code: row.parentCode })];
    return { fate: { code: row.code, fate: 'refused', faults } };
  }
  try {
    const command = { ...row, parentId: parent?.unitId ?? null, day, decision };
    const created = decideCreate(aroundRow(standing, row, parent), kinds, command, newId);
    return { fate: { code: row.code, fate: 'created', faults: [] }, created };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { fate: { code: row.code, fate: 'refused', faults: [...error.faults] } };
  }
}

/** The part of the register that decides about the row; the whole of it, row after row, would take its square. */
function aroundRow(
  { register, byCode, roots }: Standing,
  row: UnitRow,
  parent: UnitVersion | undefined,
): UnitRegister {
  const above = parent === undefined ? roots : (register.get(parent.unitId) ?? [parent]);
  return registerOf(new Set([...above, ...(byCode.get(row.code) ?? [])]));
}

/** Positions of the rows, each after the row that it names as parent; rows that name each other keep their order. */
function parentsFirst(rows: readonly UnitRow[]): number[] {
  const byCode = new Map(rows.map((row, at) => [row.code, at]));
  const order = new Set<number>();
  const visit = (start: number): void => {
    const chain: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && !order.has(at) && !chain.includes(at)) {
      chain.push(at);
      const parentCode: string | null = rows[at]?.parentCode ?? null;
      at = parentCode === null ? undefined : byCode.get(parentCode);
    }
    for (const link of chain.reverse()) order.add(link);
  };
  rows.forEach((_, at) => {
    visit(at);
  });
  return [...order];
}
