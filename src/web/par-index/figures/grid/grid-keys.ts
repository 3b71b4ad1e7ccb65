import type { KeyboardEvent } from 'react';
import { cornersOf, moved, type Place, type Range, type Size, within } from '../sheet.ts';
import type { OpenSheet } from '../use-sheet.ts';

/** What keys act upon. */
export type Pressed = {
  readonly sheet: OpenSheet;
  readonly range: Range;
  readonly size: Size;
  readonly type: (text: string) => void;
  readonly go: (range: Range) => void;
  readonly fillDown: () => void;
};

/** Does what the key stands for and says whether it stands for anything. */
export function press(event: KeyboardEvent, pressed: Pressed): boolean {
  const { sheet, range, size, type, go } = pressed;
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  const cell = sheet.cellAt(range.end);
  const open = cell !== undefined && !cell.off && cell.unit.editable;
  if (ctrlKey || metaKey) return pressWithControl(key.toLowerCase(), shiftKey, pressed);
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

function pressWithControl(key: string, shift: boolean, pressed: Pressed): boolean {
  const { sheet, range, size, go, fillDown } = pressed;
  const corner = CORNERS[key];
  if (key === 'z' && !shift) sheet.undo();
  else if (key === 'y' || (key === 'z' && shift)) sheet.redo();
  else if (key === 'd') fillDown();
  else if (corner !== undefined) {
    const end = within(corner, size);
    go({ anchor: shift ? range.anchor : end, end });
  } else return false;
  return true;
}

/** First and last cell of the sheet. */
const CORNERS: Readonly<Record<string, Place>> = {
  home: { row: 0, column: 0 },
  end: { row: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER },
};

function placesIn(range: Range): Place[] {
  const { from, to } = cornersOf(range);
  const places: Place[] = [];
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1) places.push({ row, column });
  return places;
}

/** The range as spreadsheets take it: tabs and lines. */
export function copied(sheet: OpenSheet, range: Range): string {
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
