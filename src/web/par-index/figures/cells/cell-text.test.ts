import { describe, expect, test } from 'vitest';
import { readJson } from '../../../../domain/kernel/json.ts';
import { Rule } from '../../../../domain/par-index/rules/rule.ts';
import { writeCell } from './cell-text.ts';
import { readCell } from './read-cell.ts';

const WORDS = { nothingArose: 'không phát sinh', never: 'không thực hiện', event: 'mốc' };

const RULES = {
  choice: {
    kind: 'choice',
    options: [
      { id: 'co', label: 'Có', points: '1' },
      { id: 'khong', label: 'Không ban hành', points: '0' },
    ],
  },
  conditions: { kind: 'all_of', conditions: ['đủ', 'đúng', 'kịp'] },
  ratio: { kind: 'proportional', input: { declared: 'ratio' } },
  number: { kind: 'proportional', input: { declared: 'number' } },
  measure: { kind: 'proportional', input: { measure: 'dossier.on_time_rate' } },
  count: { kind: 'per_count', each: '1', min: '0', max: '1' },
  items: {
    kind: 'deduct',
    items: [
      { id: 'cham', label: 'chậm', per: '0.25' },
      { id: 'thieu', label: 'thiếu', per: '0.25' },
    ],
  },
  day: { kind: 'deadline', due: '2026-01-15', tiers: [{ points: '1' }] },
  after: { kind: 'deadline', due: { working_days_after: 10 }, tiers: [{ points: '1' }] },
  survey: { kind: 'survey', weights: { tot: '100', kha: '60', kem: '0' }, ignore: ['khac'] },
  groups: {
    kind: 'survey',
    weights: { tot: '100', kem: '0' },
    groups: [
      { id: 'dan', weight: '2' },
      { id: 'dn', weight: '1' },
    ],
  },
  given: { kind: 'given', by: 'council' },
  formula: {
    kind: 'formula',
    variables: ['a', 'b'],
    branches: [
      { id: 'x', label: 'X', points: 'a' },
      { id: 'y', label: 'Y', points: 'b' },
    ],
  },
} as const;

const rule = (name: keyof typeof RULES) => Rule.parse(RULES[name]);

describe('a figure as it stands in a cell', () => {
  test.each([
    ['choice', '{"choice": "khong"}', 'Không ban hành'],
    ['conditions', '{"met": [true, false, true]}', 'Đ K Đ'],
    ['ratio', '{"ratio": [49, 50]}', '49/50'],
    ['ratio', '{"nothing_arose": true}', 'không phát sinh'],
    ['number', '{"number": "12.50"}', '12,50'],
    ['measure', '{"ratio": [9007199254740993, 9007199254740995]}', '9007199254740993/9007199254740995'],
    ['count', '{"count": 3}', '3'],
    ['items', '{"counts": {"thieu": 2}}', '0 2'],
    ['day', '{"on": "2026-01-20"}', '20/01/2026'],
    ['day', '{"never": true}', 'không thực hiện'],
    ['after', '{"event": "2026-01-09", "on": "2026-01-21"}', '21/01/2026 (mốc 09/01/2026)'],
    ['survey', '{"survey": {"tot": 56, "kha": 47, "kem": 2}}', '56 47 2'],
    ['groups', '{"survey": {"dan": {"tot": 8, "kem": 1}, "dn": {"tot": 2, "kem": 0}}}', '8 1 | 2 0'],
    ['given', '{"points": "-0.5"}', '-0,5'],
    ['formula', '{"values": {"a": {"ratio": [21, 22]}, "b": "0.5"}, "branch": "x"}', 'a = 21/22; b = 0,5; x'],
  ] as const)('%s: %s is shown as “%s” and read back the same', (name, input, shown) => {
    expect(writeCell(rule(name), input, WORDS)).toBe(shown);
    const back = readCell(rule(name), shown, WORDS);
    expect(readJson(back ?? '').value).toEqual(readJson(input).value);
  });

  test.each([
    ['choice', 'khong ban hanh', '{"choice":"khong"}'],
    ['conditions', 'có, không, x', '{"met":[true,false,true]}'],
    ['conditions', 'dd K đ', '{"met":[true,false,true]}'],
    ['conditions', 'ddạt k D9', '{"met":[true,false,true]}'],
    ['number', '1.234,5', '{"number": "1234.5"}'],
    ['number', '12.5', '{"number": "12.5"}'],
    ['measure', '85,5 %', '{"number": "85.5"}'],
    ['ratio', ' 049 / 050 ', '{"ratio": [49, 50]}'],
    ['ratio', 'Khong phat sinh', '{"nothing_arose": true}'],
    ['day', '20/1/26', '{"on":"2026-01-20"}'],
  ] as const)('%s: “%s” as people type it is %s', (name, typed, input) => {
    expect(readCell(rule(name), typed, WORDS)).toBe(input);
  });

  test.each([
    ['choice', 'có lẽ'],
    ['conditions', 'Đ Đ'],
    ['ratio', '0,98'],
    ['number', '49/50'],
    ['count', '1,5'],
    ['count', '-1'],
    ['items', '1 2 3'],
    ['day', '31/02/2026'],
    ['after', '21/01/2026'],
    ['survey', '1 2 3 4 5'],
    ['survey', 'nhiều'],
    ['groups', '1 2 | 3 4 | 5 6'],
    ['given', 'tám'],
    ['formula', 'a = 1; b = 2'],
  ] as const)('%s: “%s” has not the form that the rule needs', (name, typed) => {
    expect(readCell(rule(name), typed, WORDS)).toBeUndefined();
  });

  test('an empty cell takes the figure away', () => {
    expect(readCell(rule('ratio'), '  ', WORDS)).toBeNull();
  });
});
