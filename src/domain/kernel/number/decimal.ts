import * as z from 'zod';
import { named } from '../zod-faults.ts';
import { type Ratio, ratio } from './ratio.ts';
import { roundScaled } from './rounding.ts';

/** No figure of public administration is longer; a longer one is a mistake or an attack and is refused. */
const MAX_DIGITS = 100;

const WRITTEN = /^-?[0-9]+(\.[0-9]+)?$/;

/** A whole number as the reader hands it on: a bigint only when it does not fit a safe integer. */
const WholeNumber = z.union([z.int(), z.bigint()]);

/** `"12.5"`, `"-0.25"` or an integer, as exact ratio with a power of ten as denominator. */
export const Decimal = z
  .union([z.string().regex(WRITTEN, { error: 'decimal' }), WholeNumber], { error: named('decimal') })
  .refine((written) => String(written).length <= MAX_DIGITS, { error: 'too_many_digits' })
  .transform((written) => parseDecimal(String(written)))
  .meta({ id: 'Decimal' });

/** A count of things: an integer ≥ 0, never text, never written with a point. */
export const Count = z
  .union([z.int(), z.bigint()], { error: named('count') })
  .refine((count) => count >= 0, { error: 'count' })
  .refine((count) => String(count).length <= MAX_DIGITS, { error: 'too_many_digits' })
  .transform((count) => BigInt(count))
  .meta({ id: 'Count' });

/** @throws SyntaxError when the text is not of the form `-?[0-9]+(\.[0-9]+)?`. */
export function parseDecimal(written: string): Ratio {
  if (!WRITTEN.test(written)) throw new SyntaxError('not a decimal');
  const [whole = '', fraction = ''] = written.split('.');
  return ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

/** Digits after the point that the value needs: 15.50 needs one. Meant for denominators that are powers of ten. */
export function decimalsOf(value: Ratio): number {
  let decimals = 0;
  let scale = 1n;
  while ((value.n * scale) % value.d !== 0n) {
    decimals += 1;
    scale *= 10n;
  }
  return decimals;
}

/** An integer k as `k ÷ 10^decimals` with exactly that many digits after the point; never "-0.00". */
export function printScaled(scaled: bigint | number, decimals: number): string {
  const digits = (scaled < 0 ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const sign = scaled < 0 ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Exact when the value needs at most `most` decimals, without trailing zeros; otherwise rounded half up to them. */
export function printRatio(value: Ratio, most = 6): string {
  const printed = printScaled(roundScaled(value, most, 'half_up'), most);
  return printed.includes('.') ? printed.replace(/\.?0+$/, '') : printed;
}
