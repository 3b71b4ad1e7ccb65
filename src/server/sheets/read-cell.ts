import { fold } from '../../text/fold.ts';
import { dayOfSerial, readDay } from './days.ts';
import { decimalOfFloat, readTypedNumber } from './decimals.ts';
import type { CellValue, Choice, Column, SheetFault } from './definition.ts';
import { MOST_CHARACTERS } from './xlsx/limits.ts';
import type { Cell } from './xlsx/rows.ts';

type Wrong = Pick<SheetFault, 'code' | 'detail'>;
export type CellReading = { readonly value: CellValue } | { readonly wrong: Wrong };

/** Turns what stands in a cell into what its column holds, or says why it cannot. */
export type CellReader = (cell: Cell | undefined) => CellReading;

export function cellReader(column: Column): CellReader {
  const read = readerOf(column);
  const wordIn = wordFinder(column.words ?? []);
  return (cell) => {
    if (cell === undefined || (cell.kind === 'text' && cell.text.trim() === ''))
      return column.required === true ? wrong('required') : { value: null };
    if (cell.kind === 'error') return wrong('cell_error', { written: cell.written });
    if (cell.kind === 'unknown') return wrong('formula_without_value');
    const word = wordIn(cell);
    return word === undefined ? read(cell) : { value: word };
  };
}

function readerOf(column: Column): CellReader {
  switch (column.kind) {
    case 'text':
      return readText;
    case 'number':
      return readWhole;
    case 'count':
      return readCount;
    case 'decimal':
      return readDecimal;
    case 'day':
      return dayReader();
    case 'choice':
      return choiceReader(column);
  }
}

function readText(cell: Cell | undefined): CellReading {
  if (cell?.kind === 'day') return wrong('text_became_day', { day: printedDay(cell.serial) });
  const text = plainText(cell).trim().normalize('NFC');
  return text.length < MOST_CHARACTERS ? { value: text } : wrong('cell_too_long', { most: MOST_CHARACTERS });
}

function readDecimal(cell: Cell | undefined): CellReading {
  const typed = plainText(cell).trim();
  const value = cell?.kind === 'number' ? decimalOfFloat(cell.written) : readTypedNumber(typed);
  if (cell?.kind === 'day' || cell?.kind === 'boolean' || value === undefined)
    return wrong('not_a_number', { written: excerpt(cell) });
  return value === 'ambiguous' ? wrong('ambiguous_number', { written: typed }) : { value };
}

function readWhole(cell: Cell | undefined): CellReading {
  const decimal = readDecimal(cell);
  if (!('value' in decimal)) return decimal;
  const value = Number(decimal.value);
  return Number.isSafeInteger(value) ? { value } : wrong('not_whole', { written: excerpt(cell) });
}

function readCount(cell: Cell | undefined): CellReading {
  const decimal = readDecimal(cell);
  if (!('value' in decimal)) return decimal;
  const written = String(decimal.value);
  if (!/^-?\d+$/.test(written)) return wrong('not_whole', { written: excerpt(cell) });
  return written.startsWith('-') ? wrong('negative_count', { written: excerpt(cell) }) : decimal;
}

/** A sheet has few different days, and working one out takes longer than remembering it. */
function dayReader(): CellReader {
  const known = new Map<number, string | undefined>();
  const dayOf = (serial: number): string | undefined => {
    if (!known.has(serial)) known.set(serial, dayOfSerial(serial));
    return known.get(serial);
  };
  return (cell) => {
    const value = cell?.kind === 'day' ? dayOf(cell.serial) : readDay(plainText(cell).trim());
    return value === undefined ? wrong('not_a_day', { written: excerpt(cell) }) : { value };
  };
}

/** Finds a word that stands in the place of a value; a column without words asks nothing of a cell. */
function wordFinder(words: readonly Choice[]): (cell: Cell | undefined) => string | undefined {
  const names = words.flatMap(({ value, title, aliases = [] }) =>
    [...aliases, title].map((name): [string, string] => [fold(name), value]),
  );
  const folded = new Map(names);
  return (cell) => (folded.size > 0 && cell?.kind === 'text' ? folded.get(fold(cell.text)) : undefined);
}

/** Names as they are written are looked up first, since folding each cell takes longer than reading it. */
function choiceReader({ choices = [] }: Column): CellReader {
  const names = choices.flatMap(({ value, title, aliases = [] }) =>
    [...aliases, title, value].map((name) => ({ name, value })),
  );
  const exact = new Map(names.map(({ name, value }) => [name, value]));
  const folded = new Map(names.map(({ name, value }) => [fold(name), value]));
  return (cell) => {
    const text = plainText(cell);
    const value = exact.get(text) ?? folded.get(fold(text));
    return value === undefined ? wrong('no_such_choice', { written: excerpt(cell) }) : { value };
  };
}

function plainText(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case 'text':
      return cell.text;
    case 'number':
      return decimalOfFloat(cell.written) ?? cell.written;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    default:
      return '';
  }
}

/** What people recognize their cell by, short enough for a sentence. */
function excerpt(cell: Cell | undefined): string {
  const text = cell?.kind === 'day' ? printedDay(cell.serial) : plainText(cell).trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function printedDay(serial: number): string {
  return dayOfSerial(serial)?.split('-').reverse().join('/') ?? String(serial);
}

function wrong(code: string, detail?: SheetFault['detail']): CellReading {
  return { wrong: detail === undefined ? { code } : { code, detail } };
}
