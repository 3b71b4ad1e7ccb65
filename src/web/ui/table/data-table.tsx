import { Button, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { printNumber } from '../../../text/numbers.ts';
import { DownloadButton } from '../downloads/download-button.tsx';
import { useLanguage } from '../language.tsx';
import { ErrorState, LoadingLines } from '../notice.tsx';
import styles from './data-table.module.css';
import { isGrouped, TableHead } from './table-head.tsx';
import { arrange, nextOrder, type Order, type SortValue } from './table-order.ts';
import { LongTableRows, TableRows } from './table-rows.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  /** What the title stands for, where it is short. */
  readonly hint?: string;
  readonly cell: (row: Row) => ReactNode;
  /** By what the column sorts; without it the header is plain. */
  readonly sort?: (row: Row) => SortValue;
  readonly numeric?: boolean;
  readonly width?: string;
  /** Left out where the screen is narrow. */
  readonly wideOnly?: boolean;
  /** Stands above the columns that share it, which follow each other. */
  readonly group?: { readonly key: string; readonly title: string; readonly note?: string };
  /** Takes the place of the title where the screen is narrow, as groups are left out there. */
  readonly narrowTitle?: string;
  /** Whether nothing is known here: the cell is hatched, and some cell of the row says so. */
  readonly unknown?: (row: Row) => boolean;
};

type DataTableProps<Row> = {
  readonly label: string;
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** In which text the filter looks; without it there is no filter. */
  readonly filterText?: (row: Row) => string;
  readonly selected?: string | undefined;
  readonly onOpen?: (row: Row) => void;
  readonly empty: ReactNode;
  readonly error?: string | undefined;
  readonly onRetry?: () => void;
  /** There are more rows on the server. */
  readonly onMore?: (() => void) | undefined;
  /** Rows of sentences: where the screen is narrow each row is a block, its cells one below the other under their titles. */
  readonly stacked?: boolean;
  readonly tools?: ReactNode;
  /** Where the whole list, narrowed as here, is fetched as a workbook. */
  readonly exportHref?: string | undefined;
};

/** So many rows are found at a glance; a filter above fewer is in the way. */
const AT_A_GLANCE = 5;

/** So many rows are counted at a glance. */
const FEW = 20;

/** From here on only the rows that are looked at are in the page. */
const LONG = 200;

/** Dense rows under a fixed header: sorted by its headings, filtered without diacritics, walked with the arrow keys. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, columns, filterText, error } = props;
  const { text, language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [order, setOrder] = useState<Order>();
  const scroll = useRef<HTMLElement>(null);
  const shown = useMemo(() => {
    const value = columns.find(({ key }) => key === order?.key)?.sort;
    const sorting = value && order ? { value, descending: order.descending } : undefined;
    return arrange(rows ?? [], typed, filterText, sorting);
  }, [rows, columns, filterText, typed, order]);

  if (error !== undefined)
    return <ErrorState sentence={error} {...(props.onRetry && { onRetry: props.onRetry })} />;
  if (rows === undefined) return <LoadingLines lines={10} />;
  if (rows.length === 0) return <>{props.empty}</>;
  const filters = filterText !== undefined && (rows.length > AT_A_GLANCE || props.onMore !== undefined);
  const long = rows.length > LONG;
  const count = (of: number) => printNumber(String(of), language);
  return (
    <div className={styles.frame}>
      <div
        className={styles.tools}
        hidden={!filters && props.tools === undefined && props.exportHref === undefined && rows.length < FEW}
      >
        {filters && (
          <TextInput
            aria-label={text.shell.filterRows}
            placeholder={text.shell.filterRows}
            leftSection={<Search size={16} aria-hidden="true" />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            className={styles.filter}
          />
        )}
        {props.tools}
        <span className={styles.count} role="status">
          {props.onMore !== undefined && shown.length === rows.length
            ? text.shell.firstRows(count(rows.length))
            : text.shell.rows(count(shown.length), count(rows.length))}
        </span>
        {props.exportHref !== undefined && (
          <DownloadButton address={props.exportHref} label={text.shell.exportSheet} />
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={scroll} className={styles.scroll} data-long={long} tabIndex={0} aria-label={props.label}>
        <table
          className={styles.table}
          data-grouped={isGrouped(columns)}
          data-stacked={props.stacked}
          aria-rowcount={long ? shown.length + 1 : undefined}
        >
          <caption className={styles.hidden}>{props.label}</caption>
          <TableHead columns={columns} order={order} onOrder={(key) => setOrder(nextOrder(order, key))} />
          {long ? (
            <LongTableRows {...props} shown={shown} scroll={scroll} />
          ) : (
            <TableRows {...props} shown={shown} />
          )}
        </table>
        {shown.length === 0 && <p className={styles.nothing}>{text.shell.noMatch}</p>}
      </section>
      {props.onMore !== undefined && (
        <Button variant="default" onClick={props.onMore} className={styles.more}>
          {text.shell.more}
        </Button>
      )}
    </div>
  );
}
