import * as z from 'zod';
import type { Fault } from '../../../kernel/fault.ts';
import { Decimal } from '../../../kernel/number/decimal.ts';
import { WrittenPoints } from '../../../kernel/number/points.ts';
import {
  add,
  compare,
  divide,
  floor,
  least,
  multiply,
  subtract,
  ZERO,
} from '../../../kernel/number/ratio.ts';
import { aboveMax, notPositive } from '../bounds.ts';
import type { Place, Scored } from '../scored.ts';
import { VALUE_FIELDS, type ValueInput } from '../source.ts';

/**
 * A base and steps above it up to a cap: "10–20 %: 1 điểm, mỗi 5 % tiếp theo cộng 0,25, tối đa 2" (phân loại đơn
 * vị hành chính).
 */
export const BaseStepRule = z.strictObject({
  kind: z.literal('base_step'),
  ...VALUE_FIELDS,
  from: Decimal,
  points: WrittenPoints,
  each: Decimal,
  add: Decimal,
  cap: WrittenPoints,
});
export type BaseStepRule = z.infer<typeof BaseStepRule>;

export function* baseStepFaults(rule: BaseStepRule, place: Place): Generator<Fault> {
  yield* notPositive(rule.each, place, 'each');
  yield* aboveMax(rule.cap, place, 'cap');
}

export function scoreBaseStep(rule: BaseStepRule, { v }: ValueInput): Scored {
  if (compare(v, rule.from) < 0) return { exact: ZERO, how: { step: 'below_base' } };
  const steps = floor(divide(subtract(v, rule.from), rule.each));
  const points = add(rule.points, multiply(rule.add, { n: steps, d: 1n }));
  const limit = compare(points, rule.cap) > 0 ? 'max' : undefined;
  return { exact: least(rule.cap, points), how: { step: 'base_steps', steps }, limit };
}
