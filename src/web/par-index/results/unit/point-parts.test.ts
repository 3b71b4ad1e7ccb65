import { describe, expect, test } from 'vitest';
import { partsOf, partsOfUnit, thousandths } from './point-parts.ts';

const node = (
  code: string,
  depth: number,
  points: string,
  applicable: string,
  state: 'scored' | 'missing' = 'scored',
) => ({
  code,
  depth,
  points,
  applicable,
  state,
  leaf: depth === 1,
});

const TREE = [
  node('1', 0, '2.5', '5'),
  node('1.1', 1, '2.5', '3'),
  node('1.2', 1, '0', '2', 'missing'),
  node('2', 0, '0.00', '1.5', 'missing'),
];

const amounts = (parts: readonly { amount: number }[]) => parts.map(({ amount }) => amount);

describe('what became of points', () => {
  test.each([
    ['13.42', 13_420],
    ['15.5', 15_500],
    ['100', 100_000],
    ['-0.25', -250],
    ['0.005', 5],
  ])('%s points are %i thousandths', (written, exact) => {
    expect(thousandths(written)).toBe(exact);
  });

  test('what has no figure is unknown, not lost', () => {
    expect(amounts(partsOf(TREE, 0))).toEqual([2500, 500, 2000]);
    expect(amounts(partsOf(TREE, 1))).toEqual([2500, 500, 0]);
    expect(amounts(partsOf(TREE, 2))).toEqual([0, 0, 2000]);
  });

  test('earned, lost and unknown of a unit are its applicable points', () => {
    expect(amounts(partsOfUnit(TREE, '2.5', '6.5'))).toEqual([2500, 500, 3500]);
  });

  test('a missing alternative beside a scored one takes no more than is left', () => {
    const best = [node('1', 0, '1.5', '2'), node('1.1', 1, '1.5', '2'), node('1.2', 1, '0', '2', 'missing')];
    expect(amounts(partsOf(best, 0))).toEqual([1500, 0, 500]);
  });

  test('points above what applies leave nothing lost', () => {
    expect(amounts(partsOfUnit([], '101', '100'))).toEqual([101_000, 0, 0]);
  });

  test('penalties below zero earn nothing', () => {
    expect(amounts(partsOfUnit([], '-1', '10'))).toEqual([0, 10_000, 0]);
  });
});
