import { NO_POINTS, pointsToRatio, roundToPoints } from '../../kernel/number/points.ts';
import { compare } from '../../kernel/number/ratio.ts';
import type { Rounding } from '../../kernel/number/rounding.ts';
import type { UnitFigures } from '../figures/figures.ts';
import { scoreRule } from '../rules/rule.ts';
import { NO_REFERENCE } from '../rules/value/relative.ts';
import { type Leaf, ruleFor } from '../scorecard/scorecard.ts';
import type { References } from './reference.ts';
import type { CriterionScore } from './scores.ts';

export const NOT_FOR: CriterionScore = {
  points: NO_POINTS,
  applicable: NO_POINTS,
  state: 'excluded',
  reason: { because: 'not_for' },
};

/** One leaf for one unit that it judges; rounded once. A bonus leaf adds nothing to the denominator. */
export function scoreLeaf(
  leaf: Leaf,
  unit: UnitFigures,
  rounding: Rounding,
  blocks: References,
): CriterionScore {
  const input = unit.inputs[leaf.position];
  const applicable = leaf.part === 'bonus' ? NO_POINTS : leaf.max;
  const missing = { points: NO_POINTS, applicable, state: 'missing' } as const;
  if (input === undefined) return { ...missing, reason: { because: 'no_input' } };
  const max = pointsToRatio(leaf.max);
  const rule = ruleFor(leaf, unit);
  const scored = scoreRule(rule, input, max, blocks.get(rule) ?? NO_REFERENCE);
  if (scored === 'no_answers') return { ...missing, reason: { because: 'no_answers' } };
  if (scored === 'nothing_arose') return scoreNothingArose(leaf);
  const capped = compare(scored.exact, max) > 0;
  const points = roundToPoints(capped ? max : scored.exact, rounding);
  return { points, applicable, state: 'scored', reason: { because: 'rule', scored, capped } };
}

/** What the scorecard foresees when nothing arose; where it is silent the leaf is missing, never a silent zero. */
function scoreNothingArose(leaf: Leaf): CriterionScore {
  const reason = { because: 'nothing_arose' } as const;
  const applicable = leaf.part === 'bonus' ? NO_POINTS : leaf.max;
  switch (leaf.nothingArose) {
    case 'full':
      return { points: leaf.max, applicable, state: 'scored', reason };
    case 'zero':
      return { points: NO_POINTS, applicable, state: 'scored', reason };
    case 'exclude':
      return { points: NO_POINTS, applicable: NO_POINTS, state: 'excluded', reason };
    case 'redistribute':
      return { points: NO_POINTS, applicable: NO_POINTS, state: 'redistributed', reason };
    case undefined:
      return { points: NO_POINTS, applicable, state: 'missing', reason };
  }
}
