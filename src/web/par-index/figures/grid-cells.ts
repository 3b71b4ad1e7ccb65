import type {
  FigureCell,
  JudgedUnit,
  SaveFigures,
} from '../../../domain/par-index/campaign/figure-record.ts';
import { switchedOff } from '../../../domain/par-index/figures/read-figures.ts';
import type { Rule } from '../../../domain/par-index/rules/rule.ts';
import { type Leaf, ruleFor, type Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { type CellWords, writeCell } from './cells/cell-text.ts';
import { readCell } from './cells/read-cell.ts';
import type { Sheet } from './sheet.ts';

/** One cell of the grid: how it is judged, what is stored, and whether it takes anything at all. */
export type Cell = {
  readonly key: string;
  readonly unit: JudgedUnit;
  readonly leaf: Leaf;
  readonly rule: Rule;
  readonly stored: FigureCell | undefined;
  readonly text: string;
  /** The unit is not judged on this criterion. */
  readonly off: boolean;
};

export function keyOf(unitId: string, code: string): string {
  return `${unitId} ${code}`;
}

/** The sheet of some units and leaves; cells are made when they are asked for, as a sheet may have half a million. */
export type Grid = {
  readonly units: readonly JudgedUnit[];
  readonly leaves: readonly Leaf[];
  readonly cellAt: (row: number, column: number) => Cell | undefined;
};

export function gridOf(
  scorecard: Scorecard,
  leaves: readonly Leaf[],
  units: readonly JudgedUnit[],
  cells: readonly FigureCell[],
  words: CellWords,
): Grid {
  const stored = Map.groupBy(cells, ({ unitId }) => unitId);
  const rows = new Map<number, readonly Cell[]>();
  const rowOf = (row: number): readonly Cell[] => {
    const unit = units[row];
    const known = rows.get(row);
    if (known !== undefined || unit === undefined) return known ?? [];
    const made = rowOfUnit(scorecard, leaves, unit, stored.get(unit.unitId) ?? [], words);
    rows.set(row, made);
    return made;
  };
  return { units, leaves, cellAt: (row, column) => rowOf(row)[column] };
}

function rowOfUnit(
  scorecard: Scorecard,
  leaves: readonly Leaf[],
  unit: JudgedUnit,
  cells: readonly FigureCell[],
  words: CellWords,
): Cell[] {
  const byCode = new Map(cells.map((cell) => [cell.code, cell]));
  const off = switchedOff(scorecard, unit);
  return leaves.map((leaf) => {
    const rule = ruleFor(leaf, unit);
    const own = byCode.get(leaf.code);
    const text = own === undefined ? '' : writeCell(rule, own.input, words);
    return { key: keyOf(unit.unitId, leaf.code), unit, leaf, rule, stored: own, text, off: off.has(leaf) };
  });
}

/** The cell as it is stored now, with what somebody else may have entered since. */
export function storedAnew(cell: Cell, cells: ReadonlyMap<string, FigureCell>, words: CellWords): Cell {
  const stored = cells.get(cell.key);
  const text = stored === undefined ? '' : writeCell(cell.rule, stored.input, words);
  return { ...cell, stored, text };
}

export function byKey(cells: readonly FigureCell[]): Map<string, FigureCell> {
  return new Map(cells.map((cell) => [keyOf(cell.unitId, cell.code), cell]));
}

type ToSave = { readonly cells: SaveFigures['cells']; readonly wrong: ReadonlySet<string> };

/** Cells whose text differs from what is stored, ready to be sent; and those that cannot be read. */
export function changesOf(touched: Iterable<Cell>, sheet: Sheet, words: CellWords): ToSave {
  const wrong = new Set<string>();
  const cells: SaveFigures['cells'] = [];
  for (const cell of touched) {
    const text = sheet.edits.get(cell.key);
    if (text === undefined || text === cell.text) continue;
    const input = readCell(cell.rule, text, words);
    if (input === undefined || isUnforeseen(cell, input)) wrong.add(cell.key);
    else {
      const { unitId } = cell.unit;
      cells.push({ unitId, code: cell.leaf.code, input, revision: cell.stored?.revision ?? 0 });
    }
  }
  return { cells, wrong };
}

/** "Không phát sinh" where the scorecard does not say what it gives. */
function isUnforeseen({ leaf }: Cell, input: string | null): boolean {
  return input === '{"nothing_arose": true}' && leaf.nothingArose === undefined;
}
