import { describe, expect, test } from 'vitest';
import { apart, gridRanks, leap, pathOf, type RankAxis, stretches } from './rank-lines.ts';

const AREA = { left: 0, right: 100, top: 10, bottom: 50 };
const axes = (...sizes: number[]): RankAxis[] =>
  sizes.map((size, at) => ({ mark: `${at}`, size, comparable: at > 0 }));
const line = (...ranks: (number | null)[]) => ({ key: 'a', name: 'Xã A', ranks });

describe('the flow of ranks', () => {
  test('the first rank stands on top and the last at the bottom', () => {
    expect(stretches(line(1, 5), axes(5, 5), AREA)).toEqual([
      [
        { x: 0, y: 10, rank: 1 },
        { x: 100, y: 50, rank: 5 },
      ],
    ]);
  });

  test('a year without a rank breaks the line and nothing is drawn across it', () => {
    const found = stretches(line(3, null, 2), axes(3, 3, 3), AREA);
    expect(found.map((points) => points.map(({ rank }) => rank))).toEqual([[3], [2]]);
  });

  test('a merged unit begins its own line in the first year that it is ranked', () => {
    const [only] = stretches(line(null, 2, 1), axes(3, 3, 3), AREA);
    expect(only?.[0]?.x).toBe(50);
  });

  test('a unit never ranked has no line', () => {
    expect(stretches(line(null, null), axes(3, 3), AREA)).toEqual([]);
  });

  test('each period has its own size: the last of 55 and the last of 24 stand at the same height', () => {
    const [points = []] = stretches(line(55, 24), axes(55, 24), AREA);
    expect(points.map(({ y }) => y)).toEqual([50, 50]);
  });

  test('a period of one unit stands on top', () => {
    expect(stretches(line(1), axes(1), AREA)).toEqual([[{ x: 0, y: 10, rank: 1 }]]);
  });

  test('blocks that are not compared have no line between them', () => {
    const [first, ...rest] = axes(55, 24, 24);
    const apart = rest.map((axis, at) => (at === 0 ? { ...axis, comparable: false } : axis));
    const found = stretches(line(47, 16, 15), first === undefined ? [] : [first, ...apart], AREA);
    expect(found.map((points) => points.map(({ rank }) => rank))).toEqual([[47], [16, 15]]);
  });

  test('only across such a break a unit leaps into its successor', () => {
    const apart = axes(55, 24, 24).map((axis, at) => ({ ...axis, comparable: at === 2 }));
    const [former, today] = [line(47, null, null), line(null, null, 15)];
    expect(leap(former, today, apart, AREA)?.map(({ rank, x }) => [rank, x])).toEqual([
      [47, 0],
      [15, 100],
    ]);
    expect(leap(former, today, axes(55, 24, 24), AREA)).toBeUndefined();
    expect(leap(line(null, 3, 3), today, apart, AREA)).toBeUndefined();
  });

  test.each([
    [4, [1, 2, 3, 4]],
    [24, [1, 5, 10, 15, 20, 24]],
    [21, [1, 5, 10, 15, 21]],
    [120, [1, 20, 40, 60, 80, 100, 120]],
  ])('of %i ranks %j are marked', (worst, marked) => {
    expect(gridRanks(worst)).toEqual(marked);
  });

  test('names that would stand on each other are moved apart, the others stay', () => {
    expect(apart([10, 12, 60], 14)).toEqual([10, 24, 60]);
  });

  test('a path goes through every point', () => {
    const [points = []] = stretches(line(1, 2), axes(2, 2), AREA);
    expect(pathOf(points)).toBe('M 0 10 C 50 10 50 50 100 50');
  });
});
