import { printShortPoints } from '../../domain/kernel/number/points.ts';
import type { Ratio } from '../../domain/kernel/number/ratio.ts';
import type { Input, Rule } from '../../domain/par-index/rules/rule.ts';
import type { How, Limit } from '../../domain/par-index/rules/scored.ts';
import type { Explanation } from '../../domain/par-index/scoring/explain.ts';
import { printPointsShort, printValue } from '../figures.ts';
import { printDate, printNumber } from '../numbers.ts';
import type { explanationLines as vi } from '../vi/explanation.ts';
import { ruleSentence } from './rules.ts';

const n = (value: Ratio): string => printValue(value, 'en');

export const explanationLines: typeof vi = (explanation) => {
  const { rule, max, input, score, rounding } = explanation;
  const lines = [`Rule: ${ruleSentence(rule, printPointsShort(max, 'en'))}`];
  const { reason } = score;
  if (reason === undefined) return lines;
  if (reason.because !== 'rule') return [...lines, WITHOUT_RULE[reason.because](explanation)];
  if (input !== undefined) lines.push(`Figures: ${inputSentence(input, rule)}`);
  const { exact, how, limit } = reason.scored;
  lines.push(`Working: ${howSentence(how, explanation)} → ${n(exact)} points`);
  if (limit !== undefined) lines.push(`Bound: ${LIMITS[limit]}`);
  if (reason.capped) lines.push(`Bound: never above the maximum of ${printPointsShort(max, 'en')}`);
  if (n(exact) !== printPointsShort(score.points, 'en') && !reason.capped) {
    const way = rounding.mode === 'cut' ? 'cut' : 'rounded';
    const rounded = printNumber(printShortPoints(score.points), 'en');
    lines.push(`Rounding: ${way} to ${rounding.decimals} decimals → ${rounded} points`);
  }
  return lines;
};

const WITHOUT_RULE = {
  no_input: () => 'No figures yet: 0 points, still in the denominator',
  no_answers: () => 'No answers yet: 0 points, still in the denominator',
  not_for: () => 'Not judged for this unit: out of the denominator',
  nothing_arose: ({ score }: Explanation) => `Nothing arose: ${NOTHING_AROSE[score.state](score.points > 0)}`,
};

const NOTHING_AROSE = {
  scored: (full: boolean) => (full ? 'the maximum is given' : '0 points'),
  excluded: () => 'out of the denominator',
  redistributed: () => 'the maximum goes to the criteria beside it',
  missing: () => 'the scorecard does not say what then, taken as missing',
};

const LIMITS: Record<Limit, string> = {
  min: 'the least the rule gives',
  max: 'the most the rule gives',
  target: 'the target is reached, nothing is added above it',
  floor: 'below the least that earns points',
};

function optionLabel(rule: Rule, id: string): string {
  return (rule.kind === 'choice' && rule.options.find((option) => option.id === id)?.label) || id;
}

function itemLabel(rule: Rule, id: string): string {
  return (rule.kind === 'deduct' && rule.items?.find((item) => item.id === id)?.label) || id;
}

function inputSentence(input: Input, rule: Rule): string {
  switch (input.kind) {
    case 'nothing_arose':
      return 'nothing arose';
    case 'value':
      return input.pair
        ? `${n(input.pair.numerator)} / ${n(input.pair.denominator)} = ${n(input.v)} %`
        : n(input.v);
    case 'choice':
      return `“${optionLabel(rule, input.id)}”`;
    case 'met':
      return `${input.met.filter(Boolean).length} of ${input.met.length} conditions met`;
    case 'count':
      return `${n(input.n)} occurrences`;
    case 'counts':
      return [...input.counts].map(([id, count]) => `${itemLabel(rule, id)}: ${n(count)}`).join('; ');
    case 'deadline':
      return 'never' in input ? 'never done' : `on ${printDate(input.on)}`;
    case 'survey':
      return [...input.groups]
        .map(([group, answers]) => {
          const counts = [...answers].map(([option, count]) => `${option}: ${count}`).join(', ');
          return group === '' ? counts : `${group} (${counts})`;
        })
        .join('; ');
    case 'given':
      return `${n(input.points)} points`;
    case 'values':
      return [...input.values].map(([name, value]) => `${name} = ${n(value)}`).join('; ');
  }
}

function printV(input: Input | undefined): string {
  return input?.kind === 'value' ? n(input.v) : '';
}

function howSentence(how: How, { max, input }: Explanation): string {
  switch (how.step) {
    case 'option':
      return 'the option chosen';
    case 'conditions':
      return how.met === how.of ? 'all conditions met' : `${how.of - how.met} conditions not met`;
    case 'tier':
      return `tier ${how.position + 1}`;
    case 'share':
      return `${printPointsShort(max, 'en')} × ${printV(input)} ÷ ${n(how.target)}`;
    case 'below_floor':
      return 'below the floor';
    case 'deducted':
      return `the maximum less ${n(how.amount)}`;
    case 'short_by':
      return `short by ${n(how.steps)} steps`;
    case 'relative':
      return `${printPointsShort(max, 'en')} × ${printV(input)} ÷ ${n(how.reference)} (of the block)`;
    case 'violations':
      return { none: 'below the mark for 0', zero: '0 points', deducted: '0 points and a deduction' }[
        how.zone
      ];
    case 'percent_off':
      return `${n(how.percent)} % off`;
    case 'below_base':
      return 'below the base';
    case 'base_steps':
      return `the base and ${how.steps} steps`;
    case 'late':
      return `due ${printDate(how.due)}, ${how.days === 0 ? 'on time' : `${how.days} days late`}`;
    case 'never':
      return 'never done';
    case 'counted':
      return `adds up to ${n(how.amount)}`;
    case 'survey_mean':
      return `mean ${n(how.mean)} %`;
    case 'given':
      return 'points as given';
    case 'branch':
      return `branch “${how.id}”, the formula gives ${n(how.value)}`;
  }
}
