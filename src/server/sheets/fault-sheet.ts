import type { Readable } from 'node:stream';
import { fold } from '../../text/fold.ts';
import type { SheetFault } from './definition.ts';
import { partNamed } from './read-sheet.ts';
import { headerXml, sheetBegin, writeWorkbook } from './write-sheet.ts';
import { letters, numberXml, plainTextXml, textXml } from './xlsx/cells.ts';
import { SHEET_LIMITS, type SheetLimits } from './xlsx/limits.ts';
import { SHEET_FOOT, STYLE } from './xlsx/parts.ts';
import { type Cell, readRows, type SheetRow } from './xlsx/rows.ts';
import { openWorkbook, type Workbook } from './xlsx/workbook.ts';

export type FaultColumn = {
  readonly title: string;
  /** One sentence for each fault, which says its column. */
  readonly print: (fault: SheetFault) => string;
};

/** Where the reading found things: the sheet by its name, the header by its row. */
export type SheetPlace = { readonly name: string; readonly headerRow: number };

const FAULT_WIDTH = 60;
const WIDTH = 20;

/**
 * The sheets that were read, every row in its place, with one more column that says what is wrong with the row. Such a
 * column from an earlier round is replaced. The workbook must be one that could be read; a fault that names no sheet
 * lies in the first. @throws DamagedWorkbook
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
      const sentences = (row: number) => (said.get(row) ?? []).map(column.print).join('\n');
      return { name: place.name, xml: sheetXml(workbook, place, column.title, sentences) };
    }),
  );
}

async function* sheetXml(
  workbook: Workbook,
  { name, headerRow }: SheetPlace,
  title: string,
  sentences: (row: number) => string,
): AsyncGenerator<string> {
  const above: SheetRow[] = [];
  let faultAt: number | undefined;
  for await (const batch of readRows(workbook, partNamed(workbook, name)).batches)
    for (const row of batch) {
      if (row.number < headerRow) above.push(row);
      else if (faultAt !== undefined) yield rowXml(row, faultAt, sentences(row.number));
      else {
        faultAt = placeOfFaults(row, title);
        yield sheetBegin(widths(faultAt), headerRow);
        for (const earlier of above) yield rowXml(earlier, undefined, '');
        yield headerXml(headerRow, [...titlesBefore(row, faultAt), title]);
      }
    }
  yield `</sheetData>${SHEET_FOOT}`;
}

function widths(faultAt: number): { width: number }[] {
  return [...Array.from({ length: faultAt }, () => ({ width: WIDTH })), { width: FAULT_WIDTH }];
}

function placeOfFaults({ cells }: SheetRow, title: string): number {
  const at = cells.findIndex((cell) => cell?.kind === 'text' && fold(cell.text) === fold(title));
  return at === -1 ? cells.length : at;
}

function titlesBefore({ cells }: SheetRow, faultAt: number): string[] {
  return Array.from({ length: faultAt }, (_, at) => {
    const cell = cells[at];
    return cell?.kind === 'text' ? cell.text : '';
  });
}

function rowXml({ number, cells }: SheetRow, faultAt: number | undefined, sentence: string): string {
  let xml = `<row r="${number}">`;
  for (const [at, cell] of cells.entries())
    if (cell !== undefined && at !== faultAt && (faultAt === undefined || at < faultAt))
      xml += sameCell(`${letters(at)}${number}`, cell);
  if (faultAt !== undefined && sentence !== '')
    xml += textXml(`${letters(faultAt)}${number}`, STYLE.fault, sentence);
  return `${xml}</row>`;
}

function sameCell(place: string, cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return plainTextXml(place, cell.text);
    case 'number':
      return numberXml(place, STYLE.decimal, cell.written);
    case 'day':
      return numberXml(place, STYLE.day, cell.serial);
    case 'boolean':
      return textXml(place, STYLE.text, cell.value ? 'TRUE' : 'FALSE');
    case 'error':
      return textXml(place, STYLE.text, cell.written);
    case 'unknown':
      return '';
  }
}
