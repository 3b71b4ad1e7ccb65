import { describe, expect, test } from 'vitest';
import { gridRanks, pathOf, stretches, worstRank } from './rank-lines.ts';

const AREA = { left: 0, right: 100, top: 10, bottom: 50 };
const line = (...ranks: (number | null)[]) => ({ key: 'a', name: 'Xã A', ranks });

describe('the flow of ranks', () => {
  test('the first rank stands on top and the last at the bottom', () => {
    expect(stretches(line(1, 5), 5, AREA)).toEqual([
      [
        { x: 0, y: 10, rank: 1 },
        { x: 100, y: 50, rank: 5 },
      ],
    ]);
  });

  test('a year without a rank breaks the line and nothing is drawn across it', () => {
    const found = stretches(line(3, null, 2), 3, AREA);
    expect(found.map((points) => points.map(({ rank }) => rank))).toEqual([[3], [2]]);
  });

  test('a merged unit begins its own line in the first year that it is ranked', () => {
    const [only] = stretches(line(null, 2, 1), 3, AREA);
    expect(only?.[0]?.x).toBe(50);
  });

  test('a unit never ranked has no line', () => {
    expect(stretches(line(null, null), 3, AREA)).toEqual([]);
  });

  test('the worst rank of all lines sets the height', () => {
    expect(worstRank([line(3, null), line(null, 21)])).toBe(21);
    expect(worstRank([line(null)])).toBe(2);
  });

  test.each([
    [4, [1, 2, 3, 4]],
    [24, [1, 5, 10, 15, 20, 24]],
    [21, [1, 5, 10, 15, 21]],
    [120, [1, 20, 40, 60, 80, 100, 120]],
  ])('of %i ranks %j are marked', (worst, marked) => {
    expect(gridRanks(worst)).toEqual(marked);
  });

  test('a path goes through every point', () => {
    const [points = []] = stretches(line(1, 2), 2, AREA);
    expect(pathOf(points)).toBe('M 0 10 C 50 10 50 50 100 50');
  });
});
