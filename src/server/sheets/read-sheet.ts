import { fold } from '../../text/fold.ts';
import type { CellValue, Columns, RowOf, SheetDefinition, SheetFault } from './definition.ts';
import { type CellReader, cellReader } from './read-cell.ts';
import { DamagedWorkbook } from './xlsx/damaged.ts';
import { SHEET_LIMITS, type SheetLimits } from './xlsx/limits.ts';
import { type Cell, readRows, type SheetRow } from './xlsx/rows.ts';
import { openWorkbook, type Workbook } from './xlsx/workbook.ts';

/** `number` is what Excel shows beside the row. */
export type ReadRow<C extends Columns> = { readonly number: number; readonly row: RowOf<C> };

export type SheetReading<C extends Columns> = {
  /** Rows in which every cell is what its column holds. */
  readonly rows: readonly ReadRow<C>[];
  readonly faults: readonly SheetFault[];
  /** The row with the titles; undefined when none was found. */
  readonly headerRow: number | undefined;
  /** Titles of columns that the definition does not know; nothing in them was read. */
  readonly ignored: readonly string[];
};

type Place = { readonly key: string; readonly title: string; readonly at: number; readonly read: CellReader };
type Header = {
  readonly row: number;
  readonly places: readonly Place[];
  readonly ignored: readonly string[];
  readonly faults: readonly SheetFault[];
};

/** Letterheads above the table are passed over up to here. */
const HEADER_WITHIN = 20;

/** A sheet with more faults than people correct one by one was made for something else. */
const MOST_FAULTS = 5_000;

/** Every fault at once; hostile files are faults too, and cost no more than the limits allow. */
export async function readSheet<C extends Columns>(
  definition: SheetDefinition<C>,
  bytes: Buffer,
  limits: SheetLimits = SHEET_LIMITS,
): Promise<SheetReading<C>> {
  try {
    const workbook = await openWorkbook(bytes, limits);
    return await readTable(definition, workbook, partNamed(workbook, definition.name), limits);
  } catch (error) {
    if (!(error instanceof DamagedWorkbook)) throw error;
    return { rows: [], faults: [{ code: error.damage }], headerRow: undefined, ignored: [] };
  }
}

/** The part with the sheet of this name, or else the first sheet. */
export function partNamed({ sheets }: Workbook, name: string): string {
  const part = (sheets.find((sheet) => fold(sheet.name) === fold(name)) ?? sheets[0])?.part;
  if (part === undefined) throw new DamagedWorkbook('damaged_xlsx');
  return part;
}

/** One sheet of an open workbook. @throws DamagedWorkbook */
export async function readTable<C extends Columns>(
  definition: SheetDefinition<C>,
  workbook: Workbook,
  part: string,
  limits: SheetLimits = SHEET_LIMITS,
): Promise<SheetReading<C>> {
  const table = tableOf(definition, limits);
  const reading = readRows(workbook, part);
  for await (const batch of reading.batches) if (!batch.every(table.take)) break;
  return table.close(reading.mergedRows());
}

/** `take` answers whether more rows are wanted. */
function tableOf<C extends Columns>(definition: SheetDefinition<C>, limits: SheetLimits) {
  const rows: ReadRow<C>[] = [];
  const faults: SheetFault[] = [];
  const blank = Object.fromEntries(Object.keys(definition.columns).map((key) => [key, null]));
  let header: Header | undefined;
  let missing = Object.values(definition.columns).map(({ title }) => title);
  let seen = 0;

  const takeAbove = (sheetRow: SheetRow): boolean => {
    if (sheetRow.number > HEADER_WITHIN) return false;
    const found = findHeader(definition, sheetRow);
    if (found.missing.length < missing.length) missing = found.missing;
    if (found.missing.length === 0) header = found;
    return true;
  };
  const take = (sheetRow: SheetRow): boolean => {
    if (header === undefined) return takeAbove(sheetRow);
    seen += 1;
    if (seen > limits.rows) faults.push({ code: 'too_many_rows', detail: { most: limits.rows } });
    if (seen > limits.rows || faults.length > MOST_FAULTS) return false;
    if (isBlank(sheetRow)) return true;
    const values = readValues(header, sheetRow, faults);
    if (values !== undefined)
      rows.push({ number: sheetRow.number, row: { ...blank, ...values } as RowOf<C> });
    return true;
  };
  const close = (mergedRows: readonly number[]): SheetReading<C> => {
    if (header === undefined) {
      const fault = { code: 'no_header', detail: { titles: missing.join(', ') } };
      return { rows, faults: [fault], headerRow: undefined, ignored: [] };
    }
    const { row: headerRow, ignored } = header;
    for (const row of mergedRows) if (row > headerRow) faults.push({ row, code: 'merged_cells' });
    return { rows, faults: [...header.faults, ...faults].slice(0, MOST_FAULTS), headerRow, ignored };
  };
  return { take, close };
}

/** A row is the header when it names every required column. */
function findHeader(
  { columns }: SheetDefinition,
  { number, cells }: SheetRow,
): Header & { missing: string[] } {
  const titles = titlesOf(cells);
  const places: Place[] = [];
  const faults: SheetFault[] = [];
  const missing: string[] = [];
  const known = new Set<number>();
  for (const [key, column] of Object.entries(columns)) {
    const names = [column.title, ...(column.aliases ?? [])].map(fold);
    const [first, ...others] = titles.filter(({ title }) => names.includes(fold(title)));
    if (first === undefined) {
      if (column.required !== undefined && column.required !== false) missing.push(column.title);
      continue;
    }
    if (others.length > 0) faults.push({ row: number, column: column.title, code: 'column_twice' });
    for (const { at } of [first, ...others]) known.add(at);
    places.push({ key, title: column.title, at: first.at, read: cellReader(column) });
  }
  if (places.length === 0) missing.push('');
  const ignored = titles.filter(({ at }) => !known.has(at)).map(({ title }) => title);
  return { row: number, places, ignored, faults, missing };
}

/** A required column is marked with a star in the header, which is no part of its title. */
function titlesOf(cells: readonly (Cell | undefined)[]): { title: string; at: number }[] {
  return cells.flatMap((cell, at) =>
    cell?.kind === 'text' ? [{ title: cell.text.replace(/[\s*]+$/, '').trim(), at }] : [],
  );
}

function readValues(
  { places }: Header,
  { number, cells }: SheetRow,
  faults: SheetFault[],
): Record<string, CellValue> | undefined {
  const before = faults.length;
  const values: Record<string, CellValue> = {};
  for (const { key, title, at, read } of places) {
    const reading = read(cells[at]);
    if ('value' in reading) values[key] = reading.value;
    else faults.push({ row: number, column: title, ...reading.wrong });
  }
  return faults.length === before ? values : undefined;
}

function isBlank({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell === undefined || (cell.kind === 'text' && cell.text.trim() === ''));
}
