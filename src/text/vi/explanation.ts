import { printShortPoints } from '../../domain/kernel/number/points.ts';
import type { Ratio } from '../../domain/kernel/number/ratio.ts';
import type { Input, Rule } from '../../domain/par-index/rules/rule.ts';
import type { How, Limit } from '../../domain/par-index/rules/scored.ts';
import type { Explanation } from '../../domain/par-index/scoring/explain.ts';
import { printPointsShort, printValue } from '../figures.ts';
import { printDate, printNumber } from '../numbers.ts';
import { ruleSentence } from './rules.ts';

const n = (value: Ratio): string => printValue(value, 'vi');

/** Why a leaf has its points: rule, figures, working, bounds that acted, rounding; one sentence a line. */
export function explanationLines(explanation: Explanation): string[] {
  const { rule, max, input, score, rounding } = explanation;
  const lines = [`Quy tắc: ${ruleSentence(rule, printPointsShort(max, 'vi'))}`];
  const { reason } = score;
  if (reason === undefined) return lines;
  if (reason.because !== 'rule') return [...lines, WITHOUT_RULE[reason.because](explanation)];
  if (input !== undefined) lines.push(`Số liệu: ${inputSentence(input, rule)}`);
  const { exact, how, limit } = reason.scored;
  lines.push(`Cách tính: ${howSentence(how, explanation)} → ${n(exact)} điểm`);
  if (limit !== undefined) lines.push(`Chặn: ${LIMITS[limit]}`);
  if (reason.capped) lines.push(`Chặn: không vượt điểm tối đa ${printPointsShort(max, 'vi')}`);
  if (n(exact) !== printPointsShort(score.points, 'vi') && !reason.capped) {
    const way = rounding.mode === 'cut' ? 'cắt bỏ còn' : 'đến';
    const rounded = printNumber(printShortPoints(score.points), 'vi');
    lines.push(`Làm tròn: ${way} ${rounding.decimals} chữ số thập phân → ${rounded} điểm`);
  }
  return lines;
}

const WITHOUT_RULE = {
  no_input: () => 'Chưa có số liệu: 0 điểm, vẫn tính vào mẫu số',
  no_answers: () => 'Chưa có người trả lời: 0 điểm, vẫn tính vào mẫu số',
  not_for: () => 'Không chấm đối với đơn vị này: không tính vào mẫu số',
  nothing_arose: ({ score }: Explanation) =>
    `Không phát sinh: ${NOTHING_AROSE[score.state](score.points > 0)}`,
};

const NOTHING_AROSE = {
  scored: (full: boolean) => (full ? 'được điểm tối đa' : '0 điểm'),
  excluded: () => 'không tính vào mẫu số',
  redistributed: () => 'điểm tối đa dồn cho các tiêu chí cùng cấp',
  missing: () => 'bộ chỉ số không quy định cách chấm, coi như chưa có số liệu',
};

const LIMITS: Record<Limit, string> = {
  min: 'mức thấp nhất của quy tắc',
  max: 'mức cao nhất của quy tắc',
  target: 'đã đạt mục tiêu, phần vượt không tính thêm',
  floor: 'chưa đạt mức tối thiểu để được tính điểm',
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
      return 'không phát sinh';
    case 'value':
      return input.pair
        ? `${n(input.pair.numerator)} / ${n(input.pair.denominator)} = ${n(input.v)} %`
        : n(input.v);
    case 'choice':
      return `«${optionLabel(rule, input.id)}»`;
    case 'met':
      return `${input.met.filter(Boolean).length} trên ${input.met.length} điều kiện đạt`;
    case 'count':
      return `${n(input.n)} trường hợp`;
    case 'counts':
      return [...input.counts].map(([id, count]) => `${itemLabel(rule, id)}: ${n(count)}`).join('; ');
    case 'deadline':
      return 'never' in input ? 'không thực hiện' : `ngày ${printDate(input.on)}`;
    case 'survey':
      return [...input.groups]
        .map(([group, answers]) => {
          const counts = [...answers].map(([option, count]) => `${option}: ${count}`).join(', ');
          return group === '' ? counts : `${group} (${counts})`;
        })
        .join('; ');
    case 'given':
      return `${n(input.points)} điểm`;
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
      return 'mức được chọn';
    case 'conditions':
      return how.met === how.of ? 'đạt đủ điều kiện' : `thiếu ${how.of - how.met} điều kiện`;
    case 'tier':
      return `thuộc mức thứ ${how.position + 1}`;
    case 'share':
      return `${printPointsShort(max, 'vi')} × ${printV(input)} ÷ ${n(how.target)}`;
    case 'below_floor':
      return 'dưới mức tối thiểu';
    case 'deducted':
      return `điểm tối đa trừ ${n(how.amount)}`;
    case 'short_by':
      return `thiếu ${n(how.steps)} bước`;
    case 'relative':
      return `${printPointsShort(max, 'vi')} × ${printV(input)} ÷ ${n(how.reference)} (của khối)`;
    case 'violations':
      return { none: 'chưa tới mốc bị 0 điểm', zero: 'bị 0 điểm', deducted: 'bị 0 điểm và trừ tiếp' }[
        how.zone
      ];
    case 'percent_off':
      return `trừ ${n(how.percent)} % số điểm`;
    case 'below_base':
      return 'chưa tới mức khởi điểm';
    case 'base_steps':
      return `điểm khởi đầu cộng ${how.steps} bước`;
    case 'late':
      return `hạn ${printDate(how.due)}, ${how.days === 0 ? 'đúng hạn' : `chậm ${how.days} ngày`}`;
    case 'never':
      return 'không thực hiện';
    case 'counted':
      return `cộng lại ${n(how.amount)}`;
    case 'survey_mean':
      return `mức bình quân ${n(how.mean)} %`;
    case 'given':
      return 'điểm được cho';
    case 'branch':
      return `trường hợp «${how.id}», công thức cho ${n(how.value)}`;
  }
}
