import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RankingRow } from '../../../../domain/par-index/campaign/result.ts';
import { useText } from '../../../ui/language.tsx';
import styles from '../figures.module.css';
import type { Grid } from '../grid-cells.ts';
import { holds, type Place, pasted, type Range, readClipboard, within } from '../sheet.ts';
import type { OpenSheet } from '../use-sheet.ts';
import { CellView } from './cell-view.tsx';
import { GridHead } from './grid-head.tsx';
import { copied, press } from './grid-keys.ts';
import { GridRow } from './grid-row.tsx';
import { Gap, useGridWindow } from './grid-window.tsx';

type GridTableProps = {
  readonly label: string;
  readonly grid: Grid;
  readonly sheet: OpenSheet;
  readonly range: Range;
  readonly onRange: (range: Range) => void;
  readonly standing: ReadonlyMap<string, RankingRow>;
  readonly onUnit: (unitId: string) => void;
  readonly onFillDown: () => void;
};

/** Rows of units under columns of criteria, one cell in the tab order, the rest by arrow keys; only what is seen is drawn. */
export function GridTable(props: GridTableProps) {
  const { grid, sheet, range, onRange, standing } = props;
  const [typing, setTyping] = useState<string>();
  const scroll = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const size = { rows: grid.units.length, columns: grid.leaves.length };
  const seen = useGridWindow(scroll, size, range.end, grid.leaves);
  const go = (next: Range) => {
    wanted.current = true;
    onRange(next);
    seen.show(next.end);
  };
  // The cell that was gone to may be drawn only after the sheet has been scrolled to it.
  useLayoutEffect(() => {
    if (!wanted.current || typing !== undefined) return;
    const cell = scroll.current?.querySelector<HTMLElement>(`[data-place="${nameOf(range.end)}"]`);
    if (!cell) return;
    wanted.current = false;
    cell.focus();
  });
  const leave = (text: string | undefined, step: Place) => {
    if (text !== undefined) sheet.put([[range.end, text]]);
    setTyping(undefined);
    const end = within({ row: range.end.row + step.row, column: range.end.column + step.column }, size);
    go({ anchor: end, end });
  };
  const actions = { sheet, range, size, type: setTyping, go, fillDown: props.onFillDown };
  const unlessTyping = <Event extends KeyboardEvent | ClipboardEvent>(act: (event: Event) => boolean) => {
    return (event: Event) => {
      if (typing === undefined && fromCell(event) && act(event)) event.preventDefault();
    };
  };
  return (
    <div ref={scroll} className={styles.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are entered
        role="grid"
        aria-label={props.label}
        aria-rowcount={size.rows + 1}
        aria-colcount={size.columns + 3}
        className={styles.table}
        style={{ width: seen.width }}
        onKeyDown={unlessTyping((event: KeyboardEvent) => press(event, actions))}
        onCopy={unlessTyping((event: ClipboardEvent) => {
          event.clipboardData.setData('text/plain', copied(sheet, range));
          return true;
        })}
        onPaste={unlessTyping((event: ClipboardEvent) => {
          sheet.put(pasted(range, readClipboard(event.clipboardData.getData('text/plain')), size));
          return true;
        })}
      >
        <GridHead leaves={grid.leaves} columns={seen.columns} />
        <tbody>
          {seen.rows.map(({ index: row, before, measure }) => {
            const unit = grid.units[row];
            if (unit === undefined) return null;
            return (
              <GridRow
                key={unit.unitId}
                {...{ unit, row, before, measure, onUnit: props.onUnit, standing: standing.get(unit.unitId) }}
                columns={seen.columns}
              >
                {(column) => (
                  <GridCell
                    {...{ grid, sheet, range, typing, go, leave, onType: setTyping }}
                    place={{ row, column }}
                  />
                )}
              </GridRow>
            );
          })}
          <Gap height={seen.below} />
        </tbody>
      </table>
    </div>
  );
}

type GridCellProps = Pick<GridTableProps, 'grid' | 'sheet' | 'range'> & {
  readonly place: Place;
  readonly typing: string | undefined;
  readonly go: (range: Range) => void;
  readonly leave: (text: string | undefined, step: Place) => void;
  readonly onType: (text: string | undefined) => void;
};

function GridCell({ grid, sheet, range, place, typing, go, leave, onType }: GridCellProps) {
  const { parIndex } = useText();
  const cell = grid.cellAt(place.row, place.column);
  if (cell === undefined) return null;
  const here = place.row === range.end.row && place.column === range.end.column;
  return (
    <CellView
      cell={cell}
      place={place}
      text={sheet.textOf(cell)}
      label={parIndex.gridCell(cell.unit.name, cell.leaf.code)}
      here={here}
      selected={holds(range, place)}
      wrong={sheet.wrong.has(cell.key)}
      typing={here ? typing : undefined}
      onChoose={(stretch) => go({ anchor: stretch ? range.anchor : place, end: place })}
      onType={onType}
      onLeave={leave}
    />
  );
}

function nameOf({ row, column }: Place): string {
  return `${row}.${column}`;
}

/** Keys pressed on the button of a unit are the button's. */
function fromCell({ target }: { readonly target: EventTarget }): boolean {
  return target instanceof Element && target.closest('[role="gridcell"]') !== null;
}
