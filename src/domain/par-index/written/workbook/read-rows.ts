import type { Fault } from '../../../kernel/fault.ts';
import { fold } from '../../../kernel/fold.ts';
import { type JsonObject, writeJson } from '../../../kernel/json.ts';
import { parseDecimal, printRatio } from '../../../kernel/number/decimal.ts';
import { add, type Ratio, ZERO } from '../../../kernel/number/ratio.ts';
import { scorecardFaults } from '../../scorecard/faults.ts';
import { bandsOf, bestFirst } from './bands.ts';
import { criteriaOf } from './criteria.ts';
import { type Basics, type HeadField, headOf } from './head.ts';
import { type Places, placedFault } from './places.ts';
import type { CriterionCells, KindNames, Numbered, RowFault, ScorecardRows } from './rows.ts';
import { type RowNode, treeOf } from './tree.ts';

/** What rows gave: a document when nothing is wrong with them, and what must still be asked. */
export type RowsRead = {
  readonly document: string | undefined;
  readonly faults: readonly RowFault[];
  /** Particulars that neither the rows nor `basics` give. */
  readonly asks: readonly ('code' | 'name' | 'year')[];
};

export type RowsContext = {
  readonly basics: Basics;
  readonly kinds: KindNames;
  readonly choose: (field: HeadField, value: string) => string | undefined;
};

/** A scorecard out of rows, checked as its document is, with every fault at its row. */
export function readScorecardRows(rows: ScorecardRows, { basics, kinds, choose }: RowsContext): RowsRead {
  const faults: RowFault[] = [];
  const { own, total } = withoutTotal(rows.criteria);
  const roots = treeOf(own, faults);
  if (faults.some(({ code }) => code === 'parent_circle')) return { document: undefined, faults, asks: [] };
  const summed = total ?? sumOfRoots(roots);
  const head = headOf(rows.head, { ...basics, total: basics.total ?? summed }, kinds, choose, faults);
  const criteria = criteriaOf(roots, kinds, faults);
  const bandRows = bestFirst(rows.bands);
  const bands = bandRows.length === 0 ? {} : { bands: bandsOf(bandRows, faults) };
  const asks = missing(head.fields);
  const fields: JsonObject = { ...head.fields, ...bands, ...placeholders(asks), criteria };
  const places = { roots, head: head.rows, bands: bandRows.map(({ row }) => row) };
  faults.push(...notTold(scorecardFaults(fields), places, faults));
  const sound = faults.length === 0 && asks.length === 0;
  return { document: sound ? writeJson(fields) : undefined, faults: inOrder(faults), asks };
}

/** A cell that was told already is not told again for what follows from it. */
function notTold(found: readonly Fault[], places: Places, faults: readonly RowFault[]): RowFault[] {
  const cell = ({ sheet, row, column }: RowFault) => `${sheet} ${row} ${column}`;
  const told = new Set(faults.map(cell));
  return found
    .map((fault) => placedFault(fault, places))
    .filter((placed) => placed.row === undefined || !told.has(cell(placed)));
}

type Row = Numbered<CriterionCells>;

/** Offices close their table with a line "Tổng cộng", which has no code. */
function withoutTotal(rows: readonly Row[]): { own: readonly Row[]; total: string | undefined } {
  const last = rows.at(-1);
  const closes = last !== undefined && last.code === null && /^(tong|cong|total)/.test(fold(last.name ?? ''));
  return closes ? { own: rows.slice(0, -1), total: last.max ?? undefined } : { own: rows, total: undefined };
}

function sumOfRoots(roots: readonly RowNode[]): string {
  const counted = roots.filter(({ row }) => row.part !== 'bonus');
  const sum = counted.reduce<Ratio>((all, { row }) => add(all, parseDecimal(row.max ?? '0')), ZERO);
  return printRatio(sum);
}

function missing({ code, name, year }: JsonObject): ('code' | 'name' | 'year')[] {
  return [
    ...(code === '' ? (['code'] as const) : []),
    ...(name === '' ? (['name'] as const) : []),
    ...(year === 0 ? (['year'] as const) : []),
  ];
}

/** Stand in for what is still to be asked, so that it is not told as a fault. */
function placeholders(asks: readonly string[]): JsonObject {
  return { ...(asks.includes('code') && { code: 'chua-dat' }), ...(asks.includes('year') && { year: 2000 }) };
}

const SHEETS = ['head', 'criteria', 'bands'];

function inOrder(faults: readonly RowFault[]): RowFault[] {
  return faults.toSorted(
    (a, b) => SHEETS.indexOf(a.sheet) - SHEETS.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0),
  );
}
