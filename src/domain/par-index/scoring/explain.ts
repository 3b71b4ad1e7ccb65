import type { Points } from '../../kernel/number/points.ts';
import type { Rounding } from '../../kernel/number/rounding.ts';
import type { UnitFigures } from '../figures/figures.ts';
import type { Input, Rule } from '../rules/rule.ts';
import { type Leaf, ruleFor, type Scorecard } from '../scorecard/scorecard.ts';
import type { CriterionScore, UnitScore } from './scores.ts';

/**
 * Why a unit has the points it has on one leaf: the rule that judges it, what was handed in, the value before
 * rounding, the rounding, and the bounds that acted. `text` makes the sentences.
 */
export type Explanation = {
  readonly rule: Rule;
  readonly max: Points;
  readonly input: Input | undefined;
  readonly score: CriterionScore;
  readonly rounding: Rounding;
};

export function explain(scorecard: Scorecard, unit: UnitFigures, score: UnitScore, leaf: Leaf): Explanation {
  const criterion = score.criteria[leaf.position];
  if (criterion === undefined) throw new Error(`${leaf.code} is not a criterion of this scorecard`);
  return {
    rule: ruleFor(leaf, unit),
    max: leaf.max,
    input: unit.inputs[leaf.position],
    score: criterion,
    rounding: scorecard.rounding.leaf,
  };
}
