import * as z from 'zod';
import { Decimal } from '../../kernel/number/decimal.ts';
import { WholePoints } from '../../kernel/number/points.ts';
import { Rounding } from '../../kernel/number/rounding.ts';
import { Day } from '../../kernel/time/day.ts';
import { Key, named } from '../../kernel/zod-faults.ts';
import { Rule } from '../rules/rule.ts';

/** The written form of a scorecard (bộ chỉ số), object by object; `readScorecard` joins and checks them. */

export const SCORECARD_FORMAT = 'minhchung/scorecard@1';

const Code = Key;
/** Kinds of unit or tags of a unit, as `not_for` and `variants` name them. */
const Kinds = z.array(z.string().min(1));

/** A group of rank: units whose printed index reaches `from` and whose conditions hold. */
export const Band = z.strictObject({
  name: z.string().min(1),
  from: Decimal.optional(),
  closed: z.boolean().optional(),
  not_with: z.array(Code).optional(),
  needs: z.array(z.strictObject({ code: Code, percent: Decimal })).optional(),
});
export type Band = z.infer<typeof Band>;

/** How units are put in order and what becomes of ties (Quận 3 2019 is dense; Thanh Hóa 2024 breaks them). */
export const Ranking = z.strictObject({
  by: z.enum(['printed', 'exact']).default('printed'),
  method: z.enum(['dense', 'competition', 'ordinal']).default('dense'),
  then: z.array(Code).default([]),
});
export type Ranking = z.infer<typeof Ranking>;

/** Bounds of the bonus and penalty points outside the total (Hà Nội 2024); a bound that is absent does not act. */
export const Bonus = z.strictObject({
  min: WholePoints.optional(),
  max: WholePoints.optional(),
  reward_max: WholePoints.optional(),
  penalty_min: WholePoints.optional(),
  may_exceed_total: z.boolean().default(true),
});
export type Bonus = z.infer<typeof Bonus>;

export const Decision = z.strictObject({
  number: z.string().optional(),
  date: Day.optional(),
  issuer: z.string().optional(),
});

export const NothingArosePolicy = z.enum(['full', 'exclude', 'zero', 'redistribute']);
export type NothingArosePolicy = z.infer<typeof NothingArosePolicy>;

export const Part = z.enum(['appraised', 'survey', 'bonus']);
export type Part = z.infer<typeof Part>;

const CRITERION_FIELDS = {
  code: Code,
  name: z.string(),
  max: WholePoints.refine((max) => max >= 0, { error: named('negative') }),
  not_for: Kinds.optional(),
  prints: z.boolean().optional(),
  office: z.string().optional(),
  evidence: z.string().optional(),
};

/** A criterion with criteria below it; these are read one by one, so that depth costs no stack. */
export const GroupFields = z.strictObject({
  ...CRITERION_FIELDS,
  combine: z.enum(['sum', 'best']).optional(),
  children: z.array(z.unknown()).min(1),
});

/** A criterion that earns points by a rule. */
export const LeafFields = z.strictObject({
  ...CRITERION_FIELDS,
  part: Part.optional(),
  nothing_arose: NothingArosePolicy.optional(),
  rule: Rule,
  variants: z.array(z.strictObject({ for: Kinds.min(1), rule: Rule })).optional(),
});

export const ScorecardFields = z.strictObject({
  format: z.literal(SCORECARD_FORMAT),
  code: Code,
  name: z.string(),
  year: z.int().min(1900).max(9999),
  block: Kinds.optional(),
  decision: Decision.optional(),
  total: WholePoints,
  rounding: z.strictObject({ leaf: Rounding, index: Rounding }),
  flags: z.array(z.strictObject({ id: Code, label: z.string() })).optional(),
  bands: z.array(Band).min(1).optional(),
  ranking: Ranking.optional(),
  bonus: Bonus.optional(),
  criteria: z.array(z.unknown()).min(1),
});

/** The whole form at once, for the JSON Schema that other programs read. */
type WrittenCriterion = z.ZodType;
const WrittenCriterion: WrittenCriterion = z
  .lazy(() => z.union([GroupFields.extend({ children: z.array(WrittenCriterion).min(1) }), LeafFields]))
  .meta({ id: 'Criterion' });
export const WrittenScorecard = ScorecardFields.extend({ criteria: z.array(WrittenCriterion).min(1) });
