import * as z from 'zod';
import { type Fault, fault, type Step } from '../../../kernel/fault.ts';
import type { Json } from '../../../kernel/json.ts';
import { Decimal } from '../../../kernel/number/decimal.ts';
import { fitsDecimals, pointsToRatio, WholePoints, WrittenPoints } from '../../../kernel/number/points.ts';
import { compare, type Ratio, ZERO } from '../../../kernel/number/ratio.ts';
import { aboveMax } from '../bounds.ts';
import type { Place, Scored } from '../scored.ts';
import { readForm } from '../source.ts';

/** Points put in by hand: by the unit, the appraiser, the council, or taken from outside (KT-XH, SIPAS). */
export const GivenRule = z.strictObject({
  kind: z.literal('given'),
  by: z.enum(['unit', 'appraiser', 'council', 'outside']),
  step: WholePoints.optional(),
  min: WrittenPoints.optional(),
});
export type GivenRule = z.infer<typeof GivenRule>;
export type GivenInput = { readonly kind: 'given'; readonly points: Ratio };

export function* givenFaults(rule: GivenRule, place: Place): Generator<Fault> {
  const { step, min = ZERO } = rule;
  if (step !== undefined && step <= 0) yield fault([...place.path, 'step'], 'not_positive');
  if (step !== undefined && place.decimals !== undefined && !fitsDecimals(step, place.decimals)) {
    yield fault([...place.path, 'step'], 'finer_than_leaf', { decimals: place.decimals });
  }
  if (min.n < 0n && !place.bonus) yield fault([...place.path, 'min'], 'negative_min_needs_bonus');
  yield* aboveMax(min, place, 'min');
}

export const GivenForm = z.strictObject({ points: Decimal });

/** Points outside min…max or off the step are refused, never bent. */
export function readGiven(
  rule: GivenRule,
  max: Ratio,
  raw: Json,
  path: readonly Step[],
  faults: Fault[],
): GivenInput | undefined {
  const read = readForm(GivenForm, raw, path, faults);
  if (read === undefined) return undefined;
  const { points } = read;
  const at = [...path, 'points'];
  if (compare(points, max) > 0 || compare(points, rule.min ?? ZERO) < 0)
    faults.push(fault(at, 'outside_bounds'));
  else if (rule.step !== undefined && !isMultiple(points, pointsToRatio(rule.step))) {
    faults.push(fault(at, 'off_step'));
  }
  return { kind: 'given', points };
}

function isMultiple(value: Ratio, step: Ratio): boolean {
  return (value.n * step.d) % (value.d * step.n) === 0n;
}

export function scoreGiven({ points }: GivenInput): Scored {
  return { exact: points, how: { step: 'given' } };
}
