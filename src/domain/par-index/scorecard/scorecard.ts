import type * as z from 'zod';
import type { Points } from '../../kernel/number/points.ts';
import type { Rounding } from '../../kernel/number/rounding.ts';
import type { Rule } from '../rules/rule.ts';
import type { Band, Bonus, Decision, NothingArosePolicy, Part, Ranking } from './fields.ts';

type Common = {
  /** Position in tree order over the whole scorecard, parents before children. */
  readonly position: number;
  readonly code: string;
  readonly name: string;
  readonly max: Points;
  /** Kinds of unit or tags for which this and everything below is out of the denominator. */
  readonly notFor: readonly string[];
  /** Whether official tables give it a row of its own. */
  readonly prints: boolean;
  readonly office: string | undefined;
  readonly evidence: string | undefined;
};

/** A leaf of the tree: tiêu chí thành phần, or a tiêu chí without any. */
export type Leaf = Common & {
  readonly type: 'leaf';
  readonly part: Part;
  readonly nothingArose: NothingArosePolicy | undefined;
  readonly rule: Rule;
  readonly variants: readonly { readonly for: readonly string[]; readonly rule: Rule }[];
};

/** Lĩnh vực or tiêu chí: points come from the criteria below, as their sum or as the best alternative. */
export type Group = Common & {
  readonly type: 'group';
  readonly combine: 'sum' | 'best';
  readonly children: readonly Criterion[];
};

export type Criterion = Leaf | Group;

/** A scorecard (bộ chỉ số) that has been checked: maxima add up, rules cannot exceed them, codes are unique. */
export type Scorecard = {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly block: readonly string[] | undefined;
  readonly decision: z.infer<typeof Decision> | undefined;
  readonly total: Points;
  readonly rounding: { readonly leaf: Rounding; readonly index: Rounding };
  readonly flags: readonly { readonly id: string; readonly label: string }[];
  readonly bands: readonly Band[];
  readonly ranking: Ranking;
  readonly bonus: Bonus | undefined;
  readonly criteria: readonly Criterion[];
  /** Every criterion in tree order; `nodes[c.position]` is c. */
  readonly nodes: readonly Criterion[];
  readonly byCode: ReadonlyMap<string, Criterion>;
};

/** What of a unit decides which rules apply to it. */
export type Judged = { readonly kind: string; readonly tags: readonly string[] };

/** Whether a list of kinds and tags names the unit. */
export function names(list: readonly string[], unit: Judged): boolean {
  return list.includes(unit.kind) || unit.tags.some((tag) => list.includes(tag));
}

/** The rule that judges the unit: the first variant that fits it, else the leaf's own. */
export function ruleFor(leaf: Leaf, unit: Judged): Rule {
  return leaf.variants.find((variant) => names(variant.for, unit))?.rule ?? leaf.rule;
}

/** In tree order; a leaf is below itself. */
export function leavesBelow(criterion: Criterion): Leaf[] {
  return criterion.type === 'leaf' ? [criterion] : criterion.children.flatMap(leavesBelow);
}

export function isBonus(criterion: Criterion): boolean {
  return criterion.type === 'leaf' && criterion.part === 'bonus';
}
