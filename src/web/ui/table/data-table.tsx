import { Button, TextInput } from '@mantine/core';
import { FileSpreadsheet, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { printNumber } from '../../../text/numbers.ts';
import { useLanguage } from '../language.tsx';
import { ErrorState, LoadingLines } from '../notice.tsx';
import styles from './data-table.module.css';
import { arrange, nextOrder, type Order, type SortValue } from './table-order.ts';

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
  readonly tools?: ReactNode;
  /** Where the whole list, narrowed as here, is fetched as a workbook. */
  readonly exportHref?: string | undefined;
};

/** So many rows are counted at a glance. */
const FEW = 20;

/** Dense rows under a fixed header: sorted by its headings, filtered without diacritics, walked with the arrow keys. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, columns, filterText, error } = props;
  const { text, language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [order, setOrder] = useState<Order>();
  const shown = useMemo(() => {
    const value = columns.find(({ key }) => key === order?.key)?.sort;
    const sorting = value && order ? { value, descending: order.descending } : undefined;
    return arrange(rows ?? [], typed, filterText, sorting);
  }, [rows, columns, filterText, typed, order]);

  if (error !== undefined)
    return <ErrorState sentence={error} {...(props.onRetry && { onRetry: props.onRetry })} />;
  if (rows === undefined) return <LoadingLines lines={10} />;
  if (rows.length === 0) return <>{props.empty}</>;
  const count = (of: number) => printNumber(String(of), language);
  return (
    <div className={styles.frame}>
      <div
        className={styles.tools}
        hidden={
          filterText === undefined &&
          props.tools === undefined &&
          props.exportHref === undefined &&
          rows.length < FEW
        }
      >
        {filterText !== undefined && (
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
          <Button
            component="a"
            variant="default"
            href={props.exportHref}
            download
            leftSection={<FileSpreadsheet size={16} aria-hidden="true" />}
          >
            {text.shell.exportSheet}
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={props.label}>
        <table className={styles.table}>
          <caption className={styles.hidden}>{props.label}</caption>
          <Headings columns={columns} order={order} onOrder={(key) => setOrder(nextOrder(order, key))} />
          <Rows {...props} shown={shown} />
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

function Headings<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly order: Order | undefined;
  readonly onOrder: (key: string) => void;
}) {
  return (
    <thead>
      <tr>
        {props.columns.map((column) => {
          const running = props.order?.key === column.key ? props.order : undefined;
          const direction = running === undefined ? 'none' : running.descending ? 'descending' : 'ascending';
          return (
            <th
              key={column.key}
              scope="col"
              title={column.hint}
              style={{ width: column.width }}
              data-numeric={column.numeric}
              data-wide-only={column.wideOnly}
              {...(column.sort && { 'aria-sort': direction })}
            >
              {column.sort === undefined ? (
                column.title
              ) : (
                <button type="button" className={styles.heading} onClick={() => props.onOrder(column.key)}>
                  {column.title}
                  <span aria-hidden="true" className={styles.arrow} data-direction={direction} />
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Rows<Row>(props: DataTableProps<Row> & { readonly shown: readonly Row[] }) {
  const { columns, rowKey, onOpen, selected, shown } = props;
  return (
    <tbody onKeyDown={walkRows}>
      {shown.map((row) => {
        const key = rowKey(row);
        return (
          <tr
            key={key}
            data-openable={onOpen !== undefined}
            data-selected={selected === key}
            onClick={() => onOpen?.(row)}
          >
            {columns.map((column) => (
              <td key={column.key} data-numeric={column.numeric} data-wide-only={column.wideOnly}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  );
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
