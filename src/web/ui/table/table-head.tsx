import styles from './data-table.module.css';
import type { Column } from './data-table.tsx';
import type { Order } from './table-order.ts';

type HeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly order: Order | undefined;
  readonly onOrder: (key: string) => void;
};

/** The headings; columns of one group stand below a heading of their own, except where the screen is narrow. */
export function TableHead<Row>({ columns, order, onOrder }: HeadProps<Row>) {
  return (
    <thead>
      {isGrouped(columns) && <Groups columns={columns} />}
      <tr>
        {columns.map((column) => {
          const running = order?.key === column.key ? order : undefined;
          const direction = running === undefined ? 'none' : running.descending ? 'descending' : 'ascending';
          return (
            <th
              key={column.key}
              scope="col"
              title={column.hint}
              style={{ width: column.width }}
              data-numeric={column.numeric}
              data-wide-only={column.wideOnly}
              data-begins={begins(columns, column)}
              {...(column.sort && { 'aria-sort': direction })}
            >
              {column.sort === undefined ? (
                <Title column={column} />
              ) : (
                <button type="button" className={styles.heading} onClick={() => onOrder(column.key)}>
                  <Title column={column} />
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

export function isGrouped<Row>(columns: readonly Column<Row>[]): boolean {
  return columns.some(({ group }) => group !== undefined);
}

/** Whether the column is the first of its group, where a rule is drawn. */
export function begins<Row>(columns: readonly Column<Row>[], column: Column<Row>): boolean | undefined {
  const { group } = column;
  return group === undefined ? undefined : columns.find((one) => one.group?.key === group.key) === column;
}

function Title<Row>({ column }: { readonly column: Column<Row> }) {
  if (column.narrowTitle === undefined) return column.title;
  return (
    <>
      <span data-wide-only>{column.title}</span>
      <span data-narrow-only>{column.narrowTitle}</span>
    </>
  );
}

function Groups<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  const runs = columns.filter((column) => column.group === undefined || begins(columns, column));
  return (
    <tr className={styles.groups}>
      {runs.map(({ key, group }) =>
        group === undefined ? (
          <td key={key} className={styles.blank} />
        ) : (
          <th
            key={key}
            scope="colgroup"
            colSpan={columns.filter((one) => one.group?.key === group.key).length}
            className={styles.group}
            data-begins
          >
            {group.title}
            {group.note !== undefined && <small>{group.note}</small>}
          </th>
        ),
      )}
    </tr>
  );
}
