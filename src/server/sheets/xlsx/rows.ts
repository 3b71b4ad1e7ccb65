import { DamagedWorkbook } from './damaged.ts';
import { type Attributes, attribute, scanXml } from './scan-xml.ts';
import { readEscapes } from './shared-strings.ts';
import type { Workbook } from './workbook.ts';

/**
 * What stands in one cell. A formula counts with the value that was last worked out for it; one that has none is
 * `unknown`. `written` is the number as the file has it.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly written: string }
  | { readonly kind: 'day'; readonly serial: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly written: string }
  | { readonly kind: 'unknown' };

/** `number` is what Excel shows beside the row; cells stand at their column's position. */
export type SheetRow = { readonly number: number; readonly cells: readonly (Cell | undefined)[] };

export type RowReading = {
  /** Rows in which something stands, as many at a time as have come. */
  readonly batches: AsyncIterable<readonly SheetRow[]>;
  /** Rows over which merged ranges begin, known when all rows have come. */
  readonly mergedRows: () => readonly number[];
};

type Draft = { type: string; style: number; column: number; value: string; formula: boolean };

/** Of every workbook. */
const LAST_ROW = 1_048_576;

/** Days between the two ways of counting them. */
const DAYS_TO_1904 = 1462;

/** Rows of one sheet as they come out of the archive. @throws DamagedWorkbook */
export function readRows(workbook: Workbook, part: string): RowReading {
  const ready: SheetRow[] = [];
  const merged: number[] = [];
  const scanner = scanXml(rowHandler(workbook, ready, merged));
  async function* batches(): AsyncGenerator<readonly SheetRow[]> {
    for await (const chunk of workbook.archive.read(part)) {
      scanner.push(chunk);
      if (ready.length > 0) yield ready.splice(0);
    }
    scanner.end();
  }
  return { batches: batches(), mergedRows: () => merged };
}

function rowHandler(workbook: Workbook, ready: SheetRow[], merged: number[]) {
  let number = 0;
  let column = -1;
  let cells: (Cell | undefined)[] = [];
  let draft: Draft | undefined;
  let reading = false;
  let phonetic = false;

  const beginCell = (attributes: Attributes): void => {
    const place = attribute(attributes, 'r');
    column = place === undefined ? column + 1 : columnOf(place);
    const style = Number(attribute(attributes, 's') ?? '-1');
    draft = { type: attribute(attributes, 't') ?? 'n', style, column, value: '', formula: false };
  };
  const endCell = (): void => {
    if (draft === undefined) return;
    const cell = draft.column < workbook.columns ? toCell(draft, workbook) : undefined;
    if (cell !== undefined) cells[draft.column] = cell;
    draft = undefined;
  };

  return {
    open: (name: string, attributes: Attributes): void => {
      if (name === 'c') beginCell(attributes);
      else if (name === 'row') {
        number = Number(attribute(attributes, 'r') ?? number + 1);
        if (!(Number.isInteger(number) && number >= 1 && number <= LAST_ROW))
          throw new DamagedWorkbook('damaged_xlsx');
        column = -1;
        cells = [];
      } else if (name === 'f' && draft !== undefined) draft.formula = true;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'mergeCell') merged.push(rowOf(attribute(attributes, 'ref') ?? ''));
      reading = name === 'v' || (name === 't' && !phonetic);
    },
    text: (piece: string): void => {
      if (reading && draft !== undefined) draft.value += piece;
    },
    close: (name: string): void => {
      reading = false;
      if (name === 'c') endCell();
      else if (name === 'rPh') phonetic = false;
      else if (name === 'row' && cells.length > 0) ready.push({ number, cells });
    },
  };
}

function toCell({ type, style, value, formula }: Draft, workbook: Workbook): Cell | undefined {
  if (value === '') return formula ? { kind: 'unknown' } : undefined;
  switch (type) {
    case 's':
      return { kind: 'text', text: workbook.strings[Number(value)] ?? damaged() };
    case 'str':
    case 'inlineStr':
      return { kind: 'text', text: readEscapes(value) };
    case 'b':
      return { kind: 'boolean', value: value.trim() === '1' };
    case 'e':
      return { kind: 'error', written: value };
    case 'd':
      return { kind: 'text', text: value.slice(0, 10) };
    case 'n':
      return toNumber(value.trim(), style, workbook);
    default:
      return damaged();
  }
}

function toNumber(written: string, style: number, { dayStyles, from1904 }: Workbook): Cell {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?$/.test(written)) damaged();
  if (!dayStyles.has(style)) return { kind: 'number', written };
  return { kind: 'day', serial: Number(written) + (from1904 ? DAYS_TO_1904 : 0) };
}

/** 0 for `A1`, 26 for `AA7`. */
function columnOf(place: string): number {
  let column = 0;
  let at = 0;
  for (; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (at === 0 || at > 3) damaged();
  return column - 1;
}

function rowOf(range: string): number {
  return Number(/^[A-Z]+(\d+)/.exec(range)?.[1] ?? damaged());
}

function damaged(): never {
  throw new DamagedWorkbook('damaged_xlsx');
}
