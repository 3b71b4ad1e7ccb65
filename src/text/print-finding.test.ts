import { describe, expect, test } from 'vitest';
import { checkTable, publishedTable } from '../../tests/given-published.ts';
import type { Finding } from '../domain/par-index/published/finding.ts';
import { printFinding } from './print-finding.ts';
import { published } from './vi/published.ts';

function found(table: object): readonly Finding[] {
  return checkTable(table).findings;
}

function ofUnit(unit: object, table: object = {}): readonly Finding[] {
  return found({ ...table, units: [{ unit: 'A', ...unit }] });
}

const PAIR = [
  { points: '40', max: '50' },
  { points: '30', max: '50' },
];
const ranked = (method: string, ...units: [string, number][]) =>
  found({
    ranking: { method },
    units: units.map(([index, rank], at) => ({ unit: `${at}`, index, rank, of: 30 })),
  });
const bands = [
  { name: 'A', from: '90', closed: true },
  { name: 'B', from: '80', closed: false },
];

/** Each problem at least once, and each way of putting it right. */
const FINDINGS: readonly Finding[] = [
  ...found(publishedTable('dong-anh-2018')),
  ...ofUnit({ total: '75', parts: PAIR }, { total: '110' }),
  ...ofUnit({ total: '65', applicable: '90', parts: PAIR }),
  ...ofUnit({ parts: PAIR, groups: [{ points: '80', max: '90', percent: '1', of: 'all' }] }),
  ...ofUnit({ parts: PAIR, groups: [{ max: '110', of: 'all' }] }),
  ...ofUnit({ parts: PAIR, groups: [{ max: '90', of: 'all' }] }),
  ...ofUnit({ parts: PAIR, groups: [{ points: '60', of: 'all' }] }),
  ...ofUnit({ parts: [{ points: '1', max: '3', percent: '20' }] }),
  ...ofUnit({ total: '60', parts: [{ points: '50', max: '50' }, { percent: '60' }] }, { total: '100' }),
  ...ofUnit({ total: '90', parts: [{ points: '70', max: '85.5' }, { percent: '100' }] }, { total: '100' }),
  ...ofUnit({ total: '68.32', index: '81.33' }, { total: '100' }),
  ...ofUnit({ total: '68.32', index: '0' }, { total: '100' }),
  ...ofUnit({ index: '76.71', previous: { index: '65.75' }, change: '11' }),
  ...ofUnit({ index: '85', band: 'A' }, { bands: [...bands, { name: 'C' }] }),
  ...ofUnit({ index: '85', band: 'Z' }, { bands }),
  ...ofUnit({ index: '70', band: 'B' }, { bands }),
  ...ofUnit({ rank: 31, of: 30 }),
  ...found({
    mean: '50',
    units: [
      { unit: 'A', of: 1, index: '60' },
      { unit: 'B', of: 1, index: '80' },
    ],
  }),
  ...found({ ranking: { method: 'dense' }, units: [{ unit: 'A', index: '60', rank: 4 }] }),
  ...ranked('dense', ['70', 3], ['80', 5]),
  ...ranked('competition', ['80', 3], ['80', 5]),
  ...ranked('dense', ['80', 3], ['70', 3]),
  ...ranked('ordinal', ['80', 3], ['80', 3]),
];

test('every problem is among those told here', () => {
  expect(new Set(FINDINGS.map(({ problem }) => problem))).toEqual(new Set(Object.keys(published.says)));
});

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  test.each(FINDINGS)(
    '$problem names the figures that disagree and what would make them agree',
    (finding) => {
      const { says, would_fix } = printFinding(finding, language);
      expect(says).toMatch(/^[\p{Lu}\d].*\d.*\.$/u);
      expect(would_fix).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(`${says} ${would_fix}`).not.toMatch(/undefined|null|NaN|[(“] *[)”]/);
    },
  );
});

test.each([
  ['vi', '11,38 trên 14,5 điểm = 78,48 %', '68,73 %', '79,97', '1,41 điểm', '29,63 trên 34,5 điểm (85,88 %)'],
  ['en', '11.38 of 14.5 points = 78.48%', '68.73%', '79.97', '1.41 points', '29.63 of 34.5 points (85.88%)'],
] as const)('Đông Anh 2018 in %s says what would make it agree', (language, ...numbers) => {
  const fixes = found(publishedTable('dong-anh-2018')).map(
    (finding) => printFinding(finding, language).would_fix,
  );
  for (const number of numbers) expect(fixes.join(' ')).toContain(number);
});

test.each([
  [
    'the denominator 84 of Thanh Hóa 2023',
    ofUnit({ total: '68.32', index: '81.33' }, { total: '100' }),
    '84',
  ],
  [
    'points with more decimals when it takes them',
    ofUnit({ parts: [{ points: '1', max: '3', percent: '20.01' }] }),
    '0,6003',
  ],
  [
    'the total of all units',
    found({
      mean: '50',
      units: [
        { unit: 'A', index: '60' },
        { unit: 'B', index: '70' },
      ],
    }),
    '100',
  ],
  ['the bounds of the band', ofUnit({ index: '95', band: 'B' }, { bands }), '> 80 và < 90'],
])('what would make it agree names %s', (_what, [finding], number) => {
  expect(finding && printFinding(finding, 'vi').would_fix).toContain(number);
});
