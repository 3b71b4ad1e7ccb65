import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ConsistentPart,
  type ConsistentTable,
  type ConsistentUnit,
  consistentTable,
  moved,
} from '../../../../tests/consistent-table.ts';
import { checkTable, findingsOf, publishedTable } from '../../../../tests/given-published.ts';
import type { Kind } from './finding.ts';

type Move = (table: ConsistentTable, unit: ConsistentUnit, by: number, pick: number) => object;

/** Each answers what it moves, as it is to be printed instead. */
const MUTATIONS: [string, Kind, Move][] = [
  ['a total', 'sum', (_, unit, by) => Object.assign(unit, { total: moved(unit.total, by) })],
  ['an index', 'index', (_, unit, by) => Object.assign(unit, { index: moved(unit.index, by) })],
  ['a change', 'trend', (_, unit, by) => Object.assign(unit, { change: moved(unit.change, by) })],
  [
    'the index of the year before',
    'trend',
    (_, { previous }, by) => Object.assign(previous, { index: moved(previous.index, by) }),
  ],
  ['a rank', 'rank', (_, unit, by) => Object.assign(unit, { rank: unit.rank + Math.abs(by) - 1 })],
  ['a number of units', 'of', (_, unit) => Object.assign(unit, { of: unit.of - 1 })],
  ['a band', 'band', (_, unit) => Object.assign(unit, { band: unit.band === 'Tốt' ? 'Khá' : 'Tốt' })],
  ['the mean', 'mean', (table, _, by) => Object.assign(table, { mean: moved(table.mean, by) })],
  ['points of a part', 'sum', (_, { parts }, by, pick) => move(any(parts, pick), 'points', by)],
  ['a maximum', 'max', (_, { parts }, by, pick) => move(any(parts, pick), 'max', by)],
  ['a percentage', 'percent', (_, { parts }, by, pick) => move(any(parts, pick), 'percent', by)],
  ['points of a group', 'group', (_, { groups }, by) => move(any(groups, 0), 'points', by)],
  ['the percentage of a group', 'percent', (_, { groups }, by) => move(any(groups, 0), 'percent', by)],
];

function move(part: ConsistentPart, key: 'points' | 'max' | 'percent', by: number): object {
  return Object.assign(part, { [key]: moved(part[key], by) });
}

function any<T>(list: readonly T[], pick: number): T {
  const one = list[pick % list.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

/** The table without some of the figures that a press notice may leave out. */
function withGaps(value: object, leaveOut: Iterator<boolean>): object {
  const kept = Object.entries(value).filter(([key]) => NEEDED.has(key) || !leaveOut.next().value);
  return Object.fromEntries(kept.map(([key, field]) => [key, inside(field, leaveOut)]));
}

function inside(field: unknown, leaveOut: Iterator<boolean>): unknown {
  if (Array.isArray(field)) return field.map((item) => withGaps(item, leaveOut));
  return typeof field === 'object' && field !== null ? withGaps(field, leaveOut) : field;
}

const NEEDED = new Set(['units', 'unit', 'name', 'from', 'closed']);

describe('published tables', () => {
  test('Đông Anh 2018 disagrees in field 8 and in the group of nine fields, and nowhere else', () => {
    expect(findingsOf(publishedTable('dong-anh-2018'))).toEqual([
      'Đông Anh group 81.38, not 51.75',
      'Đông Anh derived 78.48, not 68.73',
    ]);
  });

  test('the eight percentages and that of the group of Đông Anh 2018 are judged', () => {
    expect(checkTable(publishedTable('dong-anh-2018')).judged.get('percent')).toBe(9);
  });

  test('Bình Dương 2017 agrees: nine sums, ranks, indices and the mean 78.39', () => {
    const { findings, judged } = checkTable(publishedTable('binh-duong-2017'));
    expect(findings).toEqual([]);
    expect([judged.get('sum'), judged.get('rank'), judged.get('index'), judged.get('mean')]).toEqual([
      9, 9, 9, 1,
    ]);
  });

  test('Quận 3 2019 agrees: dense ranks 3, 3, 4 and three bands', () => {
    const { findings, judged } = checkTable(publishedTable('quan-3-2019'));
    expect(findings).toEqual([]);
    expect([judged.get('rank'), judged.get('band')]).toEqual([14, 14]);
  });
});

test('findings stand in the order of units, those of the table last', () => {
  const units = [
    { unit: 'A', rank: 1, of: 2, total: '90', parts: [{ points: '80' }] },
    { unit: 'B', rank: 2, of: 2, index: '80', total: '70', change: '1', previous: { index: '70' } },
    {
      unit: 'C',
      rank: 3,
      of: 2,
      total: '60',
      parts: [{ points: '1', max: '2', percent: '40' }, { points: '59' }],
    },
  ];
  expect(findingsOf({ total: '100', mean: '10', units })).toEqual([
    'A sum 80, not 90',
    'B index 70, not 80',
    'B trend 10, not 1',
    'C percent 50, not 40',
    '* mean 77, not 10',
    '* of 3, not 2',
  ]);
});

test('a table without units has nothing to disagree', () => {
  expect(checkTable({ total: '100', mean: '78.39', units: [] }).findings).toEqual([]);
});

describe('a table in which all figures agree', () => {
  test('has no findings', () => {
    fc.assert(
      fc.property(consistentTable, (table) => {
        expect(findingsOf(table)).toEqual([]);
      }),
    );
  });

  test('has none either when it leaves figures out', () => {
    fc.assert(
      fc.property(consistentTable, fc.infiniteStream(fc.boolean()), (table, leaveOut) => {
        expect(findingsOf(withGaps(table, leaveOut))).toEqual([]);
      }),
    );
  });

  test.each(MUTATIONS)('is caught when %s is moved beyond the tolerance', (_figure, kind, move) => {
    const steps = fc.integer({ min: 2, max: 300 }).chain((n) => fc.constantFrom(n, -n));
    fc.assert(
      fc.property(consistentTable, fc.nat(), steps, (table, pick, by) => {
        move(table, any(table.units, pick), by, pick);
        const { findings } = checkTable(table);
        expect(findings.map((finding) => finding.kind)).toContain(kind);
      }),
    );
  });
});
