import * as z from 'zod';
import { AppError } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { UnitId } from '../../kernel/id.ts';
import { Day } from '../../kernel/time/day.ts';
import { Decision, UnitCode, type UnitKind, UnitName } from '../unit.ts';
import { applyChange, joinChanges, NO_CHANGE, type UnitChange } from './change.ts';
import { decideCreate } from './decide.ts';
import { type UnitRegister, versionsOn } from './register.ts';

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
  let current = register;
  let change = NO_CHANGE;
  for (const at of parentsFirst(command.rows)) {
    const row = command.rows[at];
    const newId = newIds[at];
    if (row === undefined || newId === undefined) continue;
    const { fate, created } = takeRow(current, kinds, command, row, newId);
    fates.set(at, fate);
    if (created === undefined) continue;
    change = joinChanges(change, created);
    current = applyChange(current, created);
  }
  return { change, rows: command.rows.flatMap((_, at) => fates.get(at) ?? []) };
}

function takeRow(
  register: UnitRegister,
  kinds: readonly UnitKind[],
  { day, decision }: ImportUnits,
  row: UnitRow,
  newId: UnitId,
): { fate: RowFate; created?: UnitChange } {
  const alive = versionsOn(register, day);
  const parent = alive.find((version) => version.code === row.parentCode);
  const known = alive.find((version) => version.code === row.code);
  if (known?.name === row.name && known.kind === row.kind && known.parentId === (parent?.unitId ?? null))
    return { fate: { code: row.code, fate: 'known', faults: [] } };
  if (row.parentCode !== null && parent === undefined) {
    const faults: Fault[] = [
      { path: ['parentCode'], code: 'unknown_code', detail: { code: row.parentCode } },
    ];
    return { fate: { code: row.code, fate: 'refused', faults } };
  }
  try {
    const command = { ...row, parentId: parent?.unitId ?? null, day, decision };
    const created = decideCreate(register, kinds, command, newId);
    return { fate: { code: row.code, fate: 'created', faults: [] }, created };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { fate: { code: row.code, fate: 'refused', faults: [...error.faults] } };
  }
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
