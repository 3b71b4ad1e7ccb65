import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { CellValue, Column, Columns, RowOf, SheetDefinition } from './definition.ts';
import { cellXml, letters, textXml, wrappedTextXml } from './xlsx/cells.ts';
import {
  escapeXml,
  packageParts,
  quotedName,
  SHEET_FOOT,
  SHEET_HEAD,
  STYLE,
  sheetPartName,
} from './xlsx/parts.ts';

type Rows<C extends Columns> = Iterable<RowOf<C>> | AsyncIterable<RowOf<C>>;

/** One sheet of a workbook, in pieces of XML. */
export type SheetSource = {
  readonly name: string;
  readonly xml: Iterable<string> | AsyncIterable<string>;
};

const CHOICES = 'Danh mục';

/** How many rows below the header are checked by Excel as people fill them in. */
const CHECKED_ROWS = 20_000;

/** A workbook as a stream of bytes; rows are taken as they are asked for, so that memory does not grow with them. */
export function writeSheet<C extends Columns>(definition: SheetDefinition<C>, rows: Rows<C>): Readable {
  return writeSheets([filled(definition, rows)]);
}

/** A sheet with its rows, of whatever columns. */
export type FilledSheet = {
  readonly name: string;
  readonly columns: readonly [string, Column][];
  readonly rows: Iterable<AnyRow> | AsyncIterable<AnyRow>;
};
type AnyRow = Readonly<Record<string, CellValue>>;

export function filled<C extends Columns>({ name, columns }: SheetDefinition<C>, rows: Rows<C>): FilledSheet {
  return { name, columns: Object.entries<Column>(columns), rows };
}

/** Several sheets in one workbook; lists to choose from stand together in one more. */
export function writeSheets(sheets: readonly FilledSheet[]): Readable {
  const choices = sheets.flatMap(({ columns }) =>
    columns.filter(([, { choices: list }]) => list !== undefined),
  );
  let lists = 0;
  const sources = sheets.map(({ name, columns, rows }) => {
    const source = { name, xml: sheetXml(columns, rows, lists) };
    lists += columns.filter(([, { choices: list }]) => list !== undefined).length;
    return source;
  });
  return writeWorkbook(
    choices.length === 0 ? sources : [...sources, { name: CHOICES, xml: choicesXml(choices) }],
  );
}

export function writeWorkbook(sheets: readonly SheetSource[]): Readable {
  const zip = new ZipFile();
  const options = { compressionLevel: 3 };
  const output = Readable.from(zip.outputStream, { objectMode: false });
  for (const [name, xml] of packageParts(sheets.map(({ name }) => name)))
    zip.addBuffer(Buffer.from(xml), name, options);
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
  columns: FilledSheet['columns'],
  rows: FilledSheet['rows'],
  lists: number,
): AsyncGenerator<string> {
  const titles = columns.map(([, { title, required }]) => (required === true ? `${title} *` : title));
  yield sheetBegin(columns.map(([, column]) => look(column)));
  yield headerXml(1, titles);
  const writers = columns.map(([key, column], at) => cellWriter(key, column, letters(at)));
  let number = 1;
  for await (const row of rows) {
    number += 1;
    yield rowXml(number, row, writers);
  }
  yield `</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${number}"/>${validationsXml(columns, lists)}${SHEET_FOOT}`;
}

type CellWriter = (number: number, row: Readonly<Record<string, CellValue>>) => string;

function cellWriter(key: string, { kind, choices, wrap }: Column, column: string): CellWriter {
  const titles = new Map((choices ?? []).map(({ value, title }) => [value, title]));
  return (number, row) => {
    const value = row[key] ?? null;
    const shown = typeof value === 'string' ? (titles.get(value) ?? value) : value;
    if (wrap === true && typeof shown === 'string') return wrappedTextXml(`${column}${number}`, shown);
    return cellXml(kind, `${column}${number}`, shown);
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

type Look = { readonly width: number; readonly style?: number };

/** An empty cell of a text column takes a code that somebody types as text, leading zeros included. */
function look({ kind, title, width, wrap }: Column): Look {
  const style = wrap === true ? STYLE.wrapped : kind === 'choice' ? STYLE.text : STYLE[kind];
  return { width: width ?? Math.max(12, title.length + 4), style };
}

/** Up to the rows: those up to the header stay in sight, columns have their widths. */
export function sheetBegin(looks: readonly Look[], headerRow = 1): string {
  const columns = looks.map(
    ({ width, style = 0 }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${style}" customWidth="1"/>`,
  );
  const below = headerRow + 1;
  return `${SHEET_HEAD}<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="A${below}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

export function headerXml(row: number, titles: readonly string[]): string {
  const cells = titles.map((title, at) => textXml(`${letters(at)}${row}`, STYLE.header, title));
  return `<row r="${row}">${cells.join('')}</row>`;
}

/** Lists to choose from, the first at the position `lists`, and what to write, shown by Excel as somebody fills in the sheet. */
function validationsXml(columns: readonly [string, Column][], lists: number): string {
  let list = lists - 1;
  const rules = columns.flatMap(([, { title, help, choices }], at) => {
    if (choices !== undefined) list += 1;
    if (choices === undefined && help === undefined) return [];
    const range = `${letters(at)}2:${letters(at)}${CHECKED_ROWS + 1}`;
    const prompt =
      help === undefined
        ? ''
        : ` showInputMessage="1" promptTitle="${escapeXml(title.slice(0, 32))}" prompt="${escapeXml(help.slice(0, 255))}"`;
    if (choices === undefined) return [`<dataValidation${prompt} sqref="${range}"/>`];
    const source = `${quotedName(CHOICES)}!$${letters(list)}$2:$${letters(list)}$${choices.length + 1}`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1"${prompt} sqref="${range}"><formula1>${escapeXml(source)}</formula1></dataValidation>`,
    ];
  });
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function* choicesXml(columns: readonly [string, Column][]): Generator<string> {
  yield sheetBegin(columns.map(() => ({ width: 30 })));
  yield headerXml(
    1,
    columns.map(([, { title }]) => title),
  );
  const longest = Math.max(...columns.map(([, { choices }]) => choices?.length ?? 0));
  for (let at = 0; at < longest; at += 1) {
    const cells = columns.map(([, { choices }], column) =>
      cellXml('text', `${letters(column)}${at + 2}`, choices?.[at]?.title ?? null),
    );
    yield `<row r="${at + 2}">${cells.join('')}</row>`;
  }
  yield `</sheetData>${SHEET_FOOT}`;
}
