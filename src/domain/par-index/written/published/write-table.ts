import { type Figure, printFigure } from '../../published/figure.ts';
import type { Published, PublishedUnit } from '../../published/published.ts';
import { printBound } from '../bounds.ts';
import type { ColumnRole } from './columns.ts';
import type { TableField } from './head.ts';

/** One column of a written table: what it says and of what, with a cell for each unit. */
export type WrittenColumn = {
  readonly role: ColumnRole;
  /** Name of the part or group; undefined where it has none, and then `position` tells it from others. */
  readonly name?: string | undefined;
  readonly position?: number;
  readonly all?: boolean;
  /** Of the year before, where the table says which. */
  readonly year?: number | undefined;
  readonly cells: readonly (string | null)[];
};

/** What cells say for a unit that the table says to stand in no band. */
export type TableWords = { readonly noBand: string };

/** Every figure that a table prints, by columns in the order in which offices print them; empty ones are left out. */
export function tableColumns({ units }: Published, { noBand }: TableWords): WrittenColumn[] {
  const column = (role: ColumnRole, cellOf: (unit: PublishedUnit) => string | undefined): WrittenColumn => ({
    role,
    cells: units.map((unit) => cellOf(unit) ?? null),
  });
  const columns = [
    column('rank', ({ rank }) => rank?.toString()),
    ...thingColumns(units, ({ parts }) => parts, {
      points: 'points',
      ofAll: 'points',
      max: 'max',
      percent: 'percent',
    }),
    ...thingColumns(units, ({ groups }) => groups, {
      points: 'group',
      ofAll: 'group_all',
      max: 'group_max',
      percent: 'group_percent',
    }),
    column('total', ({ total }) => printed(total)),
    column('applicable', ({ applicable }) => printed(applicable)),
    column('index', ({ index }) => printed(index)),
    column('band', ({ band }) => (band === null ? noBand : band)),
    ...previousColumns(units),
    column('change', ({ change }) => printed(change)),
    column('of', ({ of }) => of?.toString()),
  ];
  return columns.filter(({ cells }) => cells.some((cell) => cell !== null));
}

function printed(figure: Figure | undefined): string | undefined {
  return figure && printFigure(figure);
}

type Thing = {
  readonly name?: string | undefined;
  readonly of?: 'all' | undefined;
  readonly points?: Figure | undefined;
  readonly max?: Figure | undefined;
  readonly percent?: Figure | undefined;
};
type Roles = Readonly<Record<'points' | 'ofAll' | 'max' | 'percent', ColumnRole>>;

/** Parts or groups: those of one name share their columns; where a unit has several of one name, each has its own. */
function thingColumns(
  units: readonly PublishedUnit[],
  thingsOf: (unit: PublishedUnit) => readonly Thing[] | undefined,
  roles: Roles,
): WrittenColumn[] {
  const keyed = units.map((unit) => byKey(thingsOf(unit) ?? []));
  const all = new Map(keyed.flatMap((things) => [...things]));
  return [...all].flatMap(([key, { name, of }], at) =>
    (['points', 'max', 'percent'] as const).map((figure) => ({
      role: figure === 'points' && of === 'all' ? roles.ofAll : roles[figure],
      name,
      position: at + 1,
      all: of === 'all',
      cells: keyed.map((things) => printed(things.get(key)?.[figure]) ?? null),
    })),
  );
}

function byKey(things: readonly Thing[]): Map<string, Thing> {
  const keyed = new Map<string, Thing>();
  for (const [at, thing] of things.entries()) {
    const earlier = things.slice(0, at).filter(({ name, of }) => name === thing.name && of === thing.of);
    keyed.set(JSON.stringify([thing.name ?? at, thing.of, earlier.length]), thing);
  }
  return keyed;
}

/** The year before has a column for each year that units name. */
function previousColumns(units: readonly PublishedUnit[]): WrittenColumn[] {
  const years = [...new Set(units.map(({ previous }) => previous?.year))];
  return years.map((year) => ({
    role: 'previous',
    year,
    cells: units.map(({ previous }) =>
      previous !== undefined && previous.year === year ? (printed(previous.index) ?? null) : null,
    ),
  }));
}

/** What the table says of itself; figures with every digit that was printed. */
export function tableHeadRows(published: Published): { field: TableField; value: string }[] {
  const { title, year, source, total, mean, ranking } = published;
  const comma = (figure: Figure | undefined) => printed(figure)?.replace('.', ',');
  const rows: (readonly [TableField, string | undefined])[] = [
    ['title', title],
    ['year', year?.toString()],
    ['source', source],
    ['total', comma(total)],
    ['mean', comma(mean)],
    ['ranking_method', ranking?.method],
  ];
  return rows.flatMap(([field, value]) => (value === undefined ? [] : [{ field, value }]));
}

/** `≥ 80`, `70–<80`, `còn lại`. */
export function tableBandRows({ bands = [] }: Published): { name: string; bound: string }[] {
  return bands.map(({ name, from, closed }, at) => {
    const above = bands[at - 1];
    const bound = printBound(
      { from: from?.value, closed },
      above && { from: above.from?.value, closed: above.closed },
      '',
    );
    return { name, bound };
  });
}
