import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leavesOf, shipped } from '../../../../../tests/shipped-data.ts';
import { readJson } from '../../../kernel/json.ts';
import { Rule } from '../../rules/rule.ts';
import { readScorecard } from '../../scorecard/read-scorecard.ts';
import { partsOf } from './parts.ts';
import { putTogether } from './put-together.ts';
import { takeApart } from './take-apart.ts';

const RULES = {
  choice: {
    kind: 'choice',
    options: [
      { id: 'co', label: 'Có', points: '1' },
      { id: 'khong', label: 'Không', points: '0' },
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
  survey: { kind: 'survey', weights: { tot: '100', kem: '0' }, ignore: ['khac'] },
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
    variables: [
      'a',
      { name: 'b', input: { declared: 'ratio' } },
      { name: 'c', input: { declared: 'number' } },
    ],
    branches: [
      { id: 'x', label: 'X', points: 'a' },
      { id: 'y', label: 'Y', points: 'b' },
    ],
  },
  single: { kind: 'formula', variables: ['a'], branches: [{ id: 'x', label: 'X', points: 'a' }] },
} as const;

const rule = (name: keyof typeof RULES) => Rule.parse(RULES[name]);

describe('a figure in its parts', () => {
  test.each([
    ['choice', '{"choice": "khong"}', ['1']],
    ['conditions', '{"met": [true, false, true]}', ['1', '0', '1']],
    ['ratio', '{"ratio": [49, 50]}', ['49', '50']],
    ['ratio', '{"nothing_arose": true}', ['nothing_arose', undefined]],
    ['number', '{"number": "12.5"}', ['12.5']],
    [
      'measure',
      '{"ratio": [9007199254740993, 9007199254740995]}',
      ['9007199254740993', '9007199254740995', undefined],
    ],
    ['measure', '{"number": "85.5"}', [undefined, undefined, '85.5']],
    ['count', '{"count": 0}', ['0']],
    ['items', '{"counts": {"cham": 0, "thieu": 2}}', ['0', '2']],
    ['day', '{"on": "2026-01-20"}', ['2026-01-20']],
    ['day', '{"never": true}', ['never']],
    ['after', '{"event": "2026-01-09", "never": true}', ['2026-01-09', 'never']],
    ['survey', '{"survey": {"tot": 56, "kem": 2, "khac": 0}}', ['56', '2', '0']],
    ['groups', '{"survey": {"dn": {"tot": 2, "kem": 0}}}', [undefined, undefined, '2', '0']],
    ['given', '{"points": "-0.5"}', ['-0.5']],
    [
      'formula',
      '{"values": {"a": "0.5", "b": {"ratio": [21, 22]}, "c": "3"}, "branch": "y"}',
      [undefined, undefined, '0.5', '21', '22', '3', '1'],
    ],
    ['single', '{"values": {"a": {"ratio": [1, 3]}}, "branch": "x"}', ['1', '3', undefined]],
  ] as const)('%s: %s is taken apart and put together again', (name, input, parts) => {
    expect(takeApart(rule(name), readJson(input).value)).toEqual(parts);
    const again = putTogether(rule(name), parts);
    expect(again !== undefined && 'input' in again && readJson(again.input).value).toEqual(
      readJson(input).value,
    );
  });

  test('what is written in another way is the same in its parts; a group left out stays left out', () => {
    const apart = (name: keyof typeof RULES, input: string) => takeApart(rule(name), readJson(input).value);
    expect(apart('number', '{"number": "012.50"}')).toEqual(['12.5']);
    expect(apart('items', '{"counts": {"thieu": 2}}')).toEqual(['0', '2']);
    expect(
      apart('formula', '{"values": {"a": {"number": "1.0"}, "b": {"ratio": [1, 2]}, "c": 3}, "branch": "x"}'),
    ).toEqual([undefined, undefined, '1', '1', '2', '3', '0']);
  });

  test.each([
    ['ratio', ['49', undefined], [{ at: 1, code: 'part_missing' }]],
    ['items', [undefined, '2'], [{ at: 0, code: 'part_missing' }]],
    ['measure', ['49', '50', '98'], [{ at: 2, code: 'one_way_only' }]],
    ['ratio', ['nothing_arose', '5'], [{ at: 1, code: 'word_alone' }]],
    ['after', [undefined, 'never'], [{ at: 0, code: 'part_missing' }]],
    ['groups', ['1', undefined, undefined, undefined], [{ at: 1, code: 'part_missing' }]],
    [
      'formula',
      ['1', '2', undefined, undefined, undefined, '1', undefined],
      [
        { at: 3, code: 'part_missing' },
        { at: 4, code: 'part_missing' },
        { at: 6, code: 'part_missing' },
      ],
    ],
  ] as const)(
    '%s: a figure of which parts are missing or too many is refused part by part',
    (name, values, faults) => {
      expect(putTogether(rule(name), values)).toEqual({ faults });
    },
  );

  test.each(Object.keys(RULES))('%s: a part left empty everywhere is a missing figure and not 0', (name) => {
    const asked = Rule.parse(Object.entries(RULES).find(([key]) => key === name)?.[1]);
    expect(
      putTogether(
        asked,
        partsOf(asked).map(() => undefined),
      ),
    ).toBeUndefined();
  });
});

test.each(['minh-hoa-xa-2026', 'qd-766-2022'])(
  'every leaf of %s asks for parts at places of their own',
  (file) => {
    const leaves = leavesOf(readScorecard(shipped(`scorecards/${file}.json`)));
    for (const { code, rule: asked } of leaves) {
      const places = partsOf(asked).map(({ path }) => JSON.stringify(path));
      expect(places.length, code).toBeGreaterThan(0);
      expect(new Set(places).size, code).toBe(places.length);
    }
  },
);

test('any counts of answers come back as they were given', () => {
  const counts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 17n }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(counts, (given) => {
      const asked = rule('survey');
      const again = putTogether(asked, given.map(String));
      expect(again).toHaveProperty('input');
      if (again === undefined || !('input' in again)) return;
      expect(takeApart(asked, readJson(again.input).value)).toEqual(given.map(String));
    }),
  );
});
