import { addPoints, NO_POINTS, type Points, roundToPoints } from '../../kernel/number/points.ts';
import type { Rounding } from '../../kernel/number/rounding.ts';
import { type Criterion, isBonus } from '../scorecard/scorecard.ts';
import type { CriterionScore, State } from './scores.ts';

/** A criterion beside its score. */
export type Child = { readonly criterion: Criterion; readonly score: CriterionScore };

type Combined = Pick<CriterionScore, 'points' | 'applicable' | 'state'>;

/**
 * Points of a parent from its children, bonus leaves left out. Maxima handed to the siblings stay in the denominator,
 * and the siblings' points are scaled to it and rounded once; a negative sum is not scaled; when no sibling applies,
 * they leave the denominator too.
 */
export function combineSum(children: readonly Child[], rounding: Rounding): Combined {
  const counted = children.filter(({ criterion }) => !isBonus(criterion));
  let points = NO_POINTS;
  let others = NO_POINTS;
  let handed = NO_POINTS;
  for (const { criterion, score } of counted) {
    points = addPoints(points, score.points);
    others = addPoints(others, score.applicable);
    if (score.state === 'redistributed') handed = addPoints(handed, criterion.max);
  }
  const state = stateOf(counted);
  if (handed === 0 || others === 0) return { points, applicable: others, state };
  const applicable = addPoints(others, handed);
  return { points: points < 0 ? points : scale(points, applicable, others, rounding), applicable, state };
}

function scale(points: Points, applicable: Points, others: Points, rounding: Rounding): Points {
  return roundToPoints({ n: BigInt(points) * BigInt(applicable), d: BigInt(others) * 1000n }, rounding);
}

/** Missing when all that count are; that nothing arose is an answer, so a redistributed leaf beside them is not. */
function stateOf(counted: readonly Child[]): State {
  const has = (state: State) => counted.some(({ score }) => score.state === state);
  if (has('scored')) return 'scored';
  if (!has('missing')) return 'excluded';
  return has('redistributed') ? 'scored' : 'missing';
}

/** Alternatives: the highest of those neither missing nor excluded, out of the node's own maximum. */
export function combineBest(children: readonly Child[], max: Points): Combined {
  const alternatives = children.filter(
    ({ criterion, score }) => !isBonus(criterion) && score.state !== 'excluded',
  );
  if (alternatives.length === 0) return { points: NO_POINTS, applicable: NO_POINTS, state: 'excluded' };
  const scored = alternatives.filter(({ score }) => score.state === 'scored');
  if (scored.length === 0) return { points: NO_POINTS, applicable: max, state: 'missing' };
  let points = scored[0]?.score.points ?? NO_POINTS;
  for (const { score } of scored) if (score.points > points) points = score.points;
  return { points, applicable: max, state: 'scored' };
}
