import { AppError } from '../../../domain/kernel/app-error.ts';
import { fault } from '../../../domain/kernel/fault.ts';
import {
  type ColumnRole,
  columnOf,
  guessColumn,
  type TableColumn,
} from '../../../domain/par-index/written/published/columns.ts';
import {
  readResultTable,
  type TableBasics,
  type TableFault,
} from '../../../domain/par-index/written/published/read-table.ts';
import { sheets as en } from '../../../text/en/sheets.ts';
import type { Language } from '../../../text/language.ts';
import { sheets as vi } from '../../../text/vi/sheets.ts';
import { workspaceText } from '../../../text/workspace.ts';
import type { Column, Columns, SheetDefinition, SheetFault } from '../../sheets/definition.ts';
import type { SheetPlace } from '../../sheets/fault-sheet.ts';
import { readSheet } from '../../sheets/read-sheet.ts';

/** What came of reading a table of results; nothing is stored by it. */
export type PublishedSheetOutcome = {
  /** `minhchung/published@1`, when nothing is wrong. */
  readonly document: string | null;
  readonly faults: readonly SheetFault[];
  /** What each column was taken for. */
  readonly columns: readonly TableColumn[];
  readonly places: readonly SheetPlace[];
};

/** The column in which an earlier round said what is wrong. */
const FAULT_TITLES = [vi.faults, en.faults];

const UNIT_TITLES = [
  'Đơn vị',
  'Tên đơn vị',
  'Tên cơ quan, đơn vị',
  'Cơ quan, đơn vị',
  'Xã, phường',
  'Xã, phường, đặc khu',
  'Unit',
];

function unitColumn(language: Language): Column {
  const { unitColumn: title } = workspaceText[language].indexSheets;
  return { kind: 'text', required: 'column', title, aliases: UNIT_TITLES };
}

/**
 * First the titles, then the figures under them. @param roles what the reader says of columns, by their titles
 * @throws AppError `invalid_input` when the file is no workbook or names no units
 */
export async function readPublishedSheet(
  bytes: Buffer,
  basics: TableBasics,
  roles: Readonly<Record<string, ColumnRole>>,
  language: Language,
): Promise<PublishedSheetOutcome> {
  const name = workspaceText[language].indexSheets.tables;
  const unit = unitColumn(language);
  const titles = await readSheet({ name, columns: { unit } }, bytes);
  if (titles.headerRow === undefined)
    throw new AppError(
      'invalid_input',
      titles.faults.map(({ code, detail }) => fault([], code, detail)),
    );
  const columns = titles.ignored
    .filter((title) => !FAULT_TITLES.includes(title))
    .map((title) => {
      const role = Object.hasOwn(roles, title) ? roles[title] : undefined;
      return role === undefined ? guessColumn(title) : columnOf(title, role);
    });
  const reading = await readSheet(definitionOf(name, unit, columns), bytes);
  const rows = reading.rows.map(({ number, row }) => ({
    row: number,
    unit: textOf(row.unit),
    cells: columns.map((_, at) => textOf(row[`c${at}`])),
  }));
  const read = readResultTable(columns, rows, basics);
  const found = [...reading.faults, ...read.faults.map((one) => toSheetFault(one, columns))];
  const faults = rows.length === 0 && found.length === 0 ? [{ code: 'no_rows' }] : found;
  return {
    document: faults.length === 0 ? (read.document ?? null) : null,
    faults: faults.slice(0, 1_000),
    columns,
    places: [{ name, headerRow: titles.headerRow }],
  };
}

function definitionOf(name: string, unit: Column, columns: readonly TableColumn[]): SheetDefinition {
  const further: Columns = Object.fromEntries(
    columns.map(({ title, role }, at) => [
      `c${at}`,
      { kind: role === 'band' || role === 'skip' ? 'text' : 'decimal', title } as const,
    ]),
  );
  return { name, columns: { unit, ...further } };
}

function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function toSheetFault(
  { row, column, code, detail }: TableFault,
  columns: readonly TableColumn[],
): SheetFault {
  const title = column === undefined ? undefined : columns[column]?.title;
  return {
    ...(row !== undefined && { row }),
    ...(title !== undefined && { column: title }),
    code,
    ...(detail !== undefined && { detail }),
  };
}
