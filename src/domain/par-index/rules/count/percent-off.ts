import * as z from 'zod';
import type { Fault } from '../../../kernel/fault.ts';
import { Decimal } from '../../../kernel/number/decimal.ts';
import { WrittenPoints } from '../../../kernel/number/points.ts';
import { divide, HUNDRED, multiply, ONE, type Ratio, subtract, ZERO } from '../../../kernel/number/ratio.ts';
import { aboveMax, bounded } from '../bounds.ts';
import type { Place, Scored } from '../scored.ts';
import type { CountInput } from '../source.ts';

/** So many percent of the maximum off for each occurrence: each delay −25 % (NĐ 335/2025/NĐ-CP). */
export const PercentOffRule = z.strictObject({
  kind: z.literal('percent_off'),
  per: Decimal,
  min: WrittenPoints.optional(),
});
export type PercentOffRule = z.infer<typeof PercentOffRule>;

export function* percentOffFaults(rule: PercentOffRule, place: Place): Generator<Fault> {
  if (rule.min !== undefined) yield* aboveMax(rule.min, place, 'min');
}

export function scorePercentOff(rule: PercentOffRule, { n }: CountInput, max: Ratio): Scored {
  const percent = multiply(rule.per, n);
  const kept = multiply(max, subtract(ONE, divide(percent, HUNDRED)));
  return { ...bounded(kept, rule.min ?? ZERO), how: { step: 'percent_off', percent } };
}
