import * as z from 'zod';
import type { Fault } from '../../../kernel/fault.ts';
import { Decimal } from '../../../kernel/number/decimal.ts';
import { WrittenPoints } from '../../../kernel/number/points.ts';
import {
  ceil,
  divide,
  floor,
  greatest,
  multiply,
  type Ratio,
  subtract,
  ZERO,
} from '../../../kernel/number/ratio.ts';
import { aboveMax, bounded, notPositive } from '../bounds.ts';
import type { Place, Scored } from '../scored.ts';
import { VALUE_FIELDS, type ValueInput } from '../source.ts';

/**
 * So many points off for each step short of the target: "cứ thiếu 5 % trừ 0,25 điểm". An unfinished step counts as
 * nothing (`full`), as a whole one (`started`) or in part (`prorata`). Theo thực tiễn, chưa có văn bản mẫu.
 */
export const ShortfallRule = z.strictObject({
  kind: z.literal('shortfall'),
  ...VALUE_FIELDS,
  target: Decimal,
  each: Decimal,
  per: Decimal,
  min: WrittenPoints.optional(),
  partial: z.enum(['full', 'started', 'prorata']),
});
export type ShortfallRule = z.infer<typeof ShortfallRule>;

export function* shortfallFaults(rule: ShortfallRule, place: Place): Generator<Fault> {
  yield* notPositive(rule.each, place, 'each');
  if (rule.min !== undefined) yield* aboveMax(rule.min, place, 'min');
}

export function scoreShortfall(rule: ShortfallRule, { v }: ValueInput, max: Ratio): Scored {
  const exactSteps = divide(greatest(ZERO, subtract(rule.target, v)), rule.each);
  const steps = wholeSteps(exactSteps, rule.partial);
  const kept = subtract(max, multiply(rule.per, steps));
  return { ...bounded(kept, rule.min ?? ZERO), how: { step: 'short_by', steps } };
}

function wholeSteps(steps: Ratio, partial: ShortfallRule['partial']): Ratio {
  if (partial === 'prorata') return steps;
  return { n: partial === 'full' ? floor(steps) : ceil(steps), d: 1n };
}
