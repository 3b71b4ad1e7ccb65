import * as z from 'zod';
import { type Fault, fault } from '../../../kernel/fault.ts';
import { Decimal } from '../../../kernel/number/decimal.ts';
import { WrittenPoints } from '../../../kernel/number/points.ts';
import { type Ratio, ZERO } from '../../../kernel/number/ratio.ts';
import { evaluate } from '../../expression/evaluate.ts';
import { FormulaText, namesIn } from '../../expression/expression.ts';
import { aboveMax, bounded, descendingFaults, reaches } from '../bounds.ts';
import type { Place, Scored, Unscored } from '../scored.ts';
import { VALUE_FIELDS, type ValueInput } from '../source.ts';

/**
 * Tiers by value, best first: "trên 90 %: 2; 70 %–90 %: 1; dưới 70 %: 0" (Cà Mau, QĐ 1880/2013, 1.1.4). The points
 * of a tier are fixed or an expression in `v` and `max_points`.
 */
export const TiersRule = z.strictObject({
  kind: z.literal('tiers'),
  ...VALUE_FIELDS,
  tiers: z
    .array(
      z.strictObject({
        from: Decimal.optional(),
        closed: z.boolean().optional(),
        points: z.union([WrittenPoints, FormulaText.refine(isNoDecimal)], { error: tierPointsFault }),
      }),
    )
    .min(1),
});
export type TiersRule = z.infer<typeof TiersRule>;

const DECIMAL = /^-?[0-9.]+$/;

/** A plain decimal is fixed points and never slips through as an expression. */
function isNoDecimal({ text }: { readonly text: string }): boolean {
  return !DECIMAL.test(text);
}

function tierPointsFault({ input }: { readonly input?: unknown }): string {
  if (input === undefined) return 'required';
  return typeof input === 'string' && DECIMAL.test(input) ? 'points_out_of_range' : 'expression';
}

export function* tiersFaults(rule: TiersRule, place: Place): Generator<Fault> {
  yield* descendingFaults(rule.tiers, [...place.path, 'tiers']);
  for (const [position, { points }] of rule.tiers.entries()) {
    if ('n' in points) {
      yield* aboveMax(points, place, 'tiers', position, 'points');
      continue;
    }
    for (const name of namesIn(points.expression)) {
      if (name === 'v' || name === 'max_points') continue;
      yield fault([...place.path, 'tiers', position, 'points'], 'unknown_name', { name });
    }
  }
}

/** First tier with v > from, or v ≥ from when closed; an expression is kept within 0…max. */
export function scoreTiers(rule: TiersRule, { v }: ValueInput, max: Ratio): Scored | Unscored {
  const position = rule.tiers.findIndex(({ from, closed }) => reaches(v, from, closed));
  const points = rule.tiers[position]?.points ?? ZERO;
  const how = { step: 'tier', position } as const;
  if ('n' in points) return { exact: points, how };
  const names = new Map([
    ['v', v],
    ['max_points', max],
  ]);
  const value = evaluate(points.expression, names);
  return value === undefined ? 'nothing_arose' : { ...bounded(value, ZERO, max), how };
}
