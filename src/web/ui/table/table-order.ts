import { matches } from '../../../text/fold.ts';

export type SortValue = string | number | null;
export type Order = { readonly key: string; readonly descending: boolean };

const VIETNAMESE = new Intl.Collator('vi', { numeric: true });

/** Vietnamese order; what is unknown stands last whichever way the column runs. */
export function compareValues(a: SortValue, b: SortValue, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const ascending =
    typeof a === 'number' && typeof b === 'number' ? a - b : VIETNAMESE.compare(`${a}`, `${b}`);
  return descending ? -ascending : ascending;
}

/** A header's next state: ascending, descending, then the order in which the rows came. */
export function nextOrder(order: Order | undefined, key: string): Order | undefined {
  if (order?.key !== key) return { key, descending: false };
  return order.descending ? undefined : { key, descending: true };
}

/** The rows that match what was typed, in the chosen order; rows that compare equal keep their place. */
export function arrange<Row>(
  rows: readonly Row[],
  typed: string,
  textOf: ((row: Row) => string) | undefined,
  order: { readonly value: (row: Row) => SortValue; readonly descending: boolean } | undefined,
): Row[] {
  const found = textOf === undefined ? [...rows] : rows.filter((row) => matches(textOf(row), typed));
  if (order === undefined) return found;
  return found.sort((a, b) => compareValues(order.value(a), order.value(b), order.descending));
}
