import * as z from 'zod';
import type { Fault } from '../../../kernel/fault.ts';
import { Decimal } from '../../../kernel/number/decimal.ts';
import { compare, HUNDRED, type Ratio, ZERO } from '../../../kernel/number/ratio.ts';
import { notPositive, reaches } from '../bounds.ts';
import type { Place, Scored } from '../scored.ts';
import { shareOf, VALUE_FIELDS, type ValueInput } from '../source.ts';

/**
 * Points in proportion to a value: on time ÷ handled × maximum (chuẩn tiếp cận pháp luật). Below the floor nothing;
 * on the floor nothing either, unless it is closed. At the target and above, the maximum.
 */
export const ProportionalRule = z.strictObject({
  kind: z.literal('proportional'),
  ...VALUE_FIELDS,
  target: Decimal.optional(),
  floor: z.strictObject({ value: Decimal, closed: z.boolean() }).optional(),
});
export type ProportionalRule = z.infer<typeof ProportionalRule>;

export function* proportionalFaults(rule: ProportionalRule, place: Place): Generator<Fault> {
  if (rule.target !== undefined) yield* notPositive(rule.target, place, 'target');
}

export function scoreProportional(rule: ProportionalRule, { v }: ValueInput, max: Ratio): Scored {
  const { target = HUNDRED, floor } = rule;
  if (floor !== undefined && !reaches(v, floor.value, floor.closed)) {
    return { exact: ZERO, how: { step: 'below_floor' }, limit: 'floor' };
  }
  const limit = compare(v, target) > 0 ? 'target' : undefined;
  return { exact: shareOf(v, target, max), how: { step: 'share', target }, limit };
}
