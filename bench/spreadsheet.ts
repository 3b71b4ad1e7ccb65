import { installed } from './installed.ts';
import { type Cell, OUT } from './kinds.ts';
import type { Synthetic } from './synthetic.ts';

type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;
type Engine = { readonly getSheetValues: (sheet: number) => unknown[][]; readonly destroy: () => void };
type Factory = { readonly buildFromSheets: (sheets: Sheets, options: object) => Engine };

/** What a spreadsheet works out for one unit. */
export type Row = { readonly points: number; readonly index: number; readonly rank: number };

export async function loadHyperFormula(): Promise<Factory> {
  const loaded: { readonly HyperFormula: Factory } = await import(installed('hyperformula'));
  return loaded.HyperFormula;
}

/**
 * The same scorecard as an office would lay it out: a sheet of figures, a row with the best of the block, and a sheet
 * with one formula for each criterion of each unit, total, applicable maximum, index and rank.
 */
export function sheetsOf({ kinds, rows }: Synthetic): Sheets {
  const columns = columnsOf(kinds);
  const best = [columns.map((at) => `=MAX(figures!${letters(at)}1:${letters(at)}${rows.length})`)];
  const points = rows.map((row, unit) => {
    const formulas = kinds.map(({ formula }, leaf) => {
      const [from, to] = [columns[leaf] ?? 0, columns[leaf + 1] ?? row.length];
      const cells = Array.from({ length: to - from }, (_, at) => `figures!${letters(from + at)}${unit + 1}`);
      return formula(cells, `best!${letters(leaf)}$1`);
    });
    return [...formulas, ...closing(kinds.length, unit + 1, rows.length)];
  });
  return { figures: rows, best, points };
}

/** The first column of each criterion; a criterion takes as many cells as any figure of it. */
function columnsOf(kinds: Synthetic['kinds']): number[] {
  const columns: number[] = [];
  let column = 0;
  for (const { figure } of kinds) {
    columns.push(column);
    column += figure({ below: () => 0 }).cells.length;
  }
  return columns;
}

function closing(leaves: number, row: number, rows: number): string[] {
  const own = `A${row}:${letters(leaves - 1)}${row}`;
  const [total, applicable, index] = [0, 1, 2].map((at) => `${letters(leaves + at)}`);
  return [
    `=SUM(${own})`,
    `=${leaves * 2}-2*COUNTIF(${own},"${OUT}")`,
    `=ROUND(${total}${row}/${applicable}${row}*100,2)`,
    `=COUNTIF(${index}$1:${index}$${rows},">"&${index}${row})+1`,
  ];
}

/** A, B, … Z, AA, …: the name of a column. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

export function rowsOf(engine: Engine, leaves: number): Row[] {
  return engine.getSheetValues(2).map((row) => ({
    points: Number(row[leaves]),
    index: Number(row[leaves + 2]),
    rank: Number(row[leaves + 3]),
  }));
}
