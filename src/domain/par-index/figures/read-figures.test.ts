import { describe, expect, test } from 'vitest';
import {
  calendar,
  figuresOf,
  GIVEN,
  group,
  leaf,
  refusals,
  scorecardOf,
  unitOf,
  type Written,
  written,
} from '../../../../tests/scorecards.ts';
import { readJson } from '../../kernel/json.ts';
import { readScorecard } from '../scorecard/read-scorecard.ts';
import { readFigures } from './read-figures.ts';

const RATIO = { input: { declared: 'ratio' } };

describe('figures are refused', () => {
  const rules: Record<string, Written> = {
    choice: { kind: 'choice', options: [{ id: 'a', label: 'A', points: '1' }] },
    met: { kind: 'all_of', conditions: ['x', 'y'] },
    ratio: { kind: 'proportional', ...RATIO },
    number: { kind: 'proportional', input: { declared: 'number' } },
    count: { kind: 'deduct', per: '1' },
    counts: { kind: 'deduct', items: [{ id: 'a', label: 'A', per: '1' }] },
    fixed: { kind: 'deadline', due: '2026-01-01', tiers: [{ points: '1' }] },
    after: { kind: 'deadline', due: { working_days_after: 3 }, tiers: [{ points: '1' }] },
    survey: { kind: 'survey', weights: { A: '100' } },
    groups: { kind: 'survey', weights: { A: '100' }, groups: [{ id: 'g', weight: '1' }] },
    given: { ...GIVEN, step: '0.5' },
    formula: { kind: 'formula', variables: ['x'], branches: [{ id: 'b', label: 'B', points: 'x' }] },
    declared: {
      kind: 'formula',
      variables: [
        { name: 'x', input: { declared: 'ratio' } },
        { name: 'y', input: { declared: 'number' } },
      ],
      branches: [{ id: 'b', label: 'B', points: 'x + y' }],
    },
  };
  const scorecard = readScorecard(
    written(
      scorecardOf(
        [
          group(
            'g',
            '13',
            Object.entries(rules).map(([code, rule]) => leaf(code, '1', rule)),
          ),
        ],
        {
          block: ['xa', 'phuong'],
        },
      ),
    ),
  );
  const ofUnits = (...units: Written[]) =>
    refusals(() => readFigures(written(figuresOf(units)), scorecard, calendar));

  test.each<[string, unknown, string[]]>([
    ['choice', { choice: 'z' }, ['choice.choice: not_allowed']],
    ['choice', { count: 1 }, ['choice.choice: required', 'choice.count: unknown_key']],
    ['met', { met: [true] }, ['met.met: one_answer_each']],
    ['ratio', { number: '1' }, ['ratio.ratio: required', 'ratio.number: unknown_key']],
    ['ratio', { ratio: [1] }, ['ratio.ratio: ratio']],
    ['ratio', { ratio: [-1, 2] }, ['ratio.ratio[0]: count']],
    ['ratio', { ratio: ['1', 2] }, ['ratio.ratio[0]: count']],
    ['ratio', 5, ['ratio: wrong_type']],
    ['ratio', null, ['ratio: wrong_type']],
    ['ratio', { nothing_arose: true }, ['ratio: nothing_arose_not_foreseen']],
    ['ratio', { nothing_arose: false }, ['ratio: nothing_arose_form']],
    ['number', { number: 'mười' }, ['number.number: decimal']],
    ['count', { count: -1 }, ['count.count: count']],
    ['count', { count: '3' }, ['count.count: count']],
    ['counts', { counts: { b: 1 } }, ['counts.counts.b: unknown_item']],
    ['fixed', { on: '2026-13-01' }, ['fixed.on: day']],
    ['fixed', { on: '2026-01-01', event: '2026-01-01' }, ['fixed.event: event_without_relative_due']],
    ['after', { on: '2026-01-01' }, ['after.event: required']],
    ['after', { on: '2035-01-01', event: '2035-01-01' }, ['after.event: unknown_year']],
    ['survey', { survey: { B: 1 } }, ['survey.survey.B: unknown_option']],
    ['groups', { survey: { h: { A: 1 } } }, ['groups.survey.h: unknown_group']],
    ['given', { points: '1.5' }, ['given.points: outside_bounds']],
    ['given', { points: '0.3' }, ['given.points: off_step']],
    ['formula', { values: { x: '1', y: '2' }, branch: 'b' }, ['formula.values.y: undeclared_variable']],
    ['formula', { values: {}, branch: 'b' }, ['formula.values.x: required']],
    ['formula', { values: { x: '1' }, branch: 'c' }, ['formula.branch: not_allowed']],
    ['formula', { values: { x: '1' } }, ['formula.branch: required']],
    ['declared', { values: { x: '1', y: '2' }, branch: 'b' }, ['declared.values.x: variable_form']],
    [
      'declared',
      { values: { x: { ratio: [1, 2] }, y: { ratio: [1, 2] } }, branch: 'b' },
      ['declared.values.y: variable_form'],
    ],
    ['la', { count: 1 }, ['la: unknown_code']],
    ['g', { count: 1 }, ['g: not_a_leaf']],
  ])('%s with %j', (code, input, faults) => {
    expect(ofUnits(unitOf('a', { [code]: input }))).toEqual(faults.map((line) => `units[0].inputs.${line}`));
  });

  test('units that are not what they should be, all at once', () => {
    const units = [
      unitOf('a', {}, { kind: 'so' }),
      unitOf('b', {}, { flags: ['la'] }),
      unitOf('b', {}, { ghi_chu: '' }),
      { code: 'd', kind: 'xa' },
    ];
    expect(ofUnits(...units)).toEqual([
      'units[0].kind: kind_not_in_block',
      'units[1].flags[0]: undeclared_flag',
      'units[2].ghi_chu: unknown_key',
      'units[2].code: repeated_unit',
      'units[3].inputs: required',
    ]);
  });

  test('a key named __proto__ is unknown wherever it stands, not a way in', () => {
    const { value, faults } = readJson(
      '{"format":"minhchung/figures@1","units":[{"code":"a","kind":"xa","inputs":{"__proto__":{}}}]}',
    );
    expect(refusals(() => readFigures(value, scorecard, calendar, faults))).toEqual([
      'units[0].inputs.__proto__: unknown_key',
    ]);
  });
});
