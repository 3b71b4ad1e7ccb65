import { AppError } from '../../../../domain/kernel/app-error.ts';
import { fault } from '../../../../domain/kernel/fault.ts';
import {
  type ColumnRole,
  columnOf,
  guessColumn,
  type TableColumn,
} from '../../../../domain/par-index/written/published/columns.ts';
import type { TableHead } from '../../../../domain/par-index/written/published/head.ts';
import {
  readResultTable,
  type TableFault,
} from '../../../../domain/par-index/written/published/read-table.ts';
import { sheets as en } from '../../../../text/en/sheets.ts';
import { fold } from '../../../../text/fold.ts';
import type { Language } from '../../../../text/language.ts';
import { sheets as vi } from '../../../../text/vi/sheets.ts';
import { workspaceText } from '../../../../text/workspace.ts';
import type { Column, Columns, SheetDefinition, SheetFault } from '../../../sheets/definition.ts';
import type { SheetPlace } from '../../../sheets/fault-sheet.ts';
import { readTable } from '../../../sheets/read-sheet.ts';
import { DamagedWorkbook } from '../../../sheets/xlsx/damaged.ts';
import { SHEET_LIMITS } from '../../../sheets/xlsx/limits.ts';
import { openWorkbook, type Workbook } from '../../../sheets/xlsx/workbook.ts';
import { BESIDE_NAMES } from './beside.ts';
import { readBeside } from './read-beside.ts';

/** What came of reading a table of results; nothing is stored by it. */
export type PublishedSheetOutcome = {
  /** `minhchung/published@1`, when nothing is wrong. */
  readonly document: string | null;
  readonly faults: readonly SheetFault[];
  /** What each column was taken for. */
  readonly columns: readonly TableColumn[];
  /** What the file says of itself. */
  readonly said: {
    readonly title: string | null;
    readonly year: number | null;
    readonly source: string | null;
    readonly total: string | null;
  };
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

/** What the reader of the file says of it; that goes before what the file says. */
export type TableBasics = Pick<TableHead, 'title' | 'year' | 'source' | 'total'>;

/**
 * The table stands in the sheet of its name or in the first that is none of those beside it. @param roles what the reader
 * says of columns, by their titles @throws AppError `invalid_input` when the file is no workbook or names no units
 */
export async function readPublishedSheet(
  bytes: Buffer,
  basics: TableBasics,
  roles: Readonly<Record<string, ColumnRole>>,
  language: Language,
): Promise<PublishedSheetOutcome> {
  try {
    const workbook = await openWorkbook(bytes, SHEET_LIMITS);
    return await readOpened(workbook, basics, roles, language);
  } catch (error) {
    if (!(error instanceof DamagedWorkbook)) throw error;
    throw new AppError('invalid_input', [fault([], error.damage)]);
  }
}

async function readOpened(
  workbook: Workbook,
  basics: TableBasics,
  roles: Readonly<Record<string, ColumnRole>>,
  language: Language,
): Promise<PublishedSheetOutcome> {
  const sheet = tableIn(workbook);
  const beside = await readBeside(workbook, sheet, language);
  const { columns, headerRow, reading } = await readMain(workbook, sheet, roles, language);
  const rows = reading.rows.map(({ number, row }) => ({
    row: number,
    unit: textOf(row.unit),
    cells: columns.map((_, at) => textOf(row[`c${at}`])),
  }));
  const said = Object.fromEntries(Object.entries(basics).filter(([, value]) => value !== undefined));
  const read = readResultTable(columns, rows, { ...beside.head, ...said });
  const told = [...reading.faults, ...read.faults.map((one) => toSheetFault(one, columns)), ...beside.faults];
  const found = [...told, ...read.elsewhere.map(beside.place).filter((one) => !isTold(one, told))];
  const faults = rows.length === 0 && found.length === 0 ? [{ code: 'no_rows' }] : found;
  const { title, year, source, total } = beside.head;
  return {
    document: faults.length === 0 ? (read.document ?? null) : null,
    faults: faults.slice(0, 1_000),
    columns,
    said: { title: title ?? null, year: year ?? null, source: source ?? null, total: total ?? null },
    places: [{ name: sheet.name, headerRow }, ...beside.places],
  };
}

/** A cell that was told already is not told again for what follows from it. */
function isTold({ sheet, row, column }: SheetFault, told: readonly SheetFault[]): boolean {
  return told.some((one) => one.sheet === sheet && one.row === row && one.column === column);
}

type Sheet = Workbook['sheets'][number];

function isNamed({ name }: Sheet, names: readonly string[]): boolean {
  return names.some((known) => fold(known) === fold(name));
}

const TABLE_NAMES = [workspaceText.vi.indexSheets.tables, workspaceText.en.indexSheets.tables];
const OTHER_NAMES = Object.values(BESIDE_NAMES).flatMap(({ own, others }) => [...own, ...others]);

/** @throws DamagedWorkbook */
function tableIn({ sheets }: Workbook): Sheet {
  const sheet =
    sheets.find((one) => isNamed(one, TABLE_NAMES)) ??
    sheets.find((one) => !isNamed(one, OTHER_NAMES)) ??
    sheets[0];
  if (sheet === undefined) throw new DamagedWorkbook('damaged_xlsx');
  return sheet;
}

/** First the titles, then the figures under them. @throws AppError `invalid_input` when no column names units */
async function readMain(
  workbook: Workbook,
  { name, part }: Sheet,
  roles: Readonly<Record<string, ColumnRole>>,
  language: Language,
) {
  const unit = unitColumn(language);
  const titles = await readTable({ name, columns: { unit } }, workbook, part);
  const { headerRow } = titles;
  if (headerRow === undefined)
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
  const reading = await readTable(definitionOf(name, unit, columns), workbook, part);
  return { columns, headerRow, reading };
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
