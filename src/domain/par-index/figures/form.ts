import type { Rule } from '../rules/rule.ts';

/** The forms in which people hand in a figure; which one depends on the rule. */
export type FigureForm =
  | 'choice'
  | 'all_of'
  | 'ratio'
  | 'number'
  | 'measure'
  | 'count'
  | 'counts'
  | 'deadline'
  | 'survey'
  | 'given'
  | 'formula';

export function formOf(rule: Rule): FigureForm {
  switch (rule.kind) {
    case 'tiers':
    case 'proportional':
    case 'shortfall':
    case 'relative':
    case 'base_step':
      return 'declared' in rule.input ? rule.input.declared : 'measure';
    case 'deduct':
      return rule.items === undefined ? 'count' : 'counts';
    case 'violations':
    case 'percent_off':
    case 'per_count':
      return 'count';
    default:
      return rule.kind;
  }
}

/** What the answers to a survey are counted by. */
export function surveyOptions(rule: Extract<Rule, { kind: 'survey' }>): readonly string[] {
  return [...Object.keys(rule.weights), ...(rule.ignore ?? [])];
}
