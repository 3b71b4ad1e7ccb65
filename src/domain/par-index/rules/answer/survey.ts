import * as z from 'zod';
import { type Fault, fault, type Step } from '../../../kernel/fault.ts';
import type { Json } from '../../../kernel/json.ts';
import { Count, Decimal } from '../../../kernel/number/decimal.ts';
import { compare, divide, HUNDRED, multiply, type Ratio, sum } from '../../../kernel/number/ratio.ts';
import { Key, named } from '../../../kernel/zod-faults.ts';
import type { Place, Scored, Unscored } from '../scored.ts';
import { readForm, repeatedIds } from '../source.ts';

const Percent = Decimal.refine((value) => value.n >= 0n && compare(value, HUNDRED) <= 0, {
  error: named('percent_range'),
});
const GroupWeight = Decimal.refine((value) => value.n >= 0n, { error: named('negative') });

/**
 * Survey answers weighted by option: A–D count 100 / 60 / 20 / 0 %, a fifth without weight (Yên Bái). With groups of
 * respondents, each group's mean is weighted in turn.
 */
export const SurveyRule = z.strictObject({
  kind: z.literal('survey'),
  weights: z.record(z.string(), Percent).refine((weights) => Object.keys(weights).length > 0, {
    error: 'required',
  }),
  ignore: z.array(z.string()).optional(),
  groups: z
    .array(z.strictObject({ id: Key, weight: GroupWeight }))
    .min(1)
    .optional(),
});
export type SurveyRule = z.infer<typeof SurveyRule>;

/** Answers by option in each group; without groups, one entry under the empty id. */
export type SurveyInput = {
  readonly kind: 'survey';
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
};

export function* surveyFaults(rule: SurveyRule, place: Place): Generator<Fault> {
  for (const [position, option] of (rule.ignore ?? []).entries()) {
    if (Object.hasOwn(rule.weights, option)) {
      yield fault([...place.path, 'ignore', position], 'ignored_and_weighted', { option });
    }
  }
  if (rule.groups !== undefined) yield* repeatedIds(rule.groups, [...place.path, 'groups']);
}

const Answers = z.record(z.string(), Count);
export const PlainForm = z.strictObject({ survey: Answers });
export const GroupedForm = z.strictObject({ survey: z.record(z.string(), Answers) });

export function readSurvey(
  rule: SurveyRule,
  raw: Json,
  path: readonly Step[],
  faults: Fault[],
): SurveyInput | undefined {
  const read = readForm(rule.groups === undefined ? PlainForm : GroupedForm, raw, path, faults);
  if (read === undefined) return undefined;
  const groups = new Map<string, Map<string, bigint>>();
  const at = [...path, 'survey'];
  for (const [key, value] of Object.entries(read.survey)) {
    if (typeof value === 'bigint') {
      checkOption(rule, key, [...at, key], faults);
      groups.set('', (groups.get('') ?? new Map<string, bigint>()).set(key, value));
      continue;
    }
    if (!rule.groups?.some(({ id }) => id === key)) faults.push(fault([...at, key], 'unknown_group'));
    for (const option of Object.keys(value)) checkOption(rule, option, [...at, key, option], faults);
    groups.set(key, new Map(Object.entries(value)));
  }
  return { kind: 'survey', groups };
}

function checkOption(rule: SurveyRule, option: string, path: Step[], faults: Fault[]): void {
  if (Object.hasOwn(rule.weights, option) || rule.ignore?.includes(option)) return;
  faults.push(fault(path, 'unknown_option'));
}

export function scoreSurvey(rule: SurveyRule, { groups }: SurveyInput, max: Ratio): Scored | Unscored {
  const mean = rule.groups === undefined ? groupMean(rule, groups.get('')) : meanOfGroups(rule, groups);
  if (mean === undefined) return 'no_answers';
  return { exact: multiply(max, divide(mean, HUNDRED)), how: { step: 'survey_mean', mean } };
}

/** Σ(weight × n) ÷ Σ n without the ignored options; undefined when nobody answered. */
function groupMean(rule: SurveyRule, answers: ReadonlyMap<string, bigint> | undefined): Ratio | undefined {
  const counted = [...(answers ?? [])].filter(([option]) => Object.hasOwn(rule.weights, option));
  const total = counted.reduce((all, [, n]) => all + n, 0n);
  if (total === 0n) return undefined;
  const weighted = counted.map(([option, n]) => multiply(rule.weights[option] ?? HUNDRED, { n, d: 1n }));
  return divide(sum(weighted), { n: total, d: 1n });
}

function meanOfGroups(rule: SurveyRule, groups: SurveyInput['groups']): Ratio | undefined {
  const answered = (rule.groups ?? []).flatMap(({ id, weight }) => {
    const mean = groupMean(rule, groups.get(id));
    return mean === undefined ? [] : [{ mean, weight }];
  });
  const weights = sum(answered.map(({ weight }) => weight));
  if (weights.n === 0n) return undefined;
  return divide(sum(answered.map(({ mean, weight }) => multiply(mean, weight))), weights);
}
