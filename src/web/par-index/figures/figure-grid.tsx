import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { FigureCell, JudgedUnit } from '../../../domain/par-index/campaign/figure-record.ts';
import type { RankingRow } from '../../../domain/par-index/campaign/result.ts';
import type { Leaf, Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { printNumber } from '../../../text/numbers.ts';
import { useLanguage } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/notice.tsx';
import type { Campaign } from '../campaigns.ts';
import { FaultsTable } from '../faults-table.tsx';
import { CellDetail } from './cell-detail.tsx';
import styles from './figures.module.css';
import { ConflictNotice } from './grid/conflict-notice.tsx';
import { GridTable } from './grid/grid-table.tsx';
import { gridOf } from './grid-cells.ts';
import type { SheetPart } from './load-sheet.ts';
import { cornersOf, type Range } from './sheet.ts';
import { type OpenSheet, useCellWords, useSheet } from './use-sheet.ts';

type FigureGridProps = {
  readonly campaign: Campaign;
  readonly scorecard: Scorecard;
  readonly leaves: readonly Leaf[];
  readonly units: readonly JudgedUnit[];
  readonly cells: readonly FigureCell[];
  /** Which part of the figures has those of a leaf. */
  readonly partOf: (leaf: Leaf) => SheetPart;
  readonly standing: ReadonlyMap<string, RankingRow>;
  /** Opens what is said of a unit in this period. */
  readonly onUnit: (unitId: string) => void;
  /** Stands before the tools of the sheet. */
  readonly tools: ReactNode;
};

/** The sheet of one field: typed, pasted, filled down, undone, and saved all at once. */
export function FigureGrid(props: FigureGridProps) {
  const { campaign, scorecard, leaves, units, cells, standing } = props;
  const { text } = useLanguage();
  const { parIndex, shell } = text;
  const words = useCellWords();
  const grid = useMemo(
    () => gridOf(scorecard, leaves, units, cells, words),
    [scorecard, leaves, units, cells, words],
  );
  const sheet = useSheet(campaign, grid, words, props.partOf);
  const [range, setRange] = useState<Range>({ anchor: { row: 0, column: 0 }, end: { row: 0, column: 0 } });
  const { failure, faults } = sheet.command;
  return (
    <div className={styles.grid}>
      <div className={styles.tools}>
        {props.tools}
        <Tools sheet={sheet} onFillDown={() => sheet.put(filledDown(sheet, range))} />
      </div>
      {failure !== undefined && faults.length === 0 && <ErrorState sentence={shell.refused[failure]} />}
      {sheet.refused.length > 0 && <ConflictNotice sheet={sheet} />}
      {faults.length > sheet.refused.length && <FaultsTable faults={faults} />}
      <GridTable
        label={parIndex.grid}
        grid={grid}
        sheet={sheet}
        range={range}
        onRange={setRange}
        standing={standing}
        onUnit={props.onUnit}
        onFillDown={() => sheet.put(filledDown(sheet, range))}
      />
      <CellDetail cell={sheet.cellAt(range.end)} wrong={sheet.wrong} />
      <p className={styles.hint}>{parIndex.gridHint}</p>
    </div>
  );
}

/** The first row of the range, or the row above a single one, copied into the rows below it. */
function filledDown(sheet: OpenSheet, range: Range) {
  const { from, to } = cornersOf(range);
  const source = from.row === to.row ? from.row - 1 : from.row;
  const texts: [{ row: number; column: number }, string][] = [];
  for (let row = source + 1; row <= to.row; row += 1) {
    for (let column = from.column; column <= to.column; column += 1) {
      const above = sheet.cellAt({ row: source, column });
      if (above !== undefined) texts.push([{ row, column }, sheet.textOf(above)]);
    }
  }
  return texts;
}

function Tools({ sheet, onFillDown }: { readonly sheet: OpenSheet; readonly onFillDown: () => void }) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const number = (count: number) => printNumber(`${count}`, language);
  const wrong = sheet.wrong.size;
  return (
    <div className={styles.actions}>
      <Button
        onClick={sheet.save}
        loading={sheet.command.busy}
        disabled={sheet.changes === 0 || wrong > 0 || sheet.refused.length > 0}
      >
        {parIndex.saveFigures}
      </Button>
      <Button variant="default" onClick={sheet.undo} disabled={!sheet.canUndo}>
        {parIndex.undo}
      </Button>
      <Button variant="default" onClick={sheet.redo} disabled={!sheet.canRedo}>
        {parIndex.redo}
      </Button>
      <Button variant="default" onClick={onFillDown}>
        {parIndex.fillDown}
      </Button>
      <span role="status" className={styles.changed} data-wrong={wrong > 0}>
        {wrong > 0
          ? parIndex.wrongCells(number(wrong))
          : sheet.changes > 0
            ? parIndex.changed(number(sheet.changes))
            : parIndex.unchanged}
      </span>
    </div>
  );
}
