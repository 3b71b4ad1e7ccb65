import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RankingRow } from '../../../domain/par-index/campaign/result.ts';
import type { Leaf } from '../../../domain/par-index/scorecard/scorecard.ts';
import { Aligned } from '../../ui/aligned.tsx';
import { useText } from '../../ui/language.tsx';
import { CellView } from './cell-view.tsx';
import styles from './figures.module.css';
import type { Cell } from './grid-cells.ts';
import { cornersOf, holds, moved, type Place, pasted, type Range, readClipboard, within } from './sheet.ts';
import type { OpenSheet } from './use-sheet.ts';

type GridTableProps = {
  readonly label: string;
  readonly grid: readonly (readonly Cell[])[];
  readonly leaves: readonly Leaf[];
  readonly sheet: OpenSheet;
  readonly range: Range;
  readonly onRange: (range: Range) => void;
  readonly standing: ReadonlyMap<string, RankingRow>;
  readonly onFillDown: () => void;
};

/** Rows of units under columns of criteria, one cell in the tab order, the rest by arrow keys. */
export function GridTable(props: GridTableProps) {
  const { grid, leaves, sheet, range, onRange, standing } = props;
  const { parIndex } = useText();
  const [typing, setTyping] = useState<string>();
  const table = useRef<HTMLTableElement>(null);
  const touched = useRef(false);
  const size = { rows: grid.length, columns: leaves.length };
  const go = (next: Range) => {
    touched.current = true;
    onRange(next);
  };
  useLayoutEffect(() => {
    if (!touched.current || typing !== undefined) return;
    table.current?.querySelector<HTMLElement>(`[data-place="${nameOf(range.end)}"]`)?.focus();
  }, [range, typing]);

  const leave = (text: string | undefined, step: Place) => {
    if (text !== undefined) sheet.put([[range.end, text]]);
    setTyping(undefined);
    const end = within({ row: range.end.row + step.row, column: range.end.column + step.column }, size);
    go({ anchor: end, end });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (typing !== undefined) return;
    const done = press(event, props, size, setTyping, go);
    if (done) event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (typing !== undefined) return;
    event.clipboardData.setData('text/plain', copied(sheet, range));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typing !== undefined) return;
    sheet.put(pasted(range, readClipboard(event.clipboardData.getData('text/plain')), size));
    event.preventDefault();
  };
  return (
    <div className={styles.scroll}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are entered
        role="grid"
        aria-label={props.label}
        className={styles.table}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <Headings leaves={leaves} />
        <tbody>
          {grid.map((cells, row) => {
            const unit = cells[0]?.unit;
            return (
              <tr key={unit?.unitId ?? row}>
                <th scope="row">{unit?.name}</th>
                <Standing row={unit === undefined ? undefined : standing.get(unit.unitId)} />
                {cells.map((cell, column) => {
                  const place = { row, column };
                  const here = row === range.end.row && column === range.end.column;
                  return (
                    <CellView
                      key={cell.key}
                      cell={cell}
                      place={nameOf(place)}
                      text={sheet.textOf(cell)}
                      label={parIndex.gridCell(cell.unit.name, cell.leaf.code)}
                      here={here}
                      selected={holds(range, place)}
                      wrong={sheet.wrong.has(cell.key)}
                      typing={here ? typing : undefined}
                      onChoose={(stretch) => go({ anchor: stretch ? range.anchor : place, end: place })}
                      onType={setTyping}
                      onLeave={leave}
                    />
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function nameOf({ row, column }: Place): string {
  return `${row}.${column}`;
}

function Headings({ leaves }: { readonly leaves: readonly Leaf[] }) {
  const { parIndex } = useText();
  return (
    <thead>
      <tr>
        <th scope="col">{parIndex.unit}</th>
        <th scope="col" className={styles.number}>
          {parIndex.index}
        </th>
        <th scope="col" className={styles.number}>
          {parIndex.rank}
        </th>
        {leaves.map(({ code, name }) => (
          <th key={code} scope="col" title={name}>
            <span className={styles.code}>{code}</span>
            <span className={styles.leafName}>{name}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Standing({ row }: { readonly row: RankingRow | undefined }) {
  const { parIndex } = useText();
  return (
    <>
      <td className={styles.number}>
        {row?.index === null || row === undefined ? '–' : <Aligned written={row.index} />}
      </td>
      <td className={styles.number} title={row?.band ?? parIndex.noBand}>
        {row?.rank ?? '–'}
      </td>
    </>
  );
}

/** Does what the key stands for and says whether it stands for anything. */
function press(
  event: KeyboardEvent,
  { sheet, range, onFillDown }: GridTableProps,
  size: { rows: number; columns: number },
  type: (text: string) => void,
  go: (range: Range) => void,
): boolean {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  const cell = sheet.cellAt(range.end);
  const open = cell !== undefined && !cell.off && cell.unit.editable;
  if (ctrlKey || metaKey) return pressWithControl(key.toLowerCase(), shiftKey, sheet, onFillDown);
  const next = moved(range, key, shiftKey, size);
  if (next !== undefined) {
    go(next);
    return true;
  }
  if (key === 'Delete' || key === 'Backspace') {
    sheet.put(placesIn(range).map((place) => [place, '']));
    return true;
  }
  if (!open || altKey) return false;
  if (key === 'Enter' || key === 'F2') {
    type(sheet.textOf(cell));
    return true;
  }
  if (key.length !== 1) return false;
  type(key);
  return true;
}

function pressWithControl(key: string, shift: boolean, sheet: OpenSheet, fillDown: () => void): boolean {
  if (key === 'z' && !shift) sheet.undo();
  else if (key === 'y' || (key === 'z' && shift)) sheet.redo();
  else if (key === 'd') fillDown();
  else return false;
  return true;
}

function placesIn(range: Range): Place[] {
  const { from, to } = cornersOf(range);
  const places: Place[] = [];
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1) places.push({ row, column });
  return places;
}

function copied(sheet: OpenSheet, range: Range): string {
  const { from, to } = cornersOf(range);
  const rows: string[] = [];
  for (let row = from.row; row <= to.row; row += 1) {
    const cells: string[] = [];
    for (let column = from.column; column <= to.column; column += 1) {
      const cell = sheet.cellAt({ row, column });
      cells.push(cell === undefined ? '' : sheet.textOf(cell));
    }
    rows.push(cells.join('\t'));
  }
  return rows.join('\n');
}
