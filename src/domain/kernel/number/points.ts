import { Decimal, decimalsOf, printScaled } from './decimal.ts';
import { compare, type Ratio, ratio } from './ratio.ts';
import { type Rounding, roundScaled } from './rounding.ts';

/** Thousandths of a point, an integer: 13.42 points are 13420. Also thousandths of a percent of the index. */
export type Points = number & { readonly thousandths: unique symbol };

/** The finest step any scorecard can name; finer maxima are refused. */
const DECIMALS = 3;
const LARGEST = ratio(1_000_000);

export const NO_POINTS = 0 as Points;
/** Where a bound is absent. */
export const MOST_POINTS = Number.MAX_SAFE_INTEGER as Points;
export const LEAST_POINTS = Number.MIN_SAFE_INTEGER as Points;

/** Points as a scorecard writes them, exact and possibly finer than a thousandth; at most a million either way. */
export const WrittenPoints = Decimal.refine(
  (value) => compare(value, LARGEST) <= 0 && compare(value, ratio(-LARGEST.n)) >= 0,
  { error: 'points_out_of_range' },
);

/** A maximum or bound of points: at most three decimals, held as integer thousandths. */
export const WholePoints = WrittenPoints.refine((value) => decimalsOf(value) <= DECIMALS, {
  error: 'points_too_fine',
}).transform((value) => Number((value.n * 1000n) / value.d) as Points);

export function addPoints(a: Points, b: Points): Points {
  return (a + b) as Points;
}

export function clampPoints(value: Points, low: Points, high: Points): Points {
  return Math.max(low, Math.min(high, value)) as Points;
}

export function pointsToRatio(points: Points): Ratio {
  return { n: BigInt(points), d: 1000n };
}

export function roundToPoints(value: Ratio, { decimals, mode }: Rounding): Points {
  return (Number(roundScaled(value, decimals, mode)) * 10 ** (DECIMALS - decimals)) as Points;
}

/** Whether the points can be written with that many decimals: 15.5 fits one, 15.25 does not. */
export function fitsDecimals(points: Points, decimals: number): boolean {
  return points % 10 ** (DECIMALS - decimals) === 0;
}

/** With exactly `decimals` digits after the point. */
export function printPoints(points: Points, decimals: number): string {
  const step = 10 ** (DECIMALS - decimals);
  return printScaled((points - (points % step)) / step, decimals);
}

/** As short as exact printing allows: "15.5", "100". */
export function printShortPoints(points: Points): string {
  return printScaled(points, DECIMALS).replace(/\.?0+$/, '');
}
