import { parseDecimal, printScaled } from '../../../../domain/kernel/number/decimal.ts';
import {
  compare,
  divide,
  HUNDRED,
  isZero,
  multiply,
  ratio,
  sum,
} from '../../../../domain/kernel/number/ratio.ts';
import { type Rounding, roundScaled } from '../../../../domain/kernel/number/rounding.ts';
import { letters } from '../../../sheets/xlsx/cells.ts';

/** A total that a bound cut, or a part whose points were given to others, is no sum of its parts and gets no formula. */
export function isSum(total: string, parts: readonly string[]): boolean {
  return compare(sum(parts.map(parseDecimal)), parseDecimal(total)) === 0;
}

/** `points ÷ applicable × 100`, printed; null where nothing applies. */
export function percent(points: string, applicable: string, { decimals, mode }: Rounding): string | null {
  const all = parseDecimal(applicable);
  if (isZero(all)) return null;
  const share = multiply(divide(parseDecimal(points), all), HUNDRED);
  return printScaled(roundScaled(share, decimals, mode), decimals);
}

/** The same of two cells. */
export function shareFormula(points: string, applicable: string, { decimals, mode }: Rounding): string {
  const round = mode === 'cut' ? 'ROUNDDOWN' : 'ROUND';
  return `${round}(${points}/${applicable}*100,${decimals})`;
}

/** Of at least one number. */
export function meanOf(numbers: readonly string[], decimals: number): string {
  const mean = divide(sum(numbers.map(parseDecimal)), ratio(numbers.length));
  return printScaled(roundScaled(mean, decimals, 'half_up'), decimals);
}

/** Of cells of one row by their columns: a range where they stand side by side. */
export function sumFormula(columns: readonly number[], row: number): string {
  const places = columns.map((column) => `${letters(column)}${row}`);
  const [first = 0] = columns;
  const together = columns.length > 1 && columns.every((column, at) => column === first + at);
  return `SUM(${together ? `${places[0]}:${places.at(-1)}` : places.join(',')})`;
}
