import type { Ratio } from '../../domain/kernel/number/ratio.ts';
import type { Rule } from '../../domain/par-index/rules/rule.ts';
import type { Source } from '../../domain/par-index/rules/source.ts';
import { printValue } from '../figures.ts';
import { printDate } from '../numbers.ts';

const n = (value: Ratio): string => printValue(value, 'vi');
const ZERO_POINTS: Ratio = { n: 0n, d: 1n };

/** The rule of a leaf as one Vietnamese sentence, made from its data. `max` is the leaf's maximum. */
export function ruleSentence(rule: Rule, max: string): string {
  switch (rule.kind) {
    case 'choice':
      return rule.options.map(({ label, points }) => `${label}: ${n(points)} điểm`).join('; ');
    case 'all_of':
      return `Đạt đủ ${rule.conditions.length} điều kiện (${rule.conditions.join('; ')}): ${max} điểm; thiếu một điều kiện: 0`;
    case 'tiers':
      return tiers(rule);
    case 'proportional':
      return proportional(rule, max);
    case 'deduct':
      return deduct(rule, max);
    case 'shortfall':
      return `Đạt ${value(rule.target, rule.input)} trở lên: ${max} điểm; ${PARTIAL[rule.partial]} ${value(rule.each, rule.input)} còn thiếu trừ ${n(rule.per)} điểm${least(rule.min)}`;
    case 'relative':
      return `${max} điểm × kết quả ÷ kết quả ${rule.to === 'best' ? 'cao nhất' : 'trung bình'} của khối, tối đa ${max}`;
    case 'violations':
      return violations(rule, max);
    case 'percent_off':
      return `${max} điểm; mỗi lần trừ ${n(rule.per)} % số điểm${least(rule.min)}`;
    case 'base_step':
      return `Từ ${value(rule.from, rule.input)}: ${n(rule.points)} điểm; cứ thêm ${value(rule.each, rule.input)} cộng ${n(rule.add)} điểm, tối đa ${n(rule.cap)}; dưới ${value(rule.from, rule.input)}: 0`;
    case 'deadline':
      return deadline(rule);
    case 'per_count':
      return `Mỗi trường hợp ${n(rule.each)} điểm, trong khoảng từ ${n(rule.min)} đến ${n(rule.max)}`;
    case 'survey':
      return survey(rule, max);
    case 'given':
      return `${BY[rule.by]} cho điểm, từ ${n(rule.min ?? ZERO_POINTS)} đến ${max}`;
    case 'formula':
      return rule.branches
        .map(({ label, points }) =>
          rule.branches.length === 1 ? `Điểm = ${points.text}` : `${label}: ${points.text}`,
        )
        .join('; ');
  }
}

/** A value in its unit: a reported number has none, everything else is a percentage. */
function value(written: Ratio, source: Source): string {
  return 'declared' in source && source.declared === 'number' ? n(written) : `${n(written)} %`;
}

function tiers(rule: Extract<Rule, { kind: 'tiers' }>): string {
  return rule.tiers
    .map(({ from, closed, points }, position) => {
      const above = rule.tiers[position - 1];
      const earned = 'n' in points ? `${n(points)} điểm` : points.text;
      if (from === undefined) return position === 0 ? earned : `còn lại: ${earned}`;
      const bound = value(from, rule.input);
      if (above?.from === undefined) return `${closed ? '≥' : '>'} ${bound}: ${earned}`;
      const upper = `${above.closed ? 'dưới' : 'đến'} ${value(above.from, rule.input)}`;
      return `${closed ? 'từ' : 'trên'} ${bound} ${upper}: ${earned}`;
    })
    .join('; ');
}

function proportional(rule: Extract<Rule, { kind: 'proportional' }>, max: string): string {
  const target = value(rule.target ?? { n: 100n, d: 1n }, rule.input);
  const { floor } = rule;
  const below = floor && `; ${floor.closed ? 'dưới' : 'từ'} ${value(floor.value, rule.input)}`;
  return `${max} điểm × kết quả ÷ ${target}, tối đa ${max}${below ? `${below}${floor.closed ? '' : ' trở xuống'}: 0` : ''}`;
}

const PARTIAL = {
  full: 'cứ đủ',
  started: 'mỗi',
  prorata: 'theo tỷ lệ, mỗi',
} as const;

function least(min: Ratio | undefined): string {
  return min === undefined ? ', không dưới 0' : `, không dưới ${n(min)}`;
}

function deduct(rule: Extract<Rule, { kind: 'deduct' }>, max: string): string {
  const items =
    rule.items?.map(({ label, per }) => `${label} trừ ${n(per)}`).join('; ') ??
    `mỗi lần trừ ${n(rule.per ?? ZERO_POINTS)}`;
  return `${max} điểm; ${items} điểm${least(rule.min)}`;
}

function violations(rule: Extract<Rule, { kind: 'violations' }>, max: string): string {
  const { zero_from, deduct_per, deduct_from = zero_from, min } = rule;
  const deducted =
    deduct_per === undefined || deduct_per.n === 0n
      ? ''
      : `; từ trường hợp thứ ${deduct_from} mỗi trường hợp trừ tiếp ${n(deduct_per)} điểm${least(min)}`;
  return `Dưới ${zero_from} trường hợp: ${max} điểm; từ ${zero_from} trường hợp: 0${deducted}`;
}

function deadline(rule: Extract<Rule, { kind: 'deadline' }>): string {
  const due =
    typeof rule.due === 'string'
      ? `Hạn ${printDate(rule.due)}`
      : `Hạn ${rule.due.working_days_after} ngày làm việc sau ngày phát sinh`;
  const steps = rule.tiers.map(({ late_days, points }) => {
    if (late_days === undefined) return `còn lại: ${n(points)} điểm`;
    return late_days === 0
      ? `đúng hạn: ${n(points)} điểm`
      : `chậm không quá ${late_days} ngày: ${n(points)} điểm`;
  });
  return `${due}; ${steps.join('; ')}; không thực hiện: 0`;
}

function survey(rule: Extract<Rule, { kind: 'survey' }>, max: string): string {
  const weights = Object.entries(rule.weights).map(([option, percent]) => `${option} ${n(percent)} %`);
  const ignored = rule.ignore?.length ? `; không tính: ${rule.ignore.join(', ')}` : '';
  const groups = rule.groups?.map(({ id, weight }) => `${id} hệ số ${n(weight)}`).join(', ');
  const byGroup = groups === undefined ? '' : `; bình quân theo nhóm người trả lời: ${groups}`;
  return `${max} điểm × mức bình quân các câu trả lời (${weights.join(', ')})${ignored}${byGroup}`;
}

const BY = {
  unit: 'Đơn vị tự',
  appraiser: 'Người thẩm định',
  council: 'Hội đồng',
  outside: 'Theo kết quả bên ngoài',
} as const;
