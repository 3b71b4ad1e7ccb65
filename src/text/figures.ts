import { printRatio } from '../domain/kernel/number/decimal.ts';
import { type Points, printShortPoints } from '../domain/kernel/number/points.ts';
import type { Ratio } from '../domain/kernel/number/ratio.ts';
import type { Language } from './language.ts';
import { printNumber } from './numbers.ts';

/** A value as people read it, exact up to six decimals; a longer one ends in an ellipsis. */
export function printValue(value: Ratio, language: Language): string {
  const printed = printNumber(printRatio(value), language);
  return isPrintedExactly(value) ? printed : `${printed}…`;
}

function isPrintedExactly(value: Ratio): boolean {
  return (value.n * 1_000_000n) % value.d === 0n;
}

export function printPointsShort(points: Points, language: Language): string {
  return printNumber(printShortPoints(points), language);
}
