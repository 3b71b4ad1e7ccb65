import type { Readable } from 'node:stream';
import { fold } from '../../text/fold.ts';
import type { SheetFault } from './definition.ts';
import { partNamed } from './read-sheet.ts';
import { headerXml, sheetBegin } from './sheet-head.ts';
import { writeWorkbook } from './write-sheet.ts';
import { letters, numberXml, plainTextXml, textXml } from './xlsx/cells.ts';
import { SHEET_LIMITS, type SheetLimits } from './xlsx/limits.ts';
import { STYLE, sheetFoot } from './xlsx/parts.ts';
import { type Cell, readRows, type SheetRow } from './xlsx/rows.ts';
import { openWorkbook, type Workbook } from './xlsx/workbook.ts';

export type FaultColumn = {
  readonly title: string;
  /** One sentence for each fault, which says its column. */
  readonly print: (fault: SheetFault) => string;
};

/**
 * Where the reading found things: the sheet by its name, the header by its row. `keyColumns` stand before the column of
 * faults, so that in a wide sheet it is seen beside the names of its rows; without them it is the last.
 */
export type SheetPlace = { readonly name: string; readonly headerRow: number; readonly keyColumns?: number };

const FAULT_WIDTH = 60;
const WIDTH = 20;

/**
 * The sheets that were read, every row in its place, with one more column that says what is wrong with the row, and the
 * cells marked that are wrong. Such a column from an earlier round is replaced. The workbook must be one that could be
 * read; a fault that names no sheet lies in the first. @throws DamagedWorkbook
 */
export async function writeFaultSheet(
  original: Buffer,
  faults: readonly SheetFault[],
  places: readonly SheetPlace[],
  column: FaultColumn,
  limits: SheetLimits = SHEET_LIMITS,
): Promise<Readable> {
  const workbook = await openWorkbook(original, limits);
  return writeWorkbook(
    places.map((place, at) => {
      const own = faults.filter(({ sheet }) => (sheet === undefined ? at === 0 : sheet === place.name));
      const said = Map.groupBy(own, ({ row }) => row);
      return { name: place.name, xml: sheetXml(workbook, place, column, (row) => said.get(row) ?? []) };
    }),
  );
}

/** Where the column of faults stands, and whether the columns from there on move one to the right for it. */
type Layout = {
  readonly faultAt: number;
  readonly moved: boolean;
  readonly titles: readonly string[];
};

async function* sheetXml(
  workbook: Workbook,
  place: SheetPlace,
  column: FaultColumn,
  faultsOf: (row: number) => readonly SheetFault[],
): AsyncGenerator<string> {
  const { name, headerRow, keyColumns } = place;
  const above: SheetRow[] = [];
  let layout: Layout | undefined;
  for await (const batch of readRows(workbook, partNamed(workbook, name)).batches)
    for (const row of batch) {
      if (row.number < headerRow) above.push(row);
      else if (layout !== undefined) yield rowXml(row, layout, faultsOf(row.number), column);
      else {
        layout = layoutOf(row, column.title, keyColumns);
        yield sheetBegin(widths(layout), headerRow, keyColumns === undefined ? 0 : layout.faultAt + 1);
        for (const earlier of above) yield rowXml(earlier, layout, [], column);
        yield headerXml(headerRow, layout.titles);
      }
    }
  yield `</sheetData>${sheetFoot()}`;
}

function widths({ faultAt, titles }: Layout): { width: number }[] {
  return titles.map((_, at) => ({ width: at === faultAt ? FAULT_WIDTH : WIDTH }));
}

function layoutOf({ cells }: SheetRow, title: string, keyColumns = cells.length): Layout {
  const titles = Array.from(cells, (cell) => (cell?.kind === 'text' ? cell.text : ''));
  const known = titles.findIndex((each) => fold(each) === fold(title));
  if (known !== -1) return { faultAt: known, moved: false, titles: titles.with(known, title) };
  const faultAt = Math.min(keyColumns, cells.length);
  return { faultAt, moved: true, titles: titles.toSpliced(faultAt, 0, title) };
}

function rowXml(
  { number, cells }: SheetRow,
  { faultAt, moved, titles }: Layout,
  faults: readonly SheetFault[],
  { print }: FaultColumn,
): string {
  const wrong = new Set(faults.map(({ column }) => plainTitle(column ?? '')));
  const written: string[] = [];
  for (const [at, title] of titles.entries()) {
    const place = `${letters(at)}${number}`;
    const cell = cells[moved && at > faultAt ? at - 1 : at];
    if (at === faultAt && faults.length > 0)
      written.push(textXml(place, STYLE.fault, faults.map(print).join('\n')));
    else if (at !== faultAt) written.push(sameCell(place, cell, wrong.has(plainTitle(title))));
  }
  return `<row r="${number}">${written.join('')}</row>`;
}

function plainTitle(title: string): string {
  return fold(title.replace(/[\s*]+$/, ''));
}

function sameCell(place: string, cell: Cell | undefined, wrong: boolean): string {
  const text = wrong ? STYLE.wrongText : STYLE.text;
  switch (cell?.kind) {
    case undefined:
    case 'unknown':
      return wrong ? `<c r="${place}" s="${STYLE.wrongText}"/>` : '';
    case 'text':
      return wrong ? textXml(place, STYLE.wrongText, cell.text) : plainTextXml(place, cell.text);
    case 'number':
      return numberXml(place, wrong ? STYLE.wrongNumber : STYLE.decimal, cell.written);
    case 'day':
      return numberXml(place, wrong ? STYLE.wrongDay : STYLE.day, cell.serial);
    case 'boolean':
      return textXml(place, text, cell.value ? 'TRUE' : 'FALSE');
    case 'error':
      return textXml(place, text, cell.written);
  }
}
