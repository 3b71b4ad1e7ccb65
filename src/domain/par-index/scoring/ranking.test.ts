import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GIVEN, leaf, scoreAll, unitOf, type Written } from '../../../../tests/scorecards.ts';
import { compareUnicode } from './ranking.ts';

const points = (written: string) => ({ points: written });

/** One root of 100 points: what a unit gets is its index. */
function ranksOf(totals: readonly string[], ranking: Written = {}) {
  const figures = totals.map((total, at) => unitOf(`u${at}`, { 1: points(total) }));
  return scoreAll([leaf('1', '100', GIVEN)], figures, { ranking }).scores.map(({ rank }) => rank);
}

type Published = { units: { unit: string; rank: number; total: string; parts?: { points: string }[] }[] };
const published = (file: string): Published =>
  JSON.parse(readFileSync(new URL(`../../../../data/published/${file}`, import.meta.url), 'utf8'));

describe('published tables are reproduced', () => {
  test('Quận 3 2019: dense ranks of 14 wards', () => {
    const { units } = published('quan-3-2019.json');
    expect(ranksOf(units.map(({ total }) => total))).toEqual(units.map(({ rank }) => rank));
  });

  test('Bình Dương 2017: ranks and totals of nine districts from their two parts', () => {
    const { units } = published('binh-duong-2017.json');
    const criteria = [leaf('1', '65', GIVEN), leaf('2', '35', GIVEN, { part: 'survey' })];
    const figures = units.map(({ unit, parts = [] }) =>
      unitOf(unit, { 1: points(parts[0]?.points ?? ''), 2: points(parts[1]?.points ?? '') }),
    );
    const { scores } = scoreAll(criteria, figures, { ranking: { method: 'competition' } });
    expect(scores.map(({ rank, points: own }) => [rank, (own / 1000).toFixed(2)])).toEqual(
      units.map(({ rank, total }) => [rank, total]),
    );
  });
});

describe('ties', () => {
  const totals = ['90', '95', '90', '80'];
  test.each([
    ['dense', [2, 1, 2, 3]],
    ['competition', [2, 1, 2, 4]],
    ['ordinal', [2, 1, 3, 4]],
  ])('%s gives %j', (method, ranks) => {
    expect(ranksOf(totals, { method })).toEqual(ranks);
  });

  test('ordinal goes by unit code in Unicode order, beyond the basic plane too', () => {
    const figures = ['😀', '～', 'b', 'a'].map((code) => unitOf(code, { 1: points('50') }));
    const { scores } = scoreAll([leaf('1', '100', GIVEN)], figures, { ranking: { method: 'ordinal' } });
    expect(scores.map(({ code, rank }) => `${code}${rank}`)).toEqual(['😀4', '～3', 'b2', 'a1']);
  });

  test('are broken by the points of named criteria; out of the denominator counts 0', () => {
    const criteria = [leaf('1', '50', GIVEN), leaf('2', '50', GIVEN, { nothing_arose: 'exclude' })];
    const figures = [
      unitOf('a', { 1: points('25'), 2: { nothing_arose: true } }),
      unitOf('b', { 1: points('20'), 2: points('30') }),
      unitOf('c', { 1: points('30'), 2: points('20') }),
    ];
    const ranks = (then: string[]) =>
      scoreAll(criteria, figures, { ranking: { then } }).scores.map(({ rank }) => rank);
    expect([ranks([]), ranks(['2']), ranks(['1'])]).toEqual([
      [1, 1, 1],
      [3, 1, 2],
      [2, 3, 1],
    ]);
  });

  test('the exact index tells apart what the printed one does not', () => {
    const third = [leaf('1', '3', GIVEN), leaf('2', '997', GIVEN)];
    const figures = [
      unitOf('a', { 1: points('1'), 2: points('500.01') }),
      unitOf('b', { 1: points('1'), 2: points('500.02') }),
    ];
    const ranks = (by: string) =>
      scoreAll(third, figures, { ranking: { by } }).scores.map(({ index, rank }) => [index, rank]);
    expect(ranks('printed')).toEqual([
      [50_100, 1],
      [50_100, 1],
    ]);
    expect(ranks('exact')).toEqual([
      [50_100, 2],
      [50_100, 1],
    ]);
  });
});

test('a unit that is not ranked has points, index and band but takes no place', () => {
  const figures = [
    unitOf('a', { 1: points('90') }, { ranked: false }),
    unitOf('b', { 1: points('80') }),
    unitOf('c', { 1: points('70') }),
  ];
  const bands = [{ name: 'Tốt', from: '80', closed: true }, { name: 'Khá' }];
  const { scores } = scoreAll([leaf('1', '100', GIVEN)], figures, { bands });
  expect(scores.map(({ rank, band, index }) => [rank, band, index])).toEqual([
    [null, 'Tốt', 90_000],
    [1, 'Tốt', 80_000],
    [2, 'Khá', 70_000],
  ]);
});

describe('bands read the printed index', () => {
  const bands = [
    { name: 'A', from: '90', closed: true },
    { name: 'B', from: '80', closed: false },
    { name: 'C' },
  ];
  test.each([
    ['90', 'A'],
    ['89.995', 'A'],
    ['89.99', 'B'],
    ['80', 'C'],
    ['80.01', 'B'],
  ])('%s is in band %s', (total, band) => {
    const rounding = { leaf: { decimals: 3, mode: 'half_up' }, index: { decimals: 2, mode: 'half_up' } };
    const { scores } = scoreAll([leaf('1', '100', GIVEN)], [unitOf('a', { 1: points(total) })], {
      bands,
      rounding,
    });
    expect(scores[0]?.band).toBe(band);
  });

  test('a flag or a field below its percentage lets the unit fall to the next band', () => {
    const conditions = [
      { name: 'A', from: '90', closed: true, not_with: ['treo'], needs: [{ code: '2', percent: '50' }] },
      { name: 'B', from: '80', closed: true, needs: [{ code: '2', percent: '30' }] },
      { name: 'C' },
    ];
    const criteria = [leaf('1', '90', GIVEN), leaf('2', '10', GIVEN, { nothing_arose: 'exclude' })];
    const flags = [{ id: 'treo', label: 'Hồ sơ treo' }];
    const band = (second: Written, more: Written = {}) =>
      scoreAll(criteria, [unitOf('a', { 1: points('90'), 2: second }, more)], {
        bands: conditions,
        flags,
      }).scores[0]?.band;
    expect([band(points('5')), band(points('4.99')), band(points('2'))]).toEqual(['A', 'B', 'C']);
    expect(band(points('5'), { flags: ['treo'] })).toBe('B');
    expect(band({ nothing_arose: true })).toBe('A');
  });
});

describe('properties', () => {
  const totals = fc.array(fc.integer({ min: 0, max: 100 }).map(String), { minLength: 1, maxLength: 30 });

  test('a better index never stands behind a worse one, and dense ranks leave no gap', () => {
    fc.assert(
      fc.property(totals, (list) => {
        const ranks = ranksOf(list).map(Number);
        for (const [a, first] of list.entries()) {
          for (const [b, second] of list.entries()) {
            expect(Math.sign(Number(second) - Number(first))).toBe(
              Math.sign((ranks[a] ?? 0) - (ranks[b] ?? 0)),
            );
          }
        }
        expect(new Set(ranks).size).toBe(Math.max(...ranks));
      }),
    );
  });

  test('Unicode order agrees with the order of code points', () => {
    const byPoints = (text: string) => [...text].map((symbol) => symbol.codePointAt(0) ?? 0);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const [left, right] = [byPoints(a), byPoints(b)];
        const at = left.findIndex((point, position) => point !== right[position]);
        const expected = at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
        expect(Math.sign(compareUnicode(a, b))).toBe(Math.sign(expected));
      }),
    );
  });
});
