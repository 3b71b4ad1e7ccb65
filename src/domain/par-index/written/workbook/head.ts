import type { Json, JsonObject } from '../../../kernel/json.ts';
import { readLabel } from '../forms/label.ts';
import { match, type Phrase } from '../phrase.ts';
import { plainly, readList } from '../piece.ts';
import { kindList } from './criteria.ts';
import type { HeadCells, KindNames, Numbered, RowFault } from './rows.ts';

/** What a scorecard says of itself, one row each, in the order in which they are written. */
export const HEAD_FIELDS = [
  'code',
  'name',
  'year',
  'block',
  'total',
  'leaf_decimals',
  'leaf_mode',
  'index_decimals',
  'index_mode',
  'decision_number',
  'decision_date',
  'decision_issuer',
  'ranking_by',
  'ranking_method',
  'ranking_then',
  'flag',
  'bonus_min',
  'bonus_max',
  'bonus_reward_max',
  'bonus_penalty_min',
  'bonus_may_exceed_total',
] as const;
export type HeadField = (typeof HEAD_FIELDS)[number];

/** What is taken for a sheet of criteria alone. */
export type Basics = {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly year?: number | undefined;
  readonly total?: string | undefined;
};

type Row = Numbered<HeadCells>;
type Head = { readonly fields: JsonObject; readonly rows: ReadonlyMap<HeadField, number> };

/** The keys of the document above its criteria, in their order. @param choose the code of a value in words */
export function headOf(
  rows: readonly Row[],
  basics: Basics,
  kinds: KindNames,
  choose: (field: HeadField, value: string) => string | undefined,
  faults: RowFault[],
): Head {
  const values = new Map<HeadField, string>();
  const places = new Map<HeadField, number>();
  const flags: Json[] = [];
  for (const { row, field, value } of rows) {
    const known = HEAD_FIELDS.find((name) => name === field);
    if (known === undefined || value === null) continue;
    if (known === 'flag') flags.push(readLabel(value, flags.length));
    else if (values.has(known)) {
      faults.push(wrong(row, 'head_twice'));
      continue;
    }
    const chosen = choose(known, value);
    if (chosen === undefined) faults.push(wrong(row, 'no_such_choice', { written: value }));
    values.set(known, chosen ?? value);
    places.set(known, row);
  }
  const reader = readerOf(values, places, faults);
  return { fields: headFields(reader, flags, basics, kinds), rows: places };
}

function wrong(row: number, code: string, detail?: RowFault['detail']): RowFault {
  return { sheet: 'head', row, column: 'value', code, ...(detail !== undefined && { detail }) };
}

type Reader = {
  readonly text: (field: HeadField) => string | undefined;
  readonly decimal: (field: HeadField) => string | undefined;
  readonly whole: (field: HeadField) => number | undefined;
  readonly day: (field: HeadField) => string | undefined;
};

const DECIMAL: Phrase = ['{n}'];

function readerOf(
  values: ReadonlyMap<HeadField, string>,
  places: ReadonlyMap<HeadField, number>,
  faults: RowFault[],
): Reader {
  const text = (field: HeadField) => values.get(field);
  const refuse = (field: HeadField, code: string) =>
    faults.push(wrong(places.get(field) ?? 0, code, { written: values.get(field) ?? '' }));
  const decimal = (field: HeadField) => {
    const written = values.get(field);
    if (written === undefined) return undefined;
    const [number] = match(DECIMAL, plainly(written)) ?? [];
    if (number === undefined) refuse(field, 'not_a_number');
    return (number ?? '0').replace(',', '.');
  };
  const whole = (field: HeadField) => {
    const number = decimal(field);
    if (number === undefined) return undefined;
    if (!/^-?\d{1,9}$/.test(number)) refuse(field, 'not_whole');
    return Math.trunc(Number(number));
  };
  const day = (field: HeadField) => {
    const written = values.get(field);
    const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written ?? '') ?? [];
    return month === undefined || date === undefined
      ? written
      : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  };
  return { text, decimal, whole, day };
}

function headFields(reader: Reader, flags: Json[], basics: Basics, kinds: KindNames): JsonObject {
  const { text, decimal, whole } = reader;
  const block = text('block');
  const decision = decisionOf(reader);
  const ranking = rankingOf(reader);
  const bonus = bonusOf(reader);
  return {
    format: 'minhchung/scorecard@1',
    code: text('code') ?? basics.code ?? '',
    name: text('name') ?? basics.name ?? '',
    year: whole('year') ?? basics.year ?? 0,
    ...(block !== undefined && { block: kindList(block, kinds) }),
    ...(decision !== undefined && { decision }),
    total: decimal('total') ?? basics.total ?? '0',
    rounding: {
      leaf: { decimals: whole('leaf_decimals') ?? 2, mode: text('leaf_mode') ?? 'half_up' },
      index: { decimals: whole('index_decimals') ?? 2, mode: text('index_mode') ?? 'half_up' },
    },
    ...(flags.length > 0 && { flags }),
    ...(ranking !== undefined && { ranking }),
    ...(bonus !== undefined && { bonus }),
  };
}

function decisionOf({ text, day }: Reader): JsonObject | undefined {
  const [number, date, issuer] = [text('decision_number'), day('decision_date'), text('decision_issuer')];
  return someOf({ number, date, issuer });
}

function rankingOf({ text }: Reader): JsonObject | undefined {
  const then = text('ranking_then');
  return someOf({
    by: text('ranking_by'),
    method: text('ranking_method'),
    then: then === undefined ? undefined : readList(then),
  });
}

function bonusOf({ text, decimal }: Reader): JsonObject | undefined {
  const exceeds = text('bonus_may_exceed_total');
  return someOf({
    min: decimal('bonus_min'),
    max: decimal('bonus_max'),
    reward_max: decimal('bonus_reward_max'),
    penalty_min: decimal('bonus_penalty_min'),
    may_exceed_total: exceeds === undefined ? undefined : exceeds === 'yes',
  });
}

/** Only what was said; undefined when nothing was. */
function someOf(fields: Readonly<Record<string, Json | undefined>>): JsonObject | undefined {
  const said: JsonObject = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) said[key] = value;
  return Object.keys(said).length === 0 ? undefined : said;
}
