import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRule } from '../../../../tests/any-rule.ts';
import { written } from '../../../../tests/scorecards.ts';
import { Rule } from '../rules/rule.ts';
import { type RuleKind, readRuleText, writeRuleText } from './rule-text.ts';

const RATIO = { declared: 'ratio' };
const NUMBER = { declared: 'number' };

function rule(cell: string, kind?: RuleKind) {
  const { rule: read, faults } = readRuleText(cell, kind);
  expect(faults).toEqual([]);
  return read;
}

function codes(cell: string, kind?: RuleKind): string[] {
  return readRuleText(cell, kind).faults.map(({ code }) => code);
}

describe('a rule in one cell, as offices write it', () => {
  test.each<[string, unknown]>([
    [
      '≥ 90 %: 2; 70–<90 %: 1; còn lại: 0',
      {
        kind: 'tiers',
        input: RATIO,
        tiers: [
          { from: '90', closed: true, points: '2' },
          { from: '70', closed: true, points: '1' },
          { points: '0' },
        ],
      },
    ],
    [
      // Cà Mau, QĐ 1880/2013, 1.1.4: the step above and the one below say what belongs to 70–90
      'trên 90%: 2\n70%-90%: 1\ndưới 70%: 0',
      {
        kind: 'tiers',
        input: RATIO,
        tiers: [
          { from: '90', closed: false, points: '2' },
          { from: '70', closed: true, points: '1' },
          { points: '0' },
        ],
      },
    ],
    [
      'Dưới 3: 0 điểm; từ 3 đến dưới 5: 0,5 điểm; từ 5 trở lên: 1 điểm',
      {
        kind: 'tiers',
        input: NUMBER,
        tiers: [
          { from: '5', closed: true, points: '1' },
          { from: '3', closed: true, points: '0.5' },
          { points: '0' },
        ],
      },
    ],
    [
      // Cà Mau, QĐ 1880/2013, 1.1.1
      'Kịp thời: 1; Không kịp thời: 0,5; Không ban hành: 0',
      {
        kind: 'choice',
        options: [
          { id: 'kip_thoi', label: 'Kịp thời', points: '1' },
          { id: 'khong_kip_thoi', label: 'Không kịp thời', points: '0.5' },
          { id: 'khong_ban_hanh', label: 'Không ban hành', points: '0' },
        ],
      },
    ],
    [
      'Đạt đủ: đủ số lượng; đúng thời gian',
      { kind: 'all_of', conditions: ['đủ số lượng', 'đúng thời gian'] },
    ],
    ['Mỗi báo cáo chậm: trừ 0,25; không dưới 0', expect.objectContaining({ kind: 'deduct', min: '0' })],
    ['mỗi lần trừ 25 %', { kind: 'percent_off', per: '25' }],
    ['mỗi lần trừ 0,25 điểm', { kind: 'deduct', per: '0.25' }],
    ['Từ 01 trường hợp trở lên: 0 điểm', { kind: 'violations', zero_from: 1 }],
    [
      'theo tỷ lệ; dưới 50 %: 0',
      { kind: 'proportional', input: RATIO, floor: { value: '50', closed: true } },
    ],
    [
      'hạn 27/2/2026; đúng hạn: 1; chậm không quá 10 ngày: 0,75; còn lại: 0',
      {
        kind: 'deadline',
        due: '2026-02-27',
        tiers: [{ late_days: 0, points: '1' }, { late_days: 10, points: '0.75' }, { points: '0' }],
      },
    ],
    [
      'công thức; biến a là tỷ lệ; Điểm: max_points * a / 100',
      {
        kind: 'formula',
        variables: [{ name: 'a', input: RATIO }],
        branches: [{ id: 'diem', label: 'Điểm', points: 'max_points * a / 100' }],
      },
    ],
    [
      'survey; A: 100 %; B: 60 %; not counted: E',
      { kind: 'survey', weights: { A: '100', B: '60' }, ignore: ['E'] },
    ],
  ])('%s', (cell, expected) => {
    expect(rule(cell)).toEqual(expected);
  });

  test.each([
    ['70–90 %: 1; 90–100 %: 2', 'bound_open_or_closed'],
    ['≥ 90 %: 2; 70–90 %: 1; còn lại: 0', 'bound_open_or_closed'],
    ['≥ 90 %: 2; 70–≤90 %: 1; còn lại: 0', 'tiers_overlap'],
    ['> 90 %: 2; 70–<90 %: 1; còn lại: 0', 'tiers_gap'],
    ['≥ 95 %: 2; 70–<90 %: 1; còn lại: 0', 'tiers_gap'],
    ['≥ 80 %: 2; 70–<90 %: 1; còn lại: 0', 'tiers_overlap'],
    ['80–<90 %: 2; còn lại: 0', 'tier_top'],
    ['≥ 90 %: 2; còn lại: 1; còn lại: 0', 'tier_without_bound'],
    ['≥ 1.250: 2; còn lại: 0', 'ambiguous_number'],
    ['≥ 90 %: 2; khoảng 70 %: 1; còn lại: 0', 'rule_piece'],
    ['cứ thiếu 5 % trừ 0,25', 'rule_lacks'],
    ['theo quy định', 'rule_unknown'],
  ])('%s is refused: %s', (cell, code) => {
    expect(codes(cell)).toContain(code);
  });

  test('words of another kind are told piece by piece', () => {
    expect(readRuleText('mỗi lần trừ 0,5; nếu có', 'deduct').faults).toEqual([
      { code: 'rule_piece', detail: { piece: 'nếu có' } },
    ]);
  });
});

test('every rule of every kind comes back from its words as it was', () => {
  fc.assert(
    fc.property(anyRule, (document) => {
      const parsed = Rule.safeParse(written(document));
      fc.pre(parsed.success);
      if (!parsed.success) return;
      const cell = writeRuleText(parsed.data);
      const { rule: read, faults } = readRuleText(cell, parsed.data.kind);
      expect({ cell, faults }).toEqual({ cell, faults: [] });
      expect({ cell, rule: Rule.parse(read) }).toEqual({ cell, rule: parsed.data });
    }),
    { numRuns: 2_000 },
  );
});
