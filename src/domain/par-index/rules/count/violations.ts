import * as z from 'zod';
import { type Fault, fault } from '../../../kernel/fault.ts';
import { Count, Decimal } from '../../../kernel/number/decimal.ts';
import { WrittenPoints } from '../../../kernel/number/points.ts';
import { multiply, type Ratio, ZERO } from '../../../kernel/number/ratio.ts';
import { aboveMax, bounded } from '../bounds.ts';
import type { Place, Scored } from '../scored.ts';
import type { CountInput } from '../source.ts';

/**
 * Nothing from the n-th violation on, and from a further one points below zero: "từ 01 văn bản trở lên trái pháp
 * luật: 0 điểm", "bị 0 điểm và bị trừ 0,25 điểm" (chuẩn tiếp cận pháp luật).
 */
export const ViolationsRule = z.strictObject({
  kind: z.literal('violations'),
  zero_from: Count,
  deduct_per: Decimal.optional(),
  deduct_from: Count.optional(),
  min: WrittenPoints.optional(),
});
export type ViolationsRule = z.infer<typeof ViolationsRule>;

export function* violationsFaults(rule: ViolationsRule, place: Place): Generator<Fault> {
  const { zero_from, deduct_per = ZERO, deduct_from = zero_from, min = ZERO } = rule;
  if (deduct_from < zero_from) yield fault([...place.path, 'deduct_from'], 'deduct_before_zero');
  if (deduct_per.n > 0n && min.n >= 0n) yield fault([...place.path, 'min'], 'min_not_negative');
  yield* aboveMax(min, place, 'min');
}

export function scoreViolations(rule: ViolationsRule, { n }: CountInput, max: Ratio): Scored {
  const { zero_from, deduct_per = ZERO, deduct_from = zero_from, min = ZERO } = rule;
  const count = n.n;
  if (count < zero_from) return { exact: max, how: { step: 'violations', zone: 'none' } };
  if (count < deduct_from) return { exact: ZERO, how: { step: 'violations', zone: 'zero' } };
  const further = { n: -(count - deduct_from + 1n), d: 1n };
  const { exact, limit } = bounded(multiply(deduct_per, further), min);
  return { exact, limit, how: { step: 'violations', zone: 'deducted' } };
}
