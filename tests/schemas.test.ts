import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonSchemas, printSchema } from '../scripts/json-schemas.ts';
import type { Json } from '../src/domain/kernel/json.ts';
import { readFigures } from '../src/domain/par-index/figures/read-figures.ts';
import { readScorecard } from '../src/domain/par-index/scorecard/read-scorecard.ts';
import { calendar, figuresOf, GIVEN, leaf, refusals, scorecardOf, unitOf, written } from './scorecards.ts';
import { shipped, shippedText } from './shipped-data.ts';

const ajv = new Ajv2020({ strict: true, strictTypes: false });
const validators = new Map<string, ValidateFunction>();

/** Validates against a schema of `data/schema/` as other programs would. */
function accepts(name: string, document: unknown): boolean {
  const validate = validators.get(name) ?? ajv.compile(JSON.parse(shippedText(`schema/${name}.schema.json`)));
  validators.set(name, validate);
  return validate(JSON.parse(JSON.stringify(document)));
}

test.each([...jsonSchemas()])('data/schema/%s is what the definitions give', (file, schema) => {
  expect(printSchema(schema)).toBe(shippedText(`schema/${file}`));
});

describe('the schemas accept what is shipped', () => {
  test.each([
    ['scorecard', 'scorecards/qd-766-2022.json'],
    ['scorecard', 'scorecards/minh-hoa-xa-2026.json'],
    ['figures', 'scorecards/qd-766-2022.example-figures.json'],
    ['figures', 'scorecards/minh-hoa-xa-2026.figures.json'],
    ['published', 'published/dong-anh-2018.json'],
    ['published', 'published/quan-3-2019.json'],
    ['published', 'published/binh-duong-2017.json'],
    ['calendar', 'holidays.json'],
  ])('%s: %s', (name, file) => {
    expect(accepts(name, shipped(file))).toBe(true);
  });
});

const tiersOf = (points: unknown) => ({ kind: 'tiers', input: { declared: 'ratio' }, tiers: [{ points }] });
const published = { format: 'minhchung/published@1', units: [{ unit: 'A' }] };

describe('the schemas refuse', () => {
  test.each([
    [
      'a scorecard of another format',
      'scorecard',
      scorecardOf([leaf('1', '1', GIVEN)], { format: 'khác@1' }),
    ],
    ['a maximum written as float', 'scorecard', scorecardOf([{ ...leaf('1', '1', GIVEN), max: 1.5 }])],
    ['a maximum with exponent', 'scorecard', scorecardOf([{ ...leaf('1', '1', GIVEN), max: '1e2' }])],
    ['an unknown key', 'scorecard', scorecardOf([leaf('1', '1', GIVEN, { weight: '2' })])],
    ['an unknown rule', 'scorecard', scorecardOf([leaf('1', '1', { kind: 'guess' })])],
    ['a leaf without a rule', 'scorecard', scorecardOf([{ code: '1', name: 'A', max: '1' }])],
    ['points that are no text', 'scorecard', scorecardOf([leaf('1', '1', tiersOf(true))])],
    ['four decimals', 'scorecard', scorecardOf([leaf('1', '1', GIVEN)], { rounding: { leaf: 4 } })],
    ['a negative count', 'figures', figuresOf([unitOf('a', { 1: { count: -1 } })])],
    ['a count as text', 'figures', figuresOf([unitOf('a', { 1: { count: '3' } })])],
    ['a ratio of three', 'figures', figuresOf([unitOf('a', { 1: { ratio: [1, 2, 3] } })])],
    ['an input of no form', 'figures', figuresOf([unitOf('a', { 1: { nothing_arose: false } })])],
    ['a unit without kind', 'figures', figuresOf([{ code: 'a', inputs: {} }])],
    ['a rank of 0', 'published', { ...published, units: [{ unit: 'A', rank: 0 }] }],
    ['a total as float', 'published', { ...published, total: 81.38 }],
    ['a year of two digits', 'calendar', { years: { 26: { daysOff: [] } } }],
    ['a day off that is no day', 'calendar', { years: { 2026: { daysOff: [{ date: '1/1/2026' }] } } }],
  ])('%s', (_, name, document) => {
    expect(accepts(name, document)).toBe(false);
  });
});

describe('a document changed in one place: what the reader takes, the schema takes', () => {
  const rewritten = constantFrom<unknown>(
    undefined,
    null,
    0,
    -1,
    '1',
    '',
    'full',
    true,
    [],
    {},
    [1, 2],
    ['xa'],
  );
  const scorecard = shipped('scorecards/minh-hoa-xa-2026.json');
  const figures = firstUnits(2);
  const read = readScorecard(scorecard);
  test.each([
    ['scorecard', scorecard, (document: Json) => readScorecard(document)],
    ['figures', figures, (document: Json) => readFigures(document, read, calendar)],
  ])('%s', (name, document, reader) => {
    const places = constantFrom(...placesIn(document));
    let taken = 0;
    const holds = property(record({ place: places, value: rewritten }), ({ place, value }) => {
      const changed = written(replaced(document, place, value));
      if (refusals(() => reader(changed)).length > 0) return true;
      taken += 1;
      return accepts(name, changed);
    });
    assert(holds, { numRuns: 200 });
    expect(taken).toBeGreaterThan(10);
  });
});

/** The illustrative figures of the first units alone, so that reading them again and again takes no time. */
function firstUnits(count: number): Json {
  const figures: object = Object(shipped('scorecards/minh-hoa-xa-2026.figures.json'));
  const units: unknown[] = Reflect.get(figures, 'units');
  return written({ ...figures, units: units.slice(0, count) });
}

type Path = readonly (string | number)[];

/** Every place in the document but the whole of it. */
function placesIn(document: Json, path: Path = []): Path[] {
  if (typeof document !== 'object' || document === null) return [];
  const entries: [string | number, Json][] = Array.isArray(document)
    ? [...document.entries()]
    : Object.entries(document);
  return entries.flatMap(([key, value]) => [[...path, key], ...placesIn(value, [...path, key])]);
}

/** The document with another value at the place; without the key when the value is undefined. */
function replaced(document: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(document))
    return document.map((item, i) => (i === step ? replaced(item, rest, value) : item));
  const fields = Object.entries(Object(document));
  return Object.fromEntries(
    fields.map(([key, field]) => [key, key === step ? replaced(field, rest, value) : field]),
  );
}
