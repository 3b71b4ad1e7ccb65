import * as z from 'zod';
import { type Fault, fault } from '../../../kernel/fault.ts';
import { Decimal } from '../../../kernel/number/decimal.ts';
import { WrittenPoints } from '../../../kernel/number/points.ts';
import { compare, multiply } from '../../../kernel/number/ratio.ts';
import { aboveMax, bounded } from '../bounds.ts';
import type { Place, Scored } from '../scored.ts';
import type { CountInput } from '../source.ts';

/** So many points for each occurrence within bounds, as bonus and penalty items are written (Hà Nội 2024). */
export const PerCountRule = z.strictObject({
  kind: z.literal('per_count'),
  each: Decimal,
  min: WrittenPoints,
  max: WrittenPoints,
});
export type PerCountRule = z.infer<typeof PerCountRule>;

export function* perCountFaults(rule: PerCountRule, place: Place): Generator<Fault> {
  yield* aboveMax(rule.max, place, 'max');
  if (compare(rule.min, rule.max) > 0) yield fault([...place.path, 'min'], 'min_above_max');
}

export function scorePerCount(rule: PerCountRule, { n }: CountInput): Scored {
  const amount = multiply(rule.each, n);
  return { ...bounded(amount, rule.min, rule.max), how: { step: 'counted', amount } };
}
