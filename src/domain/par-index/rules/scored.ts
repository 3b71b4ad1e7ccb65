import type { Step } from '../../kernel/fault.ts';
import type { Points } from '../../kernel/number/points.ts';
import type { Ratio } from '../../kernel/number/ratio.ts';
import type { Day } from '../../kernel/time/day.ts';

/** Where a rule stands: the leaf it scores, and its place in the document for faults. */
export type Place = {
  readonly path: readonly Step[];
  /** The leaf's maximum; undefined when it is itself at fault. */
  readonly max: Points | undefined;
  readonly bonus: boolean;
  /** Decimals of `rounding.leaf`; undefined when they are at fault. */
  readonly decimals: number | undefined;
};

/** What a rule answers: exact points before rounding, and how it came to them. */
export type Scored = { readonly exact: Ratio; readonly how: How; readonly limit?: Limit | undefined };

/** A bound that acted: the least or most that the rule gives, its target reached, or its floor not reached. */
export type Limit = 'min' | 'max' | 'target' | 'floor';

/** Why a rule has no points to give though it was asked: no base to measure on, or nobody answered. */
export type Unscored = 'nothing_arose' | 'no_answers';

/** The working of one rule as data; `text` makes the sentence. */
export type How =
  | { readonly step: 'option'; readonly id: string }
  | { readonly step: 'conditions'; readonly met: number; readonly of: number }
  | { readonly step: 'tier'; readonly position: number }
  | { readonly step: 'share'; readonly target: Ratio }
  | { readonly step: 'below_floor' }
  | { readonly step: 'deducted'; readonly amount: Ratio }
  | { readonly step: 'short_by'; readonly steps: Ratio }
  | { readonly step: 'relative'; readonly reference: Ratio }
  | { readonly step: 'violations'; readonly zone: 'none' | 'zero' | 'deducted' }
  | { readonly step: 'percent_off'; readonly percent: Ratio }
  | { readonly step: 'below_base' }
  | { readonly step: 'base_steps'; readonly steps: bigint }
  | { readonly step: 'late'; readonly due: Day; readonly days: number; readonly position: number }
  | { readonly step: 'never' }
  | { readonly step: 'counted'; readonly amount: Ratio }
  | { readonly step: 'survey_mean'; readonly mean: Ratio }
  | { readonly step: 'given' }
  | { readonly step: 'branch'; readonly id: string; readonly value: Ratio };
