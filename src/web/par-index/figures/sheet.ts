/** A place in the sheet: row and column from 0. */
export type Place = { readonly row: number; readonly column: number };

/** From where a range is stretched, and where it ends now; both the same while one cell is chosen. */
export type Range = { readonly anchor: Place; readonly end: Place };

export type Size = { readonly rows: number; readonly columns: number };

/** What one keystroke, paste or fill changed, as texts of cells before and after. */
export type Step = readonly { readonly key: string; readonly before: string; readonly after: string }[];

/** Cells that differ from what is stored, and the way back. */
export type Sheet = {
  readonly edits: ReadonlyMap<string, string>;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
};

export const UNTOUCHED: Sheet = { edits: new Map(), past: [], future: [] };

/** Takes the changes as one step; those that change nothing are left out. */
export function change(sheet: Sheet, step: Step): Sheet {
  const real = step.filter(({ before, after }) => before !== after);
  if (real.length === 0) return sheet;
  return { edits: withTexts(sheet.edits, real, 'after'), past: [...sheet.past, real], future: [] };
}

export function undo(sheet: Sheet): Sheet {
  const step = sheet.past.at(-1);
  if (step === undefined) return sheet;
  return {
    edits: withTexts(sheet.edits, step, 'before'),
    past: sheet.past.slice(0, -1),
    future: [...sheet.future, step],
  };
}

export function redo(sheet: Sheet): Sheet {
  const step = sheet.future.at(-1);
  if (step === undefined) return sheet;
  return {
    edits: withTexts(sheet.edits, step, 'after'),
    past: [...sheet.past, step],
    future: sheet.future.slice(0, -1),
  };
}

function withTexts(edits: Sheet['edits'], step: Step, side: 'before' | 'after'): Map<string, string> {
  const next = new Map(edits);
  for (const one of step) next.set(one.key, one[side]);
  return next;
}

/** First and last row and column of a range, however it was stretched. */
export function cornersOf({ anchor, end }: Range): { from: Place; to: Place } {
  return {
    from: { row: Math.min(anchor.row, end.row), column: Math.min(anchor.column, end.column) },
    to: { row: Math.max(anchor.row, end.row), column: Math.max(anchor.column, end.column) },
  };
}

export function holds(range: Range, { row, column }: Place): boolean {
  const { from, to } = cornersOf(range);
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

const MOVES: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -15, column: 0 },
  PageDown: { row: 15, column: 0 },
};

/** Where a key leads; with shift the range is stretched instead of moved. Undefined for a key that moves nothing. */
export function moved(range: Range, key: string, shift: boolean, size: Size): Range | undefined {
  const step = MOVES[key];
  const end = step === undefined ? edgeOf(key, range.end, size) : within(added(range.end, step), size);
  if (end === undefined) return undefined;
  return { anchor: shift ? range.anchor : end, end };
}

function edgeOf(key: string, { row }: Place, { columns }: Size): Place | undefined {
  if (key === 'Home') return { row, column: 0 };
  return key === 'End' ? { row, column: columns - 1 } : undefined;
}

function added(a: Place, b: Place): Place {
  return { row: a.row + b.row, column: a.column + b.column };
}

export function within({ row, column }: Place, { rows, columns }: Size): Place {
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}

/** Rows and columns of a clipboard as spreadsheets write it: tabs, lines, cells with either in quotes. */
export function readClipboard(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of splitOutside(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''), '\n')) {
    rows.push(splitOutside(line, '\t').map(unquoted));
  }
  return rows;
}

function splitOutside(text: string, by: string): string[] {
  const parts = [''];
  let quoted = false;
  for (const symbol of text) {
    const own = parts.at(-1) ?? '';
    if (symbol === '"' && (quoted || own === '')) quoted = !quoted;
    if (symbol === by && !quoted) parts.push('');
    else parts[parts.length - 1] = own + symbol;
  }
  return parts;
}

function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** Where a pasted block falls: a single cell fills the whole range, a block begins at its first cell. */
export function pasted(range: Range, block: readonly (readonly string[])[], size: Size): [Place, string][] {
  const { from, to } = cornersOf(range);
  const single = block.length === 1 && block[0]?.length === 1 ? (block[0][0] ?? '') : undefined;
  const last = single === undefined ? { row: size.rows - 1, column: size.columns - 1 } : to;
  const cells: [Place, string][] = [];
  for (let row = from.row; row <= last.row; row += 1) {
    for (let column = from.column; column <= last.column; column += 1) {
      const text = single ?? block[row - from.row]?.[column - from.column];
      if (text !== undefined) cells.push([{ row, column }, text]);
    }
  }
  return cells;
}
