import type { Fault } from '../../../kernel/fault.ts';
import { fold } from '../../../kernel/fold.ts';
import { type Json, type JsonObject, writeJson } from '../../../kernel/json.ts';
import { zodFaults } from '../../../kernel/zod-faults.ts';
import { Published } from '../../published/published.ts';
import type { CellFault } from '../piece.ts';
import type { ColumnRole, TableColumn } from './columns.ts';

/** One row: the name in its first column, and a cell for each further column. */
export type TableRow = {
  readonly row: number;
  readonly unit: string | null;
  readonly cells: readonly (string | null)[];
};

/** What a table does not say of itself. */
export type TableBasics = {
  readonly title?: string | undefined;
  readonly year?: number | undefined;
  readonly source?: string | undefined;
  readonly total?: string | undefined;
};

/** `column` is a position among the columns. */
export type TableFault = CellFault & { readonly row?: number; readonly column?: number };
export type TableRead = { readonly document: string | undefined; readonly faults: readonly TableFault[] };

const MAXIMA = /^(diem toi da|diem chuan|thang diem|toi da|maximum)/;
const MEANS = /^(trung binh|binh quan|mean|average)/;

/**
 * A table of results as `minhchung/published@1`. A row named "Điểm tối đa" gives the maxima, one named "Trung bình" the
 * mean. Workbooks drop zeros at the end, so each column is given the decimals of its finest figure, as it was printed.
 */
export function readResultTable(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  basics: TableBasics,
): TableRead {
  const faults: TableFault[] = [];
  if (columns.every(({ role }) => role === 'skip')) faults.push({ code: 'no_points_columns' });
  const named = rows.filter(({ unit }) => unit !== null);
  const [maxima, mean] = [MAXIMA, MEANS].map((name) => named.find(({ unit }) => name.test(fold(unit ?? ''))));
  const units = named.filter((row) => row !== maxima && row !== mean);
  const decimals = columns.map((_, at) => finest(units.map(({ cells }) => cells[at] ?? '')));
  const table: Table = { columns, decimals, maxima, faults };
  const total = basics.total ?? figure(table, maxima, 'total');
  const average = figure(table, mean, 'index') ?? figure(table, mean, 'total');
  const document: JsonObject = {
    format: 'minhchung/published@1',
    ...(basics.title !== undefined && { title: basics.title }),
    ...(basics.year !== undefined && { year: basics.year }),
    ...(basics.source !== undefined && { source: basics.source }),
    ...(total !== undefined && { total }),
    ...(average !== undefined && { mean: average }),
    units: units.map((row) => unitOf(table, row)),
  };
  const checked = Published.safeParse(document);
  if (!checked.success) faults.push(...zodFaults(checked.error).map((found) => placed(found, units)));
  return { document: faults.length === 0 ? writeJson(document) : undefined, faults };
}

type Table = {
  readonly columns: readonly TableColumn[];
  readonly decimals: readonly number[];
  readonly maxima: TableRow | undefined;
  readonly faults: TableFault[];
};

function finest(figures: readonly string[]): number {
  return Math.max(0, ...figures.map((written) => written.split('.')[1]?.length ?? 0));
}

/** A figure with the decimals that its column was printed with. */
function padded(written: string, decimals: number): string {
  const [whole = '', fraction = ''] = written.split('.');
  return decimals === 0 && fraction === '' ? whole : `${whole}.${fraction.padEnd(decimals, '0')}`;
}

function figure(table: Table, row: TableRow | undefined, role: ColumnRole): string | undefined {
  const at = table.columns.findIndex((column) => column.role === role);
  const written = row?.cells[at];
  return written === undefined || written === null ? undefined : written;
}

function unitOf(table: Table, row: TableRow): Json {
  const printed = (role: ColumnRole) => {
    const at = table.columns.findIndex((column) => column.role === role);
    const written = row.cells[at] ?? undefined;
    return written === undefined ? undefined : padded(written, table.decimals[at] ?? 0);
  };
  const [rank, of] = [place(table, row, 'rank'), place(table, row, 'of')];
  const band = row.cells[table.columns.findIndex(({ role }) => role === 'band')] ?? undefined;
  const [total, applicable, index] = [printed('total'), printed('applicable'), printed('index')];
  const [previous, change] = [printed('previous'), printed('change')];
  const parts = partsOf(table, row);
  return {
    unit: row.unit ?? '',
    ...(rank !== undefined && { rank }),
    ...(of !== undefined && { of }),
    ...(total !== undefined && { total }),
    ...(applicable !== undefined && { applicable }),
    ...(index !== undefined && { index }),
    ...(band !== undefined && { band }),
    ...(previous !== undefined && { previous: { index: previous } }),
    ...(change !== undefined && { change }),
    ...(parts.length > 0 && { parts }),
  };
}

/** A whole number from 1; anything else is told where it stands. */
function place(
  { columns, faults }: Table,
  { row, cells }: TableRow,
  role: 'rank' | 'of',
): number | undefined {
  const column = columns.findIndex((one) => one.role === role);
  const written = cells[column] ?? undefined;
  if (written === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  faults.push({ row, column, code: 'not_a_rank', detail: { written } });
  return undefined;
}

/** Parts in the order of their columns; a maximum of the part's own, else that of the row of maxima. */
function partsOf({ columns, decimals, maxima }: Table, { cells }: TableRow): Json[] {
  const parts = new Map<string, JsonObject>();
  for (const [at, { role, part }] of columns.entries()) {
    if (role !== 'points' && role !== 'percent' && role !== 'max') continue;
    const known = parts.get(part) ?? { name: part };
    parts.set(part, known);
    const written = cells[at] ?? null;
    if (written !== null) known[role] = padded(written, role === 'max' ? 0 : (decimals[at] ?? 0));
    const most = maxima?.cells[at] ?? null;
    if (role === 'points' && most !== null && known.max === undefined) known.max = most;
  }
  return [...parts.values()].filter(({ points, percent }) => points !== undefined || percent !== undefined);
}

function placed({ path, code, detail }: Fault, units: readonly TableRow[]): TableFault {
  const row = path[0] === 'units' && typeof path[1] === 'number' ? units[path[1]]?.row : undefined;
  return { ...(row !== undefined && { row }), code, ...(detail !== undefined && { detail }) };
}
