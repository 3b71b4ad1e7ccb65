import type { Fault } from '../../../kernel/fault.ts';
import { fold } from '../../../kernel/fold.ts';
import { type Json, type JsonObject, writeJson } from '../../../kernel/json.ts';
import { zodFaults } from '../../../kernel/zod-faults.ts';
import { Published } from '../../published/published.ts';
import { type CellFault, plainly } from '../piece.ts';
import type { ColumnRole, TableColumn } from './columns.ts';
import type { TableHead } from './head.ts';

/** One row: the name in its first column, and a cell for each further column. */
export type TableRow = {
  readonly row: number;
  readonly unit: string | null;
  readonly cells: readonly (string | null)[];
};

/** `column` is a position among the columns. */
export type TableFault = CellFault & { readonly row?: number; readonly column?: number };
/** `elsewhere`: faults of the document that lie in no row of the table. */
export type TableRead = {
  readonly document: string | undefined;
  readonly faults: readonly TableFault[];
  readonly elsewhere: readonly Fault[];
};

const MAXIMA = /^(diem toi da|diem chuan|thang diem|toi da|maximum)/;
const MEANS = /^(trung binh|binh quan|mean|average)/;

/** A cell that says that a unit stands in no band. */
const NO_BAND = /^(-|khong xep loai|khong xep|none)$/;

/**
 * A table of results as `minhchung/published@1`. A row named "Điểm tối đa" gives the maxima, one named "Trung bình" the
 * mean. Workbooks drop zeros at the end, so each column is given the decimals of its finest figure, as it was printed.
 */
export function readResultTable(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  head: TableHead,
): TableRead {
  const faults: TableFault[] = [];
  if (columns.every(({ role }) => role === 'skip')) faults.push({ code: 'no_points_columns' });
  const named = rows.filter(({ unit }) => unit !== null);
  const [maxima, mean] = [MAXIMA, MEANS].map((name) => named.find(({ unit }) => name.test(fold(unit ?? ''))));
  const units = named.filter((row) => row !== maxima && row !== mean);
  const decimals = columns.map((_, at) => finest(units.map(({ cells }) => cells[at] ?? '')));
  const table: Table = { columns, decimals, maxima, faults };
  const { title, year, source, ranking, bands = [] } = head;
  const total = head.total ?? figure(table, maxima, 'total');
  const average = head.mean ?? figure(table, mean, 'index') ?? figure(table, mean, 'total');
  const document: JsonObject = {
    format: 'minhchung/published@1',
    ...(title !== undefined && { title }),
    ...(year !== undefined && { year }),
    ...(source !== undefined && { source }),
    ...(total !== undefined && { total }),
    ...(average !== undefined && { mean: average }),
    ...(bands.length > 0 && { bands: [...bands] }),
    ...(ranking !== undefined && { ranking: { method: ranking } }),
    units: units.map((row) => unitOf(table, row)),
  };
  const checked = Published.safeParse(document);
  const found = checked.success ? [] : zodFaults(checked.error);
  const [within, elsewhere] = [found.filter(isOfUnit), found.filter((each) => !isOfUnit(each))];
  faults.push(...within.map((each) => placed(each, units, columns)));
  const sound = faults.length === 0 && elsewhere.length === 0;
  return { document: sound ? writeJson(document) : undefined, faults, elsewhere };
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
  const previous = previousOf(table, row);
  const [total, applicable, index] = [printed('total'), printed('applicable'), printed('index')];
  const change = printed('change');
  const [parts, groups] = [partsOf(table, row), groupsOf(table, row)];
  return {
    unit: row.unit ?? '',
    ...(rank !== undefined && { rank }),
    ...(of !== undefined && { of }),
    ...(total !== undefined && { total }),
    ...(applicable !== undefined && { applicable }),
    ...(index !== undefined && { index }),
    ...(band !== undefined && { band: NO_BAND.test(plainly(band)) ? null : band }),
    ...(previous !== undefined && { previous }),
    ...(change !== undefined && { change }),
    ...(parts.length > 0 && { parts }),
    ...(groups.length > 0 && { groups }),
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

/** The year before, in the first of its columns that says something; its title tells the year. */
function previousOf({ columns, decimals }: Table, { cells }: TableRow): JsonObject | undefined {
  for (const [at, { role, year }] of columns.entries()) {
    const written = cells[at] ?? null;
    if (role === 'previous' && written !== null)
      return { ...(year !== undefined && { year }), index: padded(written, decimals[at] ?? 0) };
  }
  return undefined;
}

/** Parts in the order of their columns; a maximum of the part's own, else that of the row of maxima. */
function partsOf(table: Table, row: TableRow): Json[] {
  return gathered(table, row, { points: 'points', percent: 'percent', max: 'max' });
}

/** Parts taken together, in the order of their columns. */
function groupsOf(table: Table, row: TableRow): Json[] {
  return gathered(table, row, {
    group: 'points',
    group_all: 'points',
    group_percent: 'percent',
    group_max: 'max',
  });
}

/** Columns of one name are one thing; what has neither points nor a percentage in this row is not in it. */
function gathered(
  { columns, decimals, maxima }: Table,
  { cells }: TableRow,
  keys: Partial<Readonly<Record<ColumnRole, 'points' | 'percent' | 'max'>>>,
): Json[] {
  const things = new Map<string, JsonObject>();
  for (const [at, { role, part, all }] of columns.entries()) {
    const key = keys[role];
    if (key === undefined) continue;
    const known = things.get(part) ?? { name: part };
    things.set(part, known);
    const written = cells[at] ?? null;
    if (written !== null) known[key] = padded(written, key === 'max' ? 0 : (decimals[at] ?? 0));
    const most = maxima?.cells[at] ?? null;
    if (key === 'points' && most !== null && known.max === undefined) known.max = most;
    if (all === true) known.of = 'all';
  }
  return [...things.values()].filter(({ points, percent }) => points !== undefined || percent !== undefined);
}

function isOfUnit({ path }: Fault): boolean {
  return path[0] === 'units' && typeof path[1] === 'number';
}

/** At the row of the unit, and under the column that alone holds what is wrong. */
function placed(
  { path, code, detail }: Fault,
  units: readonly TableRow[],
  columns: readonly TableColumn[],
): TableFault {
  const [, unit, key] = path;
  const row = typeof unit === 'number' ? units[unit]?.row : undefined;
  const column = columns.findIndex(({ role }) => role === key);
  return {
    ...(row !== undefined && { row }),
    ...(column !== -1 && { column }),
    code,
    ...(detail !== undefined && { detail }),
  };
}
