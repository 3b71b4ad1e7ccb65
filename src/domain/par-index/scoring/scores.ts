import type { Points } from '../../kernel/number/points.ts';
import type { Scored } from '../rules/scored.ts';

/**
 * Where a criterion stands for one unit: scored; in the denominator without an input; out of the denominator; or its
 * maximum handed to its siblings.
 */
export type State = 'scored' | 'missing' | 'excluded' | 'redistributed';

/** Why a leaf has the points it has. */
export type Reason =
  | { readonly because: 'rule'; readonly scored: Scored; readonly capped: boolean }
  | { readonly because: 'nothing_arose' }
  | { readonly because: 'no_input' }
  | { readonly because: 'no_answers' }
  | { readonly because: 'not_for' };

export type CriterionScore = {
  readonly points: Points;
  /** Maxima of the leaves that count, in the denominator. */
  readonly applicable: Points;
  readonly state: State;
  /** Of a leaf only. */
  readonly reason: Reason | undefined;
};

/** One unit under a scorecard, before it is compared with the others. */
export type UnitScore = {
  readonly code: string;
  /** Points with bonus, and the maximum that applies to the unit: two different numbers. */
  readonly points: Points;
  readonly applicable: Points;
  /** Percent in thousandths, rounded as printed; null when nothing applies. */
  readonly index: Points | null;
  readonly band: string | null;
  /** Bonus points after their bounds. */
  readonly bonus: Points;
  /** By position of the criterion. */
  readonly criteria: readonly CriterionScore[];
  /** Positions of leaves without input, in tree order. */
  readonly missing: readonly number[];
};

export type RankedScore = UnitScore & { readonly rank: number | null };
