import type { Fault } from '../../../../domain/kernel/fault.ts';
import type { Json } from '../../../../domain/kernel/json.ts';
import { parseDecimal } from '../../../../domain/kernel/number/decimal.ts';
import type { Points } from '../../../../domain/kernel/number/points.ts';
import type { Ratio } from '../../../../domain/kernel/number/ratio.ts';
import { type Rounding, roundRatio } from '../../../../domain/kernel/number/rounding.ts';
import { addDays, Day } from '../../../../domain/kernel/time/day.ts';
import { readAllOf } from '../../../../domain/par-index/rules/answer/all-of.ts';
import { readChoice } from '../../../../domain/par-index/rules/answer/choice.ts';
import { readFormula } from '../../../../domain/par-index/rules/answer/formula.ts';
import { readGiven } from '../../../../domain/par-index/rules/answer/given.ts';
import { readSurvey } from '../../../../domain/par-index/rules/answer/survey.ts';
import { readDeduct } from '../../../../domain/par-index/rules/count/deduct.ts';
import type { Input, Rule } from '../../../../domain/par-index/rules/rule.ts';
import { readCount } from '../../../../domain/par-index/rules/source.ts';
import { type Reference, referenceTo } from '../../../../domain/par-index/rules/value/relative.ts';
import type { Leaf } from '../../../../domain/par-index/scorecard/scorecard.ts';
import { scoreLeaf } from '../../../../domain/par-index/scoring/leaf.ts';
import { readDay } from '../../../ui/fields/written-day.ts';

/** What must be said to try a rule: one field each, `first` is what stands there to begin with. */
export type ExampleField = {
  readonly key: string;
  readonly form: 'value' | 'count' | 'choice' | 'check' | 'day' | 'late' | 'points' | 'reference' | 'branch';
  /** The author's own word for it: an item, a condition, an answer, a variable. */
  readonly name?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly first: string;
};

/** What was said, by field. */
export type Example = Readonly<Record<string, string>>;

export function exampleFields(rule: Rule): readonly ExampleField[] {
  switch (rule.kind) {
    case 'tiers':
    case 'proportional':
    case 'shortfall':
    case 'base_step':
      return [{ key: 'v', form: 'value', first: '85' }];
    case 'relative':
      return [
        { key: 'v', form: 'value', first: '85' },
        { key: 'r', form: 'reference', first: '95' },
      ];
    case 'deduct':
      if (rule.items === undefined) return [{ key: 'n', form: 'count', first: '1' }];
      return rule.items.map(({ id, label }, at) => ({
        key: id,
        form: 'count',
        name: label,
        first: at === 0 ? '1' : '0',
      }));
    case 'violations':
    case 'percent_off':
    case 'per_count':
      return [{ key: 'n', form: 'count', first: '1' }];
    case 'choice':
      return [choiceOf('choice', 'choice', rule.options)];
    case 'all_of':
      return rule.conditions.map((name, at) => ({ key: `${at}`, form: 'check', name, first: 'true' }));
    case 'deadline':
      return typeof rule.due === 'string'
        ? [{ key: 'on', form: 'day', first: rule.due }]
        : [{ key: 'late', form: 'late', first: '1' }];
    case 'survey':
      return surveyFields(rule);
    case 'given':
      return [{ key: 'points', form: 'points', first: '1' }];
    case 'formula':
      return [
        ...rule.variables.map(({ name }) => ({ key: `=${name}`, form: 'value' as const, name, first: '1' })),
        ...(rule.branches.length > 1 ? [choiceOf('branch', 'branch', rule.branches)] : []),
      ];
  }
}

function choiceOf(
  key: string,
  form: 'choice' | 'branch',
  list: readonly { readonly id: string; readonly label: string }[],
): ExampleField {
  const choices = list.map(({ id, label }) => ({ value: id, label: label === '' ? id : label }));
  return { key, form, choices, first: choices[0]?.value ?? '' };
}

function surveyFields(rule: Extract<Rule, { kind: 'survey' }>): ExampleField[] {
  const groups = rule.groups?.map(({ id }) => id) ?? [''];
  const options = [...Object.keys(rule.weights), ...(rule.ignore ?? [])];
  return groups.flatMap((group) =>
    options.map((option, at) => ({
      key: JSON.stringify([group, option]),
      form: 'count' as const,
      name: group === '' ? option : `${group}, ${option}`,
      first: at < 2 ? '10' : '0',
    })),
  );
}

/** Points that the leaf's own rule gives for what was said, `85` or `12,5`; undefined when it says nothing. */
export function pointsFor(leaf: Leaf, example: Example, rounding: Rounding): Points | undefined {
  const { rule, max } = leaf;
  const input = inputOf(rule, { n: BigInt(max), d: 1000n }, example);
  const reference = referenceOf(rule, example);
  if (input === undefined || reference === undefined) return undefined;
  const unit = { code: '', name: '', kind: '', tags: [], flags: [], ranked: true, inputs: [input] };
  const alone = { ...leaf, position: 0, variants: [] };
  const scored = scoreLeaf(alone, unit, rounding, new Map([[rule, reference]]));
  return scored.state === 'scored' ? scored.points : undefined;
}

function inputOf(rule: Rule, max: Ratio, said: Example): Input | undefined {
  const faults: Fault[] = [];
  const input = readExample(rule, max, said, faults);
  return faults.length > 0 ? undefined : input;
}

function readExample(rule: Rule, max: Ratio, said: Example, faults: Fault[]): Input | undefined {
  switch (rule.kind) {
    case 'tiers':
    case 'proportional':
    case 'shortfall':
    case 'base_step':
    case 'relative': {
      const v = decimal(said.v);
      const rounding = rule.round_input;
      return v && { kind: 'value', v: rounding === undefined ? v : roundRatio(v, rounding) };
    }
    case 'deduct':
      return readDeduct(
        rule,
        rule.items === undefined ? countOf(said) : { counts: counts(said) },
        [],
        faults,
      );
    case 'violations':
    case 'percent_off':
    case 'per_count':
      return readCount(countOf(said), [], faults);
    case 'choice':
      return readChoice(rule, { choice: said.choice ?? '' }, [], faults);
    case 'all_of':
      return readAllOf(rule, { met: rule.conditions.map((_, at) => said[`${at}`] === 'true') }, [], faults);
    case 'deadline':
      return readLateness(rule, said);
    case 'survey':
      return readSurvey(rule, { survey: answers(rule, said) }, [], faults);
    case 'given':
      return readGiven(rule, max, { points: written(said.points) }, [], faults);
    case 'formula':
      return readFormula(rule, variables(rule, said), [], faults);
  }
}

/** `12,5` and `12.5` as `12.5`. */
function written(typed = ''): string {
  return typed.trim().replace(',', '.').replace('−', '-');
}

function decimal(typed: string | undefined): Ratio | undefined {
  const text = written(typed);
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? parseDecimal(text) : undefined;
}

/** A count as figures write it; what is none stays text, which no rule takes for a count. */
function count(typed = ''): Json {
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : typed;
}

function countOf(said: Example): Json {
  return { count: count(said.n) };
}

function counts(said: Example): Json {
  return Object.fromEntries(Object.entries(said).map(([id, typed]) => [id, count(typed)]));
}

/** A day that the calendar would make the due day does as well as any other: only the days late count. */
function readLateness(rule: Extract<Rule, { kind: 'deadline' }>, said: Example): Input | undefined {
  if (typeof rule.due === 'string') {
    const on = Day.safeParse(readDay(said.on ?? '', true)).data;
    return on && { kind: 'deadline', on, due: rule.due };
  }
  const late = count(said.late);
  const due = Day.parse('2026-01-05');
  return typeof late === 'number' ? { kind: 'deadline', due, on: addDays(due, late) } : undefined;
}

function answers(rule: Extract<Rule, { kind: 'survey' }>, said: Example): Json {
  const options = [...Object.keys(rule.weights), ...(rule.ignore ?? [])];
  const of = (group: string): Json =>
    Object.fromEntries(options.map((option) => [option, count(said[JSON.stringify([group, option])])]));
  return rule.groups === undefined ? of('') : Object.fromEntries(rule.groups.map(({ id }) => [id, of(id)]));
}

function variables(rule: Extract<Rule, { kind: 'formula' }>, said: Example): Json {
  const values = rule.variables.map((variable): [string, Json] => {
    const typed = written(said[`=${variable.name}`]);
    const ratio = 'input' in variable && 'declared' in variable.input && variable.input.declared === 'ratio';
    return [variable.name, ratio ? asRatio(typed) : typed];
  });
  return { values: Object.fromEntries(values), branch: said.branch ?? rule.branches[0]?.id ?? '' };
}

/** A percentage as numerator and denominator: 12.5 % is 125 of 1000. */
function asRatio(typed: string): Json {
  const percent = decimal(typed);
  if (percent === undefined || percent.n < 0n) return typed;
  return { ratio: [percent.n, percent.d * 100n] };
}

function referenceOf(rule: Rule, said: Example): Reference | undefined {
  if (rule.kind !== 'relative') return referenceTo({ n: 0n, d: 1n });
  const reference = decimal(said.r);
  return reference && referenceTo(reference);
}
