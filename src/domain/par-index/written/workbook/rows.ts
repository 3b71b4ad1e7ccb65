import type { CellFault } from '../piece.ts';

/** Rows of the three sheets of a scorecard as they were read: `row` as Excel numbers it, blank cells null. */

export type SheetKey = 'criteria' | 'head' | 'bands';

type Cell = string | null;

export type CriterionCells = {
  readonly code: Cell;
  readonly name: Cell;
  readonly max: Cell;
  readonly parent: Cell;
  readonly kind: Cell;
  readonly rule: Cell;
  readonly for: Cell;
  readonly part: Cell;
  readonly combine: Cell;
  readonly nothingArose: Cell;
  readonly notFor: Cell;
  readonly prints: Cell;
  readonly evidence: Cell;
  readonly office: Cell;
};
/** One value of the head; flags take a row each. */
export type HeadCells = { readonly field: Cell; readonly value: Cell };
export type BandCells = {
  readonly name: string;
  readonly bound: Cell;
  readonly notWith: Cell;
  readonly needs: Cell;
};

export type Numbered<Cells> = Cells & { readonly row: number };

export type ScorecardRows = {
  readonly criteria: readonly Numbered<CriterionCells>[];
  readonly head: readonly Numbered<HeadCells>[];
  readonly bands: readonly Numbered<BandCells>[];
};

/** Where a fault lies: in which sheet, on which row, under which column. */
export type RowFault = CellFault & {
  readonly sheet: SheetKey;
  readonly row?: number;
  readonly column?: string;
};

/** Names of kinds of unit, folded, and the codes that documents know them by. */
export type KindNames = ReadonlyMap<string, string>;
