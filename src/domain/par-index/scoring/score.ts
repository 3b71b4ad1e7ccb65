import { NO_POINTS, type Points } from '../../kernel/number/points.ts';
import { atOnce, type Steps } from '../../kernel/steps.ts';
import type { UnitFigures } from '../figures/figures.ts';
import { type Criterion, isBonus, names, type Scorecard } from '../scorecard/scorecard.ts';
import { bandOf } from './band.ts';
import { type Child, combineBest, combineSum } from './combine.ts';
import { NOT_FOR, scoreLeaf } from './leaf.ts';
import { rank } from './ranking.ts';
import { type References, references } from './reference.ts';
import type { CriterionScore, RankedScore, UnitScore } from './scores.ts';
import { bonusPoints, indexOf, totalPoints } from './total.ts';

/** Scores every unit and ranks them; in the order of the units. The units must be the whole block. */
export function score(scorecard: Scorecard, units: readonly UnitFigures[]): RankedScore[] {
  return atOnce(scoring(scorecard, units));
}

/** The same, a unit a step. */
export function* scoring(scorecard: Scorecard, units: readonly UnitFigures[]): Steps<RankedScore[]> {
  const scores = yield* scoringUnits(scorecard, units, references(scorecard, units));
  const unranked = new Set(units.filter(({ ranked }) => !ranked).map(({ code }) => code));
  return rank(scorecard, scores, (code) => !unranked.has(code));
}

/** Each of these units by itself, with the block's references held fixed; a unit a step. */
export function* scoringUnits(
  scorecard: Scorecard,
  units: readonly UnitFigures[],
  blocks: References,
): Steps<UnitScore[]> {
  const scores: UnitScore[] = [];
  for (const unit of units) {
    yield;
    scores.push(scoreUnit(scorecard, unit, blocks));
  }
  return scores;
}

/** One unit alone, with the block's references held fixed. */
export function scoreUnit(scorecard: Scorecard, unit: UnitFigures, blocks: References): UnitScore {
  const criteria: CriterionScore[] = new Array(scorecard.nodes.length);
  const roots = scorecard.criteria.map((criterion) =>
    scoreCriterion(criterion, unit, false, { scorecard, blocks, criteria }),
  );
  const tree = combineSum(roots, scorecard.rounding.leaf);
  const bonus = bonusPoints(scorecard.bonus, bonusLeaves(scorecard, criteria));
  const points = totalPoints(tree.points, bonus, tree.applicable, scorecard.bonus);
  const index = indexOf(points, tree.applicable, scorecard.rounding.index);
  return {
    code: unit.code,
    points,
    applicable: tree.applicable,
    index,
    band: bandOf(scorecard, index, unit.flags, criteria),
    bonus,
    criteria,
    missing: scorecard.criteria.flatMap((root) => missingBelow(root, criteria, false)),
  };
}

type Work = {
  readonly scorecard: Scorecard;
  readonly blocks: References;
  readonly criteria: CriterionScore[];
};

function scoreCriterion(criterion: Criterion, unit: UnitFigures, offAbove: boolean, work: Work): Child {
  const off = offAbove || (criterion.notFor.length > 0 && names(criterion.notFor, unit));
  const score = criterionScore(criterion, unit, off, work);
  work.criteria[criterion.position] = score;
  return { criterion, score };
}

function criterionScore(criterion: Criterion, unit: UnitFigures, off: boolean, work: Work): CriterionScore {
  const { leaf: rounding } = work.scorecard.rounding;
  if (criterion.type === 'leaf') return off ? NOT_FOR : scoreLeaf(criterion, unit, rounding, work.blocks);
  const children = criterion.children.map((child) => scoreCriterion(child, unit, off, work));
  const combined =
    criterion.combine === 'sum' ? combineSum(children, rounding) : combineBest(children, criterion.max);
  return { ...combined, reason: undefined };
}

function bonusLeaves(scorecard: Scorecard, criteria: readonly CriterionScore[]): Points[] {
  return scorecard.nodes.filter(isBonus).map(({ position }) => criteria[position]?.points ?? NO_POINTS);
}

/**
 * Leaves without input, in tree order. Alternatives are listed only when every one of them is missing; a bonus leaf
 * always is.
 */
function missingBelow(criterion: Criterion, criteria: readonly CriterionScore[], quiet: boolean): number[] {
  const state = criteria[criterion.position]?.state;
  if (criterion.type === 'leaf') {
    return state === 'missing' && (!quiet || isBonus(criterion)) ? [criterion.position] : [];
  }
  const quietBelow = quiet || (criterion.combine === 'best' && state !== 'missing');
  return criterion.children.flatMap((child) => missingBelow(child, criteria, quietBelow));
}
