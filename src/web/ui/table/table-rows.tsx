import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Column } from './data-table.tsx';
import { begins } from './table-head.tsx';

type RowsProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selected?: string | undefined;
  readonly onOpen?: ((row: Row) => void) | undefined;
};

export function TableRows<Row>(props: RowsProps<Row>) {
  return (
    <tbody onKeyDown={walkRows}>
      {props.shown.map((row) => (
        <TableRow key={props.rowKey(row)} row={row} {...props} />
      ))}
    </tbody>
  );
}

type LongRowsProps<Row> = RowsProps<Row> & { readonly scroll: RefObject<HTMLElement | null> };

/** Only the rows that are looked at are in the page, except on paper; the others are the room above and below. */
export function LongTableRows<Row>(props: LongRowsProps<Row>) {
  const { shown, columns, rowKey, scroll } = props;
  const printing = usePrinting();
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    getItemKey: (position) => keyAt(shown, position, rowKey),
    estimateSize: () => 33,
    overscan: 12,
  });
  if (printing) return <TableRows {...props} />;
  const items = rows.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <tbody onKeyDown={walkRows}>
      <Room height={above} columns={columns.length} />
      {items.map(({ index, key }) => {
        const row = shown[index];
        return (
          row !== undefined && (
            <TableRow key={key} row={row} {...props} position={index} measure={rows.measureElement} />
          )
        );
      })}
      <Room height={below} columns={columns.length} />
    </tbody>
  );
}

function keyAt<Row>(rows: readonly Row[], position: number, rowKey: (row: Row) => string): string {
  const row = rows[position];
  return row === undefined ? `${position}` : rowKey(row);
}

function Room({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height <= 0 ? null : (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

type TableRowProps<Row> = RowsProps<Row> & {
  readonly row: Row;
  readonly position?: number;
  readonly measure?: (row: HTMLTableRowElement | null) => void;
};

/** The header is the first row of the table, so that the first of the body is the second. */
function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, columns, rowKey, selected, onOpen, position, measure } = props;
  return (
    <tr
      ref={measure}
      data-index={position}
      aria-rowindex={position === undefined ? undefined : position + 2}
      data-openable={onOpen !== undefined}
      data-selected={selected === rowKey(row)}
      onClick={() => onOpen?.(row)}
    >
      {columns.map((column) => (
        <td
          key={column.key}
          data-title={column.title}
          data-numeric={column.numeric}
          data-wide-only={column.wideOnly}
          data-begins={begins(columns, column)}
          data-unknown={column.unknown?.(row)}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** True from just before the browser lays the page out for paper until it is done. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

/** Up and down go from the link of one row to that of the next. */
function walkRows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('tr > :first-child :is(a, button)')];
  const here = links.indexOf(event.target);
  if (here < 0) return;
  event.preventDefault();
  links[here + step]?.focus();
}
