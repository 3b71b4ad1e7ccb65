import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import type { Leaf } from '../../../../domain/par-index/scorecard/scorecard.ts';
import styles from '../figures.module.css';
import type { Place, Size } from '../sheet.ts';

/** Widths of the columns and the height of the headings, in pixels, as the style sheet has them. */
const UNIT = 160;
const STANDING = 76 + 56;
const LEAF = 136;
/** A day and, in brackets, the day from which its term runs. */
const TWO_DAYS = 228;
const HEAD = 66;
const ROW = 32;

/** A row or column that is drawn, and the room of those before it that are not. */
type Seen = { readonly index: number; readonly before: number };
export type SeenColumn = Seen;
type SeenRow = Seen & { readonly measure: (row: HTMLTableRowElement | null) => void };

export type GridWindow = {
  readonly rows: readonly SeenRow[];
  readonly below: number;
  /** The last one is no column but the room after them: its index is that of no leaf. */
  readonly columns: readonly SeenColumn[];
  readonly width: number;
  readonly show: (place: Place) => void;
};

/** The rows and columns that are looked at, and always those of the cell that has the keyboard. */
export function useGridWindow(
  scroll: RefObject<HTMLElement | null>,
  size: Size,
  here: Place,
  leaves: readonly Leaf[],
): GridWindow {
  const getScrollElement = () => scroll.current;
  const rows = useVirtualizer({
    count: size.rows,
    getScrollElement,
    estimateSize: () => ROW,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
    overscan: 8,
    rangeExtractor: (range) => withOne(range, here.row),
  });
  const columns = useVirtualizer({
    count: size.columns,
    horizontal: true,
    getScrollElement,
    estimateSize: (column) => widthOf(leaves[column]),
    // Other criteria, other widths: what was measured is forgotten.
    getItemKey: useCallback((column: number) => leaves[column]?.code ?? column, [leaves]),
    paddingStart: UNIT + STANDING,
    scrollPaddingStart: UNIT,
    overscan: 2,
    rangeExtractor: (range) => withOne(range, here.column),
  });
  return {
    rows: gaps(rows.getVirtualItems(), HEAD).map((seen) => ({ ...seen, measure: rows.measureElement })),
    below: rows.getTotalSize() - (rows.getVirtualItems().at(-1)?.end ?? HEAD),
    columns: [
      ...gaps(columns.getVirtualItems(), UNIT + STANDING),
      {
        index: size.columns,
        before: columns.getTotalSize() - (columns.getVirtualItems().at(-1)?.end ?? UNIT + STANDING),
      },
    ],
    width: columns.getTotalSize(),
    show: ({ row, column }) => {
      rows.scrollToIndex(row);
      columns.scrollToIndex(column);
    },
  };
}

/** Wide enough for what stands in a cell of the criterion, in pixels. */
export function widthOf(leaf: Leaf | undefined): number {
  return leaf?.rule.kind === 'deadline' && typeof leaf.rule.due !== 'string' ? TWO_DAYS : LEAF;
}

function withOne(range: Range, index: number): number[] {
  const seen = defaultRangeExtractor(range);
  if (seen.includes(index) || index >= range.count) return seen;
  return [...seen, index].sort((a, b) => a - b);
}

function gaps(items: readonly VirtualItem[], start: number): Seen[] {
  return items.map(({ index, start: from }, at) => ({ index, before: from - (items[at - 1]?.end ?? start) }));
}

/** Room in place of cells or rows that are not drawn; nothing where there are none. */
export function Gap({ width, height }: { readonly width?: number; readonly height?: number }) {
  if (width !== undefined)
    return width <= 0 ? null : <td role="presentation" className={styles.gap} style={{ width }} />;
  return height === undefined || height <= 0 ? null : (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the keyboard
    <tr aria-hidden="true">
      <td className={styles.gap} style={{ height }} />
    </tr>
  );
}
