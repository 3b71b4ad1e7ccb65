import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal, printRatio } from './decimal.ts';
import { printPoints, printShortPoints, roundToPoints } from './points.ts';
import { add, ceil, compare, floor, multiply, negate, ratio, sum } from './ratio.ts';
import { roundScaled } from './rounding.ts';

const anyRatio = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]) => ratio(n, d));

describe('rounding', () => {
  test.each([
    ['89.457', 2, 'cut', '89.45', 'Nam Định 2020: 62,62 / 70 printed 89,45'],
    ['89.457', 2, 'half_up', '89.46', 'the same figure rounded'],
    ['0.005', 2, 'half_up', '0.01', 'a tie goes away from zero'],
    ['-0.005', 2, 'half_up', '-0.01', 'below zero too'],
    ['-0.009', 2, 'cut', '0.00', 'cut goes toward zero and never prints -0'],
    ['-1.259', 1, 'cut', '-1.2', 'cut of a negative value'],
    ['2.5', 0, 'half_up', '3', 'no decimals, no point'],
    ['-2.5', 0, 'half_up', '-3', 'no decimals, below zero'],
    ['13.42', 3, 'half_up', '13.420', 'three decimals'],
  ] as const)('%s to %i decimals, %s, is %s (%s)', (written, decimals, mode, printed, _why) => {
    expect(printPoints(roundToPoints(parseDecimal(written), { decimals, mode }), decimals)).toBe(printed);
  });

  test('half up is never further than half a step away, cut never further than a step and never above', () => {
    fc.assert(
      fc.property(anyRatio, fc.integer({ min: 0, max: 3 }), (value, decimals) => {
        const step = ratio(1, 10n ** BigInt(decimals));
        const up = multiply(ratio(roundScaled(value, decimals, 'half_up')), step);
        const cut = multiply(ratio(roundScaled(value, decimals, 'cut')), step);
        const size = (r: typeof value) => (r.n < 0n ? negate(r) : r);
        expect(compare(size(add(up, negate(value))), multiply(step, ratio(1, 2)))).toBeLessThanOrEqual(0);
        expect(compare(size(add(cut, negate(value))), step)).toBeLessThan(0);
        expect(compare(size(cut), size(value))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('exact arithmetic', () => {
  test('floor and ceil of a negative ratio', () => {
    expect([floor(ratio(-7, 2)), ceil(ratio(-7, 2)), floor(ratio(-4, 2)), ceil(ratio(7, 2))]).toEqual([
      -4n,
      -3n,
      -2n,
      4n,
    ]);
  });

  test('a negative denominator moves its sign up', () => {
    expect(ratio(1, -2)).toEqual({ n: -1n, d: 2n });
  });

  test('adding pairwise is adding one by one', () => {
    fc.assert(
      fc.property(fc.array(anyRatio), (terms) => {
        expect(compare(sum(terms), terms.reduce(add, ratio(0)))).toBe(0);
      }),
    );
  });

  test.each([
    ['15.50', '15.5'],
    ['100', '100'],
    ['-0.250', '-0.25'],
    ['1000', '1000'],
  ])('%s prints without trailing zeros as %s', (written, printed) => {
    expect(printRatio(parseDecimal(written))).toBe(printed);
    expect(printShortPoints(roundToPoints(parseDecimal(written), { decimals: 3, mode: 'cut' }))).toBe(
      printed,
    );
  });
});
