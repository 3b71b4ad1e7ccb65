import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../../../../tests/given-published.ts';

type Row = [index: string | undefined, rank: number | undefined];

/** What is found of units A, B, C… with these figures and ranks. */
function found(method: string | undefined, of: number | undefined, rows: Row[]): string[] {
  const units = rows.map(([index, rank], at) => ({
    unit: String.fromCharCode(65 + at),
    ...(index && { index }),
    ...(rank && { rank }),
    ...(of && { of }),
  }));
  return findingsOf({ ...(method && { ranking: { method } }), units });
}

/** Quận 3 2019: 92.5 twice, then 92.25. */
const tied = (...ranks: number[]): Row[] =>
  ['94', '92.5', '92.50', '92.25'].map((index, at) => [index, ranks[at]]);

describe('ranks of a whole block', () => {
  test.each([
    ['dense', tied(1, 2, 2, 3), []],
    ['dense', tied(1, 2, 2, 4), ['D rank 3, not 4']],
    ['dense', tied(1, 2, 3, 4), ['C rank 2, not 3', 'D rank 3, not 4']],
    ['competition', tied(1, 2, 2, 4), []],
    ['competition', tied(1, 2, 2, 3), ['D rank 4, not 3']],
    ['ordinal', tied(1, 2, 3, 4), []],
    ['ordinal', tied(1, 3, 2, 4), []],
    ['ordinal', tied(1, 2, 2, 4), ['C rank 3, not 2']],
    ['ordinal', tied(1, 3, 4, 4), ['C rank 2, not 4']],
    ['ordinal', tied(2, 1, 3, 4), ['A rank 1, not 2', 'B rank 2, not 1']],
  ])('%s: %j', (method, rows, findings) => {
    expect(found(method, 4, rows)).toEqual(findings);
    expect(found(method, undefined, rows)).toEqual(findings);
  });

  test('a unit out of its place among all others is one finding', () => {
    const rows: Row[] = [
      ['70', 3],
      ['90', 1],
      ['80', 5],
    ];
    expect(found('dense', undefined, rows)).toEqual(['C rank 2, not 5']);
  });

  test('units without index are ranked by their total', () => {
    const units = [
      { unit: 'A', total: '96', rank: 2 },
      { unit: 'B', total: '94', index: '98', rank: 1 },
    ];
    expect(findingsOf({ units })).toEqual([]);
  });
});

describe('a table that names no method', () => {
  test.each([
    [tied(1, 2, 2, 3), []],
    [tied(1, 2, 2, 4), []],
    [tied(1, 3, 2, 4), []],
    [tied(2, 2, 2, 3), ['A rank 1, not 2']],
    [tied(9, 2, 2, 4), ['A rank 1, not 9']],
  ])('%j is held against the method that fits best', (rows, findings) => {
    expect(found(undefined, undefined, rows)).toEqual(findings);
  });
});

describe('of fewer units than were ranked only order and ties are judged', () => {
  test.each([
    ['dense', tied(3, 7, 7, 9), []],
    ['dense', tied(3, 7, 8, 9), ['C rank 7, not 8']],
    ['competition', tied(3, 7, 8, 9), ['C rank 7, not 8']],
    ['ordinal', tied(3, 7, 8, 9), []],
    ['ordinal', tied(3, 7, 7, 9), ['C rank 8, not 7']],
    ['dense', tied(7, 7, 7, 9), ['B rank 8, not 7']],
    ['dense', tied(9, 7, 7, 10), ['A rank 7, not 9']],
    ['dense', tied(1, 7, 7, 7).toReversed(), ['A rank 8, not 7']],
    [undefined, tied(3, 7, 8, 9), []],
    [undefined, tied(3, 7, 7, 9), []],
    [undefined, tied(9, 7, 7, 10), ['A rank 7, not 9']],
  ])('%s: %j', (method, rows, findings) => {
    expect(found(method, 30, rows)).toEqual(findings);
  });

  test('so it is when a unit is not ranked or has no figure', () => {
    const gaps: Row[] = [
      ['90', 1],
      ['80', undefined],
      [undefined, 2],
      ['70', 4],
    ];
    expect(found('dense', 4, gaps)).toEqual([]);
    expect(found('dense', undefined, [...gaps, ['75', 5]])).toEqual(['E rank 4, not 5']);
  });
});
