import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { choicesSource, validationsXml } from './choices.ts';
import type { CellValue, Column, Columns, RowOf, SheetDefinition } from './definition.ts';
import { headerXml, type Look, type SheetSource, sheetBegin } from './sheet-head.ts';
import { cellXml, letters, textXml, wrappedTextXml } from './xlsx/cells.ts';
import { packageParts, STYLE, sheetFoot, sheetPartName } from './xlsx/parts.ts';

type Rows<C extends Columns> = Iterable<RowOf<C>> | AsyncIterable<RowOf<C>>;

/** A workbook as a stream of bytes; rows are taken as they are asked for, so that memory does not grow with them. */
export function writeSheet<C extends Columns>(
  definition: SheetDefinition<C>,
  rows: Rows<C>,
  beside: readonly SheetSource[] = [],
): Readable {
  return writeSheets([filled(definition, rows)], beside);
}

/** A sheet with its rows, of whatever columns. */
export type FilledSheet = {
  readonly name: string;
  readonly columns: readonly [string, Column][];
  readonly frozen?: number;
  readonly rows: Iterable<AnyRow> | AsyncIterable<AnyRow>;
};
type AnyRow = Readonly<Record<string, CellValue>>;

export function filled<C extends Columns>(
  { name, columns, frozen = 0 }: SheetDefinition<C>,
  rows: Rows<C>,
): FilledSheet {
  return { name, columns: Object.entries<Column>(columns), frozen, rows };
}

/** Several sheets in one workbook; lists to choose from stand together in one more. */
export function writeSheets(sheets: readonly FilledSheet[], beside: readonly SheetSource[] = []): Readable {
  const all = sheets.flatMap(({ columns }) => columns.map(([, column]) => column));
  const sources = sheets.map((sheet): SheetSource => {
    const headerRow = sheet.columns.some(([, { band }]) => band !== undefined) ? 2 : 1;
    return { name: sheet.name, titleRows: [1, headerRow], xml: sheetXml(sheet, headerRow, all) };
  });
  return writeWorkbook([...sources, ...beside, ...choicesSource(all)]);
}

export function writeWorkbook(sheets: readonly SheetSource[]): Readable {
  const zip = new ZipFile();
  const options = { compressionLevel: 3 };
  const output = Readable.from(zip.outputStream, { objectMode: false });
  for (const [name, xml] of packageParts(sheets)) zip.addBuffer(Buffer.from(xml), name, options);
  sheets.forEach(({ xml }, at) => {
    const part = Readable.from(inChunks(xml), { objectMode: false });
    part.on('error', (error) => output.destroy(error));
    output.on('close', () => part.destroy());
    zip.addReadStream(part, sheetPartName(at), options);
  });
  zip.end();
  return output;
}

async function* inChunks(pieces: SheetSource['xml']): AsyncGenerator<Buffer> {
  let waiting = '';
  for await (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 64 * 1024) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  yield Buffer.from(waiting);
}

async function* sheetXml(
  { columns, rows, frozen = 0 }: FilledSheet,
  headerRow: number,
  all: readonly Column[],
): AsyncGenerator<string> {
  const plain = columns.map(([, column]) => column);
  const titles = plain.map(({ title, required }) => (required === true ? `${title} *` : title));
  yield sheetBegin(plain.map(look), headerRow, frozen);
  if (headerRow > 1) yield bandsXml(plain);
  yield headerXml(headerRow, titles);
  const writers = columns.map(([key, column], at) => cellWriter(key, column, letters(at)));
  let number = headerRow;
  for await (const row of rows) {
    number += 1;
    yield rowXml(number, row, writers);
  }
  const filter = `<autoFilter ref="A${headerRow}:${letters(columns.length - 1)}${number}"/>`;
  const merged = headerRow > 1 ? mergedXml(bandsOf(plain)) : '';
  yield `</sheetData>${filter}${merged}${validationsXml(plain, headerRow, all)}${sheetFoot()}`;
}

type CellWriter = (number: number, row: Readonly<Record<string, CellValue>>) => string;

function cellWriter(key: string, { kind, choices, words, wrap }: Column, column: string): CellWriter {
  const titles = new Map((choices ?? []).map(({ value, title }) => [value, title]));
  const instead = new Map((words ?? []).map(({ value, title }) => [value, title]));
  return (number, row) => {
    const value = row[key] ?? null;
    const place = `${column}${number}`;
    if (typeof value !== 'string') return cellXml(kind, place, value);
    const word = instead.get(value);
    if (word !== undefined) return textXml(place, STYLE.text, word);
    const shown = titles.get(value) ?? value;
    return wrap === true ? wrappedTextXml(place, shown) : cellXml(kind, place, shown);
  };
}

function rowXml(
  number: number,
  row: Readonly<Record<string, CellValue>>,
  writers: readonly CellWriter[],
): string {
  let xml = `<row r="${number}">`;
  for (const write of writers) xml += write(number, row);
  return `${xml}</row>`;
}

/** An empty cell of a text column takes a code that somebody types as text, leading zeros included. */
function look({ kind, title, width, wrap }: Column): Look {
  const style = wrap === true ? STYLE.wrapped : kind === 'choice' ? STYLE.text : STYLE[kind];
  return { width: width ?? Math.max(12, title.length + 4), style };
}

/** High enough for four lines, which the longest names of criteria need. */
const BAND_HEIGHT = 62;

type Band = { readonly title: string; readonly from: number; readonly to: number };

function bandsOf(columns: readonly Column[]): Band[] {
  const bands: Band[] = [];
  columns.forEach(({ band }, at) => {
    const last = bands.at(-1);
    if (band === undefined) return;
    if (last !== undefined && last.title === band && last.to === at - 1)
      bands.splice(-1, 1, { ...last, to: at });
    else bands.push({ title: band, from: at, to: at });
  });
  return bands;
}

function bandsXml(columns: readonly Column[]): string {
  const titles = new Map(bandsOf(columns).map(({ title, from }) => [from, title]));
  const cells = columns.map((_, at) => textXml(`${letters(at)}1`, STYLE.header, titles.get(at) ?? ''));
  return `<row r="1" ht="${BAND_HEIGHT}" customHeight="1">${cells.join('')}</row>`;
}

function mergedXml(bands: readonly Band[]): string {
  const ranges = bands
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => `<mergeCell ref="${letters(from)}1:${letters(to)}1"/>`);
  return ranges.length === 0 ? '' : `<mergeCells count="${ranges.length}">${ranges.join('')}</mergeCells>`;
}
