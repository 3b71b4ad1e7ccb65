import type { Fault } from '../../../kernel/fault.ts';
import type { Json } from '../../../kernel/json.ts';
import type { RankingMethod } from '../../published/published.ts';
import { match, type Phrase } from '../phrase.ts';
import { plainly } from '../piece.ts';
import { bandsOf, bestFirst } from '../workbook/bands.ts';
import type { BandCells, HeadCells, Numbered, RowFault } from '../workbook/rows.ts';

/** What a table of results says of itself beside its rows, in the order in which it is written. */
export const TABLE_FIELDS = ['title', 'year', 'source', 'total', 'mean', 'ranking_method'] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** Figures as they were printed; bands as a document has them, the best first. */
export type TableHead = {
  readonly title?: string | undefined;
  readonly year?: number | undefined;
  readonly source?: string | undefined;
  readonly total?: string | undefined;
  readonly mean?: string | undefined;
  readonly ranking?: RankingMethod | undefined;
  readonly bands?: readonly Json[] | undefined;
};

type Rows = {
  readonly head: readonly Numbered<HeadCells>[];
  readonly bands: readonly Numbered<Pick<BandCells, 'name' | 'bound'>>[];
};

/** Where things were said, so that a fault of the document is told there. */
export type HeadPlaces = {
  readonly fields: ReadonlyMap<TableField, number>;
  readonly bands: readonly number[];
};

export type HeadRead = {
  readonly head: TableHead;
  readonly faults: readonly RowFault[];
  readonly places: HeadPlaces;
};

/** @param methodOf the ranking method that words mean; undefined where they mean none */
export function readTableHead(
  rows: Rows,
  methodOf: (written: string) => RankingMethod | undefined,
): HeadRead {
  const faults: RowFault[] = [];
  const said = new Map<TableField, string>();
  const fields = new Map<TableField, number>();
  for (const { row, field, value } of rows.head) {
    const known = TABLE_FIELDS.find((name) => name === field);
    if (known === undefined || value === null) continue;
    if (fields.has(known)) faults.push({ sheet: 'head', row, column: 'value', code: 'head_twice' });
    else {
      said.set(known, value);
      fields.set(known, row);
    }
  }
  const read = reader(said, fields, faults);
  const bandRows = bestFirst(rows.bands);
  const bands = bandsOf(
    bandRows.map((row) => ({ ...row, notWith: null, needs: null })),
    faults,
  );
  const head = {
    ...{ title: said.get('title'), source: said.get('source') },
    ...{ year: read.year(), total: read.figure('total'), mean: read.figure('mean') },
    ranking: read.method(methodOf),
    bands,
  };
  return { head, faults, places: { fields, bands: bandRows.map(({ row }) => row) } };
}

const FIGURE: Phrase = ['{n}', '{n} điểm', '{n} %', '{n}%'];

function reader(
  said: ReadonlyMap<TableField, string>,
  fields: ReadonlyMap<TableField, number>,
  faults: RowFault[],
) {
  const refuse = (field: TableField, code: string) => {
    const written = said.get(field) ?? '';
    faults.push({
      sheet: 'head',
      row: fields.get(field) ?? 0,
      column: 'value',
      code,
      detail: { written },
    });
    return undefined;
  };
  return {
    year: () => {
      const written = said.get('year');
      if (written === undefined) return undefined;
      return /^\d{4}$/.test(written) ? Number(written) : refuse('year', 'table_year');
    },
    figure: (field: 'total' | 'mean') => {
      const written = said.get(field);
      if (written === undefined) return undefined;
      const [number] = match(FIGURE, plainly(written)) ?? [];
      return number?.replace(',', '.') ?? refuse(field, 'not_a_number');
    },
    method: (methodOf: (written: string) => RankingMethod | undefined) => {
      const written = said.get('ranking_method');
      if (written === undefined) return undefined;
      return methodOf(written) ?? refuse('ranking_method', 'no_such_choice');
    },
  };
}

/** A fault of the document that lies in no row of the table, told where the other sheets say what is wrong. */
export function placedInHead({ path, code, detail }: Fault, { fields, bands }: HeadPlaces): RowFault {
  const [key, at] = path;
  const more = detail === undefined ? { code } : { code, detail };
  const band = typeof at === 'number' ? bands[at] : undefined;
  if (key === 'bands')
    return { sheet: 'bands', ...(band !== undefined && { row: band, column: 'bound' }), ...more };
  const field = TABLE_FIELDS.find((name) => name === (key === 'ranking' ? 'ranking_method' : key));
  const row = field === undefined ? undefined : fields.get(field);
  return { sheet: 'head', ...(row !== undefined && { row, column: 'value' }), ...more };
}
