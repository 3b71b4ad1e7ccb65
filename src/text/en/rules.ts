import type { Ratio } from '../../domain/kernel/number/ratio.ts';
import type { Rule } from '../../domain/par-index/rules/rule.ts';
import type { Source } from '../../domain/par-index/rules/source.ts';
import { printValue } from '../figures.ts';
import { printDate } from '../numbers.ts';
import type { ruleSentence as vi } from '../vi/rules.ts';

const n = (value: Ratio): string => printValue(value, 'en');
const ZERO_POINTS: Ratio = { n: 0n, d: 1n };

/** The rule of a leaf as one English sentence, made from its data. */
export const ruleSentence: typeof vi = (rule, max) => {
  switch (rule.kind) {
    case 'choice':
      return rule.options.map(({ label, points }) => `${label}: ${n(points)} points`).join('; ');
    case 'all_of':
      return `All ${rule.conditions.length} conditions met (${rule.conditions.join('; ')}): ${max} points; otherwise 0`;
    case 'tiers':
      return tiers(rule);
    case 'proportional':
      return proportional(rule, max);
    case 'deduct':
      return deduct(rule, max);
    case 'shortfall':
      return `${value(rule.target, rule.input)} and above: ${max} points; ${PARTIAL[rule.partial]} ${value(rule.each, rule.input)} short takes off ${n(rule.per)}${least(rule.min)}`;
    case 'relative':
      return `${max} points × result ÷ the block's ${rule.to} result, at most ${max}`;
    case 'violations':
      return violations(rule, max);
    case 'percent_off':
      return `${max} points; each occurrence takes off ${n(rule.per)} % of them${least(rule.min)}`;
    case 'base_step':
      return `From ${value(rule.from, rule.input)}: ${n(rule.points)} points; each further ${value(rule.each, rule.input)} adds ${n(rule.add)}, at most ${n(rule.cap)}; below: 0`;
    case 'deadline':
      return deadline(rule);
    case 'per_count':
      return `${n(rule.each)} points for each occurrence, within ${n(rule.min)} and ${n(rule.max)}`;
    case 'survey':
      return survey(rule, max);
    case 'given':
      return `Points given by ${BY[rule.by]}, from ${n(rule.min ?? ZERO_POINTS)} to ${max}`;
    case 'formula':
      return rule.branches
        .map(({ label, points }) =>
          rule.branches.length === 1 ? `Points = ${points.text}` : `${label}: ${points.text}`,
        )
        .join('; ');
  }
};

function value(written: Ratio, source: Source): string {
  return 'declared' in source && source.declared === 'number' ? n(written) : `${n(written)} %`;
}

function tiers(rule: Extract<Rule, { kind: 'tiers' }>): string {
  return rule.tiers
    .map(({ from, closed, points }, position) => {
      const earned = 'n' in points ? `${n(points)} points` : points.text;
      if (from === undefined) return position === 0 ? earned : `the rest: ${earned}`;
      return `${closed ? '≥' : '>'} ${value(from, rule.input)}: ${earned}`;
    })
    .join('; ');
}

function proportional(rule: Extract<Rule, { kind: 'proportional' }>, max: string): string {
  const target = value(rule.target ?? { n: 100n, d: 1n }, rule.input);
  const { floor } = rule;
  const below = floor && `; ${floor.closed ? '<' : '≤'} ${value(floor.value, rule.input)}: 0`;
  return `${max} points × result ÷ ${target}, at most ${max}${below ?? ''}`;
}

const PARTIAL = {
  full: 'every full',
  started: 'every started',
  prorata: 'in proportion, every',
} as const;

function least(min: Ratio | undefined): string {
  return `, not below ${n(min ?? ZERO_POINTS)}`;
}

function deduct(rule: Extract<Rule, { kind: 'deduct' }>, max: string): string {
  const items =
    rule.items?.map(({ label, per }) => `${label} takes off ${n(per)}`).join('; ') ??
    `each occurrence takes off ${n(rule.per ?? ZERO_POINTS)}`;
  return `${max} points; ${items}${least(rule.min)}`;
}

function violations(rule: Extract<Rule, { kind: 'violations' }>, max: string): string {
  const { zero_from, deduct_per, deduct_from = zero_from, min } = rule;
  const deducted =
    deduct_per === undefined || deduct_per.n === 0n
      ? ''
      : `; from occurrence ${deduct_from} each takes off ${n(deduct_per)} more${least(min)}`;
  return `Below ${zero_from} occurrences: ${max} points; from ${zero_from}: 0${deducted}`;
}

function deadline(rule: Extract<Rule, { kind: 'deadline' }>): string {
  const due =
    typeof rule.due === 'string'
      ? `Due ${printDate(rule.due)}`
      : `Due ${rule.due.working_days_after} working days after the event`;
  const steps = rule.tiers.map(({ late_days, points }) => {
    if (late_days === undefined) return `later: ${n(points)} points`;
    return late_days === 0 ? `on time: ${n(points)} points` : `up to ${late_days} days late: ${n(points)}`;
  });
  return `${due}; ${steps.join('; ')}; never: 0`;
}

function survey(rule: Extract<Rule, { kind: 'survey' }>, max: string): string {
  const weights = Object.entries(rule.weights).map(([option, percent]) => `${option} ${n(percent)} %`);
  const ignored = rule.ignore?.length ? `; not counted: ${rule.ignore.join(', ')}` : '';
  const groups = rule.groups?.map(({ id, weight }) => `${id} weight ${n(weight)}`).join(', ');
  const byGroup = groups === undefined ? '' : `; mean over groups: ${groups}`;
  return `${max} points × mean of the answers (${weights.join(', ')})${ignored}${byGroup}`;
}

const BY = {
  unit: 'the unit itself',
  appraiser: 'the appraiser',
  council: 'the council',
  outside: 'an outside result',
} as const;
