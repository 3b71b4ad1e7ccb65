import * as z from 'zod';
import type { Fault, Step } from '../../kernel/fault.ts';
import type { Json } from '../../kernel/json.ts';
import type { Ratio } from '../../kernel/number/ratio.ts';
import type { WorkingCalendar } from '../../kernel/time/working-calendar.ts';
import { named } from '../../kernel/zod-faults.ts';
import { AllOfRule, type MetInput, readAllOf, scoreAllOf } from './answer/all-of.ts';
import { type ChoiceInput, ChoiceRule, choiceFaults, readChoice, scoreChoice } from './answer/choice.ts';
import {
  type DeadlineInput,
  DeadlineRule,
  deadlineFaults,
  readDeadline,
  scoreDeadline,
} from './answer/deadline.ts';
import { FormulaRule, formulaFaults, readFormula, scoreFormula, type ValuesInput } from './answer/formula.ts';
import { type GivenInput, GivenRule, givenFaults, readGiven, scoreGiven } from './answer/given.ts';
import { readSurvey, type SurveyInput, SurveyRule, scoreSurvey, surveyFaults } from './answer/survey.ts';
import { type CountsInput, DeductRule, deductFaults, readDeduct, scoreDeduct } from './count/deduct.ts';
import { PerCountRule, perCountFaults, scorePerCount } from './count/per-count.ts';
import { PercentOffRule, percentOffFaults, scorePercentOff } from './count/percent-off.ts';
import { scoreViolations, ViolationsRule, violationsFaults } from './count/violations.ts';
import type { Place, Scored, Unscored } from './scored.ts';
import { type CountInput, type NothingArose, readCount, readValue, type ValueInput } from './source.ts';
import { BaseStepRule, baseStepFaults, scoreBaseStep } from './value/base-step.ts';
import { ProportionalRule, proportionalFaults, scoreProportional } from './value/proportional.ts';
import { type Reference, RelativeRule, scoreRelative } from './value/relative.ts';
import { ShortfallRule, scoreShortfall, shortfallFaults } from './value/shortfall.ts';
import { scoreTiers, TiersRule, tiersFaults } from './value/tiers.ts';

/** How a leaf earns its points. Each kind lives in a file of its own, with its source. */
export const Rule = z.discriminatedUnion(
  'kind',
  [
    ChoiceRule,
    AllOfRule,
    TiersRule,
    ProportionalRule,
    DeductRule,
    ShortfallRule,
    RelativeRule,
    ViolationsRule,
    PercentOffRule,
    BaseStepRule,
    DeadlineRule,
    PerCountRule,
    SurveyRule,
    GivenRule,
    FormulaRule,
  ],
  { error: named('unknown_kind') },
);
export type Rule = z.infer<typeof Rule>;

/** What a unit handed in for a leaf, read once against the leaf's rule. */
export type Input =
  | NothingArose
  | ValueInput
  | ChoiceInput
  | MetInput
  | CountInput
  | CountsInput
  | DeadlineInput
  | SurveyInput
  | GivenInput
  | ValuesInput;

/** Contradictions inside a rule, and figures that could give more than the leaf's maximum. */
export function* ruleFaults(rule: Rule, place: Place): Generator<Fault> {
  switch (rule.kind) {
    case 'choice':
      return yield* choiceFaults(rule, place);
    case 'tiers':
      return yield* tiersFaults(rule, place);
    case 'proportional':
      return yield* proportionalFaults(rule, place);
    case 'deduct':
      return yield* deductFaults(rule, place);
    case 'shortfall':
      return yield* shortfallFaults(rule, place);
    case 'violations':
      return yield* violationsFaults(rule, place);
    case 'percent_off':
      return yield* percentOffFaults(rule, place);
    case 'base_step':
      return yield* baseStepFaults(rule, place);
    case 'deadline':
      return yield* deadlineFaults(rule, place);
    case 'per_count':
      return yield* perCountFaults(rule, place);
    case 'survey':
      return yield* surveyFaults(rule, place);
    case 'given':
      return yield* givenFaults(rule, place);
    case 'formula':
      return yield* formulaFaults(rule, place);
    case 'all_of':
    case 'relative':
      return;
  }
}

/** Reads an input in the form its rule needs; undefined when it is at fault. `max` is the leaf's. */
export function readInput(
  rule: Rule,
  max: Ratio,
  raw: Json,
  calendar: WorkingCalendar,
  path: readonly Step[],
  faults: Fault[],
): Input | undefined {
  switch (rule.kind) {
    case 'choice':
      return readChoice(rule, raw, path, faults);
    case 'all_of':
      return readAllOf(rule, raw, path, faults);
    case 'tiers':
    case 'proportional':
    case 'shortfall':
    case 'relative':
    case 'base_step':
      return readValue(rule, raw, path, faults);
    case 'deduct':
      return readDeduct(rule, raw, path, faults);
    case 'violations':
    case 'percent_off':
    case 'per_count':
      return readCount(raw, path, faults);
    case 'deadline':
      return readDeadline(rule, raw, calendar, path, faults);
    case 'survey':
      return readSurvey(rule, raw, path, faults);
    case 'given':
      return readGiven(rule, max, raw, path, faults);
    case 'formula':
      return readFormula(rule, raw, path, faults);
  }
}

/**
 * Exact points of an input under its rule, before the leaf's ceiling and rounding. `reference` is the block's best or
 * mean, read by `relative` alone.
 */
export function scoreRule(rule: Rule, input: Input, max: Ratio, reference: Reference): Scored | Unscored {
  if (input.kind === 'nothing_arose') return 'nothing_arose';
  switch (rule.kind) {
    case 'choice':
      return scoreChoice(rule, expect(input, 'choice'));
    case 'all_of':
      return scoreAllOf(expect(input, 'met'), max);
    case 'tiers':
      return scoreTiers(rule, expect(input, 'value'), max);
    case 'proportional':
      return scoreProportional(rule, expect(input, 'value'), max);
    case 'deduct':
      return scoreDeduct(rule, input.kind === 'counts' ? input : expect(input, 'count'), max);
    case 'shortfall':
      return scoreShortfall(rule, expect(input, 'value'), max);
    case 'relative':
      return scoreRelative(expect(input, 'value'), reference, max);
    case 'violations':
      return scoreViolations(rule, expect(input, 'count'), max);
    case 'percent_off':
      return scorePercentOff(rule, expect(input, 'count'), max);
    case 'base_step':
      return scoreBaseStep(rule, expect(input, 'value'));
    case 'deadline':
      return scoreDeadline(rule, expect(input, 'deadline'));
    case 'per_count':
      return scorePerCount(rule, expect(input, 'count'));
    case 'survey':
      return scoreSurvey(rule, expect(input, 'survey'), max);
    case 'given':
      return scoreGiven(expect(input, 'given'));
    case 'formula':
      return scoreFormula(rule, expect(input, 'values'), max);
  }
}

type InputOf<K extends Input['kind']> = Extract<Input, { readonly kind: K }>;

function expect<K extends Input['kind']>(input: Input, kind: K): InputOf<K> {
  if (!isOf(input, kind)) throw new Error(`an input of form ${input.kind} was read for another rule`);
  return input;
}

function isOf<K extends Input['kind']>(input: Input, kind: K): input is InputOf<K> {
  return input.kind === kind;
}
