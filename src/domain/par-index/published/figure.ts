import { Decimal, printScaled } from '../../kernel/number/decimal.ts';
import { compare, divide, HUNDRED, multiply, type Ratio } from '../../kernel/number/ratio.ts';
import { roundScaled } from '../../kernel/number/rounding.ts';

/** A figure as it is printed: `value` is exact with the denominator 10^`decimals`, so "82.00" has two decimals. */
export type Figure = { readonly value: Ratio; readonly decimals: number };

/** `Decimal` keeps the denominator as written: its zeros are the digits after the point. */
export const Figure = Decimal.transform((value): Figure => ({ value, decimals: String(value.d).length - 1 }));

function figure(scaled: bigint, decimals: number): Figure {
  return { value: { n: scaled, d: 10n ** BigInt(decimals) }, decimals };
}

/** Half up, away from zero on a tie. */
export function roundedTo(value: Ratio, decimals: number): Figure {
  return figure(roundScaled(value, decimals, 'half_up'), decimals);
}

/** Exact, with as many decimals as the finest of them. */
export function sumOf(figures: readonly Figure[]): Figure {
  const decimals = figures.reduce((finest, figure) => Math.max(finest, figure.decimals), 0);
  const scaled = figures.reduce((sum, figure) => sum + scaledTo(figure, decimals), 0n);
  return figure(scaled, decimals);
}

export function differenceOf(a: Figure, b: Figure): Figure {
  return sumOf([a, figure(-b.value.n, b.decimals)]);
}

function scaledTo({ value, decimals }: Figure, wanted: number): bigint {
  return value.n * 10n ** BigInt(wanted - decimals);
}

/** At most one unit of the last digit: what printed figures may differ by when each was rounded alone. */
export function isWithinLastDigit(difference: Figure): boolean {
  return difference.value.n >= -1n && difference.value.n <= 1n;
}

export function isSame(a: Figure, b: Figure): boolean {
  return compare(a.value, b.value) === 0;
}

/** Whether rounding half up or cutting the exact value to the printed decimals gives what is printed. */
export function printsAs(exact: Ratio, printed: Figure): boolean {
  const { value, decimals } = printed;
  return (
    roundScaled(exact, decimals, 'half_up') === value.n || roundScaled(exact, decimals, 'cut') === value.n
  );
}

/** @throws RangeError when `whole` is 0. */
export function percentOf(part: Figure, whole: Figure): Ratio {
  return divide(multiply(HUNDRED, part.value), whole.value);
}

/** In plain decimal form, with exactly its decimals: "82.00". */
export function printFigure({ value, decimals }: Figure): string {
  return printScaled(value.n, decimals);
}

/** How far something falls `short` (positive difference) or goes `over` (negative), printed without sign. */
export function shortOrOver(difference: Figure): { short?: string; over?: string } {
  const { value, decimals } = difference;
  return value.n < 0n ? { over: printScaled(-value.n, decimals) } : { short: printScaled(value.n, decimals) };
}

/** All of them, or nothing as soon as one is not printed. */
export function allPrinted<T>(figures: readonly (T | undefined)[]): T[] | undefined {
  const printed = figures.filter((figure) => figure !== undefined);
  return printed.length === figures.length ? printed : undefined;
}
