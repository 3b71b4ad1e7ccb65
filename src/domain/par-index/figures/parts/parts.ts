import type { Step } from '../../../kernel/fault.ts';
import type { Rule } from '../../rules/rule.ts';
import { formOf, surveyOptions } from '../form.ts';

/** What a part is, for the words people read above it. */
export type PartRole =
  | 'numerator'
  | 'denominator'
  | 'percent'
  | 'number'
  | 'count'
  | 'points'
  | 'choice'
  | 'branch'
  | 'condition'
  | 'item'
  | 'answers'
  | 'event'
  | 'on';

/** One thing asked for by itself: a numerator, one condition, the answers for one option. */
export type FigurePart = {
  readonly role: PartRole;
  /** Where it stands in the input of `minhchung/figures@1`: `['ratio', 0]`, `['survey', 'dan', 'tot']`. */
  readonly path: readonly Step[];
  readonly holds: 'count' | 'decimal' | 'day' | 'choice' | 'yes_no';
  /** Of which variable, condition, item or option; a group of respondents stands before its option. */
  readonly of: readonly string[];
  /** Of a choice: what its options are called, in their order. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
};

/** Something a figure consists of, given in one of several ways, each with all its parts. */
export type Slot = {
  readonly ways: readonly (readonly FigurePart[])[];
  /** Left out by who has nothing to say there, such as a group of respondents that was not asked. */
  readonly optional: boolean;
};

/** What a unit hands in for a rule, piece by piece, as a form with one field for each piece asks for it. */
export function slotsOf(rule: Rule): readonly Slot[] {
  switch (formOf(rule)) {
    case 'ratio':
      return [one(ratio([]))];
    case 'number':
      return [one([part('number', 'decimal', ['number'])])];
    case 'measure':
      return [either(ratio([]), [part('percent', 'decimal', ['number'])])];
    case 'count':
      return [one([part('count', 'count', ['count'])])];
    case 'given':
      return [one([part('points', 'decimal', ['points'])])];
    default:
      return slotsOfAnswer(rule);
  }
}

/** The parts of a rule in the order in which they are asked for. */
export function partsOf(rule: Rule): readonly FigurePart[] {
  return slotsOf(rule).flatMap(({ ways }) => ways.flat());
}

function slotsOfAnswer(rule: Rule): readonly Slot[] {
  switch (rule.kind) {
    case 'choice':
      return [one([{ ...part('choice', 'choice', ['choice']), options: rule.options }])];
    case 'all_of':
      return [one(rule.conditions.map((text, at) => part('condition', 'yes_no', ['met', at], [text])))];
    case 'deduct':
      return [one((rule.items ?? []).map(({ id, label }) => part('item', 'count', ['counts', id], [label])))];
    case 'deadline': {
      const event = typeof rule.due === 'string' ? [] : [part('event', 'day', ['event'])];
      return [one([...event, part('on', 'day', ['on'])])];
    }
    case 'survey':
      return surveySlots(rule);
    case 'formula':
      return formulaSlots(rule);
    default:
      return [];
  }
}

function surveySlots(rule: Extract<Rule, { kind: 'survey' }>): readonly Slot[] {
  const answers = (steps: readonly string[]) =>
    surveyOptions(rule).map((option) =>
      part('answers', 'count', ['survey', ...steps, option], [...steps, option]),
    );
  if (rule.groups === undefined) return [one(answers([]))];
  return rule.groups.map(({ id }) => ({ ways: [answers([id])], optional: true }));
}

/** A variable without a declared source takes every form of a value. */
function formulaSlots(rule: Extract<Rule, { kind: 'formula' }>): readonly Slot[] {
  const slots = rule.variables.map((variable) => {
    const { name } = variable;
    const pair = ratio(['values', name], [name]);
    const number = [part('number', 'decimal', ['values', name], [name])];
    const declared =
      'input' in variable && 'declared' in variable.input ? variable.input.declared : undefined;
    if (declared === undefined) return either(pair, number);
    return one(declared === 'ratio' ? pair : number);
  });
  if (rule.branches.length === 1) return slots;
  return [...slots, one([{ ...part('branch', 'choice', ['branch']), options: rule.branches }])];
}

function one(way: readonly FigurePart[]): Slot {
  return { ways: [way], optional: false };
}

function either(...ways: readonly (readonly FigurePart[])[]): Slot {
  return { ways, optional: false };
}

function ratio(steps: readonly Step[], of: readonly string[] = []): readonly FigurePart[] {
  return [
    part('numerator', 'count', [...steps, 'ratio', 0], of),
    part('denominator', 'count', [...steps, 'ratio', 1], of),
  ];
}

function part(
  role: PartRole,
  holds: FigurePart['holds'],
  path: readonly Step[],
  of: readonly string[] = [],
): FigurePart {
  return { role, path, holds, of, options: [] };
}
