import {
  addPoints,
  clampPoints,
  LEAST_POINTS,
  MOST_POINTS,
  NO_POINTS,
  type Points,
  roundToPoints,
} from '../../kernel/number/points.ts';
import type { Rounding } from '../../kernel/number/rounding.ts';
import type { Bonus } from '../scorecard/fields.ts';

/** Reward and penalty summed apart, each kept within its bound, then both within min…max. */
export function bonusPoints(bonus: Bonus | undefined, leaves: readonly Points[]): Points {
  if (bonus === undefined) return NO_POINTS;
  const reward = leaves.filter((points) => points > 0).reduce(addPoints, NO_POINTS);
  const penalty = leaves.filter((points) => points < 0).reduce(addPoints, NO_POINTS);
  const {
    min = LEAST_POINTS,
    max = MOST_POINTS,
    reward_max = MOST_POINTS,
    penalty_min = LEAST_POINTS,
  } = bonus;
  const whole = addPoints(
    clampPoints(reward, NO_POINTS, reward_max),
    clampPoints(penalty, penalty_min, NO_POINTS),
  );
  return clampPoints(whole, min, max);
}

/** Points of the tree and the bonus together; above what applies only where the scorecard allows it. */
export function totalPoints(
  tree: Points,
  bonus: Points,
  applicable: Points,
  rules: Bonus | undefined,
): Points {
  const total = addPoints(tree, bonus);
  return rules?.may_exceed_total === false && total > applicable ? applicable : total;
}

/** Points ÷ applicable × 100, in thousandths of a percent, rounded as printed; null when nothing applies. */
export function indexOf(points: Points, applicable: Points, rounding: Rounding): Points | null {
  if (applicable === 0) return null;
  return roundToPoints({ n: BigInt(points) * 100n, d: BigInt(applicable) }, rounding);
}
