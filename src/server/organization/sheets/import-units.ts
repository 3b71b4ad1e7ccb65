import { call } from '@orpc/server';
import { AppError } from '../../../domain/kernel/app-error.ts';
import { fault } from '../../../domain/kernel/fault.ts';
import type { ImportUnits } from '../../../domain/organization/tree/import.ts';
import type { Language } from '../../../text/language.ts';
import type { RequestContext } from '../../http/context.ts';
import type { SheetFault } from '../../sheets/definition.ts';
import { readSheet } from '../../sheets/read-sheet.ts';
import { SHEET_LIMITS } from '../../sheets/xlsx/limits.ts';
import { unitRoutes } from '../unit-routes.ts';
import { checkUnitRows, placedFault, unitSheet } from './unit-sheet.ts';

/** As many rows as the operation itself takes. */
const LIMITS = { ...SHEET_LIMITS, rows: 5_000 };

export type UnitSheetOutcome = {
  readonly done: boolean;
  /** Rows that were held to the rules of the tree, which happens only when every cell can be read. */
  readonly rows: readonly { readonly row: number; readonly code: string; readonly fate: string }[];
  readonly faults: readonly SheetFault[];
  readonly ignored: readonly string[];
  readonly places: readonly { readonly name: string; readonly headerRow: number }[];
};

/**
 * Hands the rows to the operation `units.import`, and its faults back as faults of the sheet. With one fault nothing is
 * changed. @throws AppError `invalid_input` when the file is no sheet of units at all, and what the operation throws
 */
export async function importUnitSheet(
  context: RequestContext,
  bytes: Buffer,
  command: Omit<ImportUnits, 'rows'>,
  language: Language,
): Promise<UnitSheetOutcome> {
  const definition = unitSheet(await call(unitRoutes.kinds, undefined, { context }), language);
  const reading = await readSheet(definition, bytes, LIMITS);
  const { headerRow, ignored } = reading;
  if (headerRow === undefined || (reading.rows.length === 0 && reading.faults.length === 0))
    throw new AppError('invalid_input', asFileFaults(reading.faults));
  const outcome = { ignored, places: [{ name: definition.name, headerRow }] };
  const checked = checkUnitRows(definition.columns, reading.rows);
  const faults = [...reading.faults, ...checked.faults];
  if (faults.length > 0) return { ...outcome, done: false, rows: [], faults };
  const input = { ...command, rows: checked.rows };
  const { done, rows } = await call(unitRoutes.import, input, { context, path: ['units', 'import'] });
  const numbers = reading.rows.map(({ number }) => number);
  return {
    ...outcome,
    done,
    rows: rows.map(({ code, fate }, at) => ({ row: numbers[at] ?? 0, code, fate })),
    faults: rows.flatMap((row, at) =>
      row.faults.map((found) => placedFault(definition.columns, numbers[at] ?? 0, found)),
    ),
  };
}

function asFileFaults(faults: readonly SheetFault[]) {
  if (faults.length === 0) return [fault([], 'no_rows')];
  return faults.map(({ code, detail }) => fault([], code, detail));
}
