import type { UnitId } from '../../kernel/id.ts';
import { NO_POINTS, type Points } from '../../kernel/number/points.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
import type { CriterionScore, RankedScore, State } from '../scoring/scores.ts';

const STATES: readonly State[] = ['scored', 'missing', 'excluded', 'redistributed'];

/** One criterion, as short as it is kept: points and applicable in thousandths, number of the state. */
export type StoredCell = readonly [points: Points, applicable: Points, state: number];

/** What a unit reached in a campaign, as it is kept; how it came about is computed anew when somebody asks. */
export type StoredResult = {
  readonly unitId: UnitId;
  readonly unitPath: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly flags: readonly string[];
  readonly ranked: boolean;
  readonly points: Points;
  readonly applicable: Points;
  readonly bonus: Points;
  readonly index: Points | null;
  readonly rank: number | null;
  readonly band: string | null;
  /** The roots of the tree, in order. */
  readonly fields: readonly StoredCell[];
  /** Positions of leaves without a figure. */
  readonly missing: readonly number[];
  readonly published: boolean;
};

export type StoredScores = Pick<
  StoredResult,
  'points' | 'applicable' | 'bonus' | 'index' | 'rank' | 'band' | 'fields' | 'missing'
> & { readonly criteria: readonly StoredCell[] };

export function storeScores(scorecard: Scorecard, scored: RankedScore): StoredScores {
  const { points, applicable, bonus, index, rank, band, missing } = scored;
  const criteria = scorecard.nodes.map(({ position }) => toCell(scored.criteria[position]));
  const fields = scorecard.criteria.map(({ position }) => toCell(scored.criteria[position]));
  return { points, applicable, bonus, index, rank, band, missing, fields, criteria };
}

function toCell(score: CriterionScore | undefined): StoredCell {
  if (score === undefined) return [NO_POINTS, NO_POINTS, STATES.indexOf('missing')];
  return [score.points, score.applicable, STATES.indexOf(score.state)];
}

export function stateOf([, , state]: StoredCell): State {
  return STATES[state] ?? 'missing';
}
