import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../../../tests/given-published.ts';
import { AppError } from '../../kernel/app-error.ts';
import { printPath } from '../../kernel/fault.ts';
import { readJson } from '../../kernel/json.ts';
import { printFigure } from './figure.ts';
import { readPublished } from './published.ts';

/** What is refused in a file, `path: code` each. */
function refused(text: string): string[] {
  const { value, faults } = readJson(text);
  try {
    readPublished(value, faults);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.faults.map(({ path, code }) => `${printPath(path)}: ${code}`);
  }
}

const HEAD = '"format": "minhchung/published@1"';

/** The table that the description of the format shows: its only band has a bound. */
const EXAMPLE = `{ ${HEAD}, "title": "…", "year": 2018, "source": "…", "total": "100", "mean": "78.39",
  "bands": [ { "name": "A", "from": "90", "closed": true } ], "ranking": { "method": "dense" },
  "units": [ { "unit": "Đơn vị A", "rank": 21, "of": 30, "total": "81.38", "applicable": "100", "index": "81.38", "band": null,
    "previous": { "year": 2017, "index": "80.00" }, "change": "1.38",
    "parts": [ { "name": "1", "points": "13.42", "max": "15.5", "percent": "86.58" }, { "name": "8", "percent": "68.73" } ],
    "groups": [ { "name": "nhóm 1", "points": "51.75", "max": "65.5", "percent": "79", "of": "all" } ] } ] }`;

describe('a file of published results', () => {
  test('is read as the format shows it', () => {
    expect(refused(EXAMPLE)).toEqual([]);
    expect(findingsOf(JSON.parse(EXAMPLE))).toEqual([
      'Đơn vị A group 81.38, not 51.75',
      'Đơn vị A derived 80.43, not 68.73',
    ]);
  });

  test('needs nothing but its format and the names of its units', () => {
    expect(refused(`{ ${HEAD}, "units": [ { "unit": "A" } ] }`)).toEqual([]);
  });

  test.each([
    ['"82.00"', '82.00'],
    ['"-1.5"', '-1.5'],
    ['92', '92'],
    ['"0.0"', '0.0'],
  ])('keeps the decimals that %s prints', (written, printed) => {
    const { units } = readPublished(
      readJson(`{ ${HEAD}, "units": [{ "unit": "A", "total": ${written} }] }`).value,
    );
    expect(units[0]?.total && printFigure(units[0].total)).toBe(printed);
  });
});

describe('a file is refused with the path of the fault', () => {
  test.each([
    ['{ "units": [] }', ['format: required']],
    ['{ "format": "minhchung/published@2", "units": [] }', ['format: published_format']],
    [`{ ${HEAD} }`, ['units: required']],
    [`{ ${HEAD}, "units": [], "note": 1 }`, ['note: unknown_key']],
    [`{ ${HEAD}, "units": [], "title": null }`, ['title: wrong_type']],
    [`{ ${HEAD}, "units": [], "year": "2018" }`, ['year: published_year']],
    [`{ ${HEAD}, "units": [], "ranking": { "method": "standard" } }`, ['ranking.method: published_method']],
    ['null', ['$: wrong_type']],
    ['[', ['$: json_syntax']],
    [`{ ${HEAD}, "units": [`, ['units: json_syntax']],
  ])('%s', (text, faults) => {
    expect(refused(text)).toEqual(faults);
  });

  test.each([
    ['{}', ['unit: required']],
    ['{ "unit": " " }', ['unit: published_name_blank']],
    ['{ "unit": "A", "rank": 0 }', ['rank: published_place']],
    ['{ "unit": "A", "of": "9" }', ['of: published_place']],
    ['{ "unit": "A", "total": 81.38 }', ['total: float']],
    ['{ "unit": "A", "total": 15.0 }', ['total: float']],
    ['{ "unit": "A", "index": null }', ['index: decimal']],
    ['{ "unit": "A", "rank": 1, "rank": 1 }', ['rank: duplicate_key']],
    ['{ "unit": "A", "previous": { "index": "1", "rank": 2 } }', ['previous.rank: unknown_key']],
    ['{ "unit": "A", "parts": [{ "of": "all" }] }', ['parts[0].of: unknown_key']],
    ['{ "unit": "A", "groups": [{ "of": "some" }] }', ['groups[0].of: published_group_of']],
  ])('unit %s', (unit, faults) => {
    expect(refused(`{ ${HEAD}, "units": [${unit}] }`)).toEqual(faults.map((fault) => `units[0].${fault}`));
  });

  test.each([
    ['{ "name": "A", "from": "80" }', ['[0].closed: required']],
    ['{ "name": "A", "closed": true }', ['[0].closed: closed_without_bound']],
    ['{ "name": "A" }, { "name": "B", "from": "70", "closed": true }', ['[0].from: required']],
    [
      '{ "name": "A", "from": "80", "closed": true }, { "name": "B", "from": "90", "closed": true }',
      ['[1].from: not_descending'],
    ],
    [
      '{ "name": "A", "from": "80", "closed": true }, { "name": "B", "from": "80.0", "closed": false }',
      ['[1].from: not_descending'],
    ],
    ['{ "name": "A", "from": "80", "closed": false }, { "name": "B", "from": "80", "closed": true }', []],
    ['{ "from": "80", "closed": true }', ['[0].name: required']],
  ])('bands %s', (bands, faults) => {
    expect(refused(`{ ${HEAD}, "units": [], "bands": [${bands}] }`)).toEqual(
      faults.map((fault) => `bands${fault}`),
    );
  });

  test.each(['1e2', '+10.96', '1,5', '1.', '.5', '', ' 1', '٣'])('a figure written %j', (written) => {
    const unit = JSON.stringify({ unit: 'A', parts: [{ points: written }] });
    const faults = refused(`{ ${HEAD}, "units": [${unit}] }`);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['units[0].parts[0].points']);
  });

  test('all faults are reported at once', () => {
    const units = '[{ "unit": "A", "rank": -1, "total": 1.5, "x": 1 }, { "total": false }]';
    expect(refused(`{ ${HEAD}, "mean": true, "units": ${units} }`)).toEqual([
      'units[0].total: float',
      'mean: decimal',
      'units[0].rank: published_place',
      'units[0].x: unknown_key',
      'units[1].unit: required',
      'units[1].total: decimal',
    ]);
  });

  test('more than 20,000 units or 1,000 parts are too many', () => {
    const units = Array(20_001).fill('{"unit":"A"}').join();
    expect(refused(`{ ${HEAD}, "units": [${units}] }`)).toEqual(['units: too_many']);
    const parts = Array(1_001).fill('{}').join();
    expect(refused(`{ ${HEAD}, "units": [{ "unit": "A", "parts": [${parts}] }] }`)).toEqual([
      'units[0].parts: too_many',
    ]);
  });
});
