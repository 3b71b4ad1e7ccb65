import { describe, expect, test } from 'vitest';
import {
  GIVEN,
  group,
  leaf,
  refusals,
  scorecardOf,
  type Written,
  written,
} from '../../../../tests/scorecards.ts';
import { readJson } from '../../kernel/json.ts';
import { readScorecard } from './read-scorecard.ts';

const ofScorecard = (document: Written) => refusals(() => readScorecard(written(document)));
const ofRule = (rule: Written, more: Written = {}) =>
  ofScorecard(scorecardOf([leaf('1', '2', rule, more)])).map((line) => line.replace('criteria[0].', ''));

const RATIO = { input: { declared: 'ratio' } };

describe('a scorecard is refused, with every fault and its place', () => {
  test('what is required and not there', () => {
    expect(ofScorecard({ format: 'minhchung/scorecard@1' })).toEqual(
      ['code', 'name', 'year', 'total', 'rounding', 'criteria'].map((key) => `${key}: required`),
    );
    expect(ofScorecard(scorecardOf([{ code: '1', name: 'A', max: '1' }]))).toEqual([
      'criteria[0]: children_or_rule',
    ]);
  });

  test('unknown keys, at every level', () => {
    const more = {
      ghi_chu: 1,
      rounding: { leaf: { decimals: 2, mode: 'half_up', x: 1 }, index: { decimals: 2, mode: 'cut' } },
    };
    expect(ofScorecard(scorecardOf([leaf('1', '1', { ...GIVEN, y: 1 }, { z: 1 })], more))).toEqual([
      'rounding.leaf.x: unknown_key',
      'ghi_chu: unknown_key',
      'criteria[0].rule.y: unknown_key',
      'criteria[0].z: unknown_key',
    ]);
  });

  test('another format, another kind of rule', () => {
    expect(ofScorecard({ ...scorecardOf([leaf('1', '1', GIVEN)]), format: 'khac' })).toEqual([
      'format: not_allowed',
    ]);
    expect(ofRule({ kind: 'phep_mau' })).toEqual(['rule.kind: unknown_kind']);
  });

  test('several at once, of form and of meaning', () => {
    const criteria = [
      group('1', '5', [leaf('1.1', '2', GIVEN), leaf('1.1', '2', { kind: 'la' })]),
      leaf('2', 'hai', GIVEN, { khoa_la: true }),
    ];
    expect(ofScorecard({ ...scorecardOf(criteria), total: '9' })).toEqual([
      'criteria[0].children[1].rule.kind: unknown_kind',
      'criteria[0].children[1].code: repeated_code',
      'criteria[0].max: sum_of_maxima',
      'criteria[1].max: decimal',
      'criteria[1].khoa_la: unknown_key',
    ]);
  });

  test.each([
    ['15.0', 'a JSON number with a point'],
    ['1e2', 'a JSON number with an exponent'],
    ['"1e2"', 'text with an exponent'],
    ['"+1"', 'a plus sign'],
    ['" 1"', 'a blank'],
    ['"1."', 'a point without digits'],
    ['".5"', 'digits missing before the point'],
    ['""', 'nothing'],
    ['"12,5"', 'a comma'],
    ['null', 'null'],
    ['true', 'a boolean'],
    [`"${'9'.repeat(400)}"`, 'four hundred digits'],
    [`${'9'.repeat(400)}`, 'four hundred digits as a number'],
  ])('%s is not a maximum (%s)', (max, _why) => {
    const text = JSON.stringify(scorecardOf([leaf('1', '7', GIVEN)])).replace('"max":"7"', `"max":${max}`);
    const { value, faults } = readJson(text);
    expect(refusals(() => readScorecard(value, faults)).map((line) => line.split(':')[0])).toEqual([
      'criteria[0].max',
    ]);
  });

  test('a name that no document may use as a key', () => {
    const item = { id: '__proto__', label: 'X', per: '1' };
    expect(ofScorecard(scorecardOf([leaf('__proto__', '1', { kind: 'deduct', items: [item] })]))).toEqual([
      'criteria[0].code: unknown_key',
      'criteria[0].rule.items[0].id: unknown_key',
    ]);
  });

  test('more faults than anybody mends at once: the first thousand, and that there are more', () => {
    const rules = Array.from({ length: 1500 }, (_, at) => leaf(String(at), '0', { kind: 'la' }));
    const faults = ofScorecard(scorecardOf(rules));
    expect([faults.length, faults[0], faults.at(-1)]).toEqual([
      1001,
      'criteria[0].rule.kind: unknown_kind',
      '$: too_many_faults',
    ]);
    expect(readJson(`[${'1.5,'.repeat(5000)}1]`).faults).toHaveLength(1001);
  });

  test('maxima that do not add up', () => {
    expect(ofScorecard(scorecardOf([group('1', '3', [leaf('1.1', '1', GIVEN)])]))).toEqual([
      'criteria[0].max: sum_of_maxima',
    ]);
    expect(ofScorecard({ ...scorecardOf([leaf('1', '3', GIVEN)]), total: '4' })).toEqual([
      'total: sum_of_maxima',
    ]);
    const bonusOnly = group('1', '3', [leaf('1.1', '3', GIVEN, { part: 'bonus' })]);
    expect(ofScorecard(scorecardOf([bonusOnly], { bonus: {} }))).toEqual(['criteria[0].max: sum_of_maxima']);
  });

  test('an alternative above the maximum of its node', () => {
    const children = [leaf('1.1', '3', GIVEN), leaf('1.2', '1', GIVEN)];
    expect(ofScorecard(scorecardOf([group('1', '2', children, { combine: 'best' })]))).toEqual([
      'criteria[0].children[0].max: alternative_above_max',
    ]);
  });

  test('a maximum, bonus bound or step finer than the leaf', () => {
    const rounding = { leaf: { decimals: 1, mode: 'half_up' }, index: { decimals: 2, mode: 'half_up' } };
    const fine = leaf('1', '1.25', { ...GIVEN, step: '0.25' });
    expect(ofScorecard(scorecardOf([fine], { rounding, bonus: { max: '0.75' } }))).toEqual([
      'criteria[0].max: finer_than_leaf',
      'criteria[0].rule.step: finer_than_leaf',
      'bonus.max: finer_than_leaf',
    ]);
  });

  test('what is foreseen for nothing arose where it cannot be', () => {
    const redistribute = { nothing_arose: 'redistribute' };
    const best = group('1', '1', [leaf('1.1', '1', GIVEN, redistribute)], { combine: 'best' });
    const bonus = leaf('2', '1', GIVEN, { ...redistribute, part: 'bonus' });
    expect(ofScorecard(scorecardOf([best, bonus], { bonus: {} }))).toEqual([
      'criteria[0].children[0].nothing_arose: redistribute_best',
      'criteria[1].nothing_arose: redistribute_bonus',
    ]);
  });

  test('a bonus leaf without a bonus object; bounds of the bonus that contradict each other', () => {
    const bonus = leaf('2', '1', GIVEN, { part: 'bonus' });
    expect(ofScorecard(scorecardOf([leaf('1', '1', GIVEN), bonus]))).toEqual([
      'criteria[1].part: bonus_not_declared',
    ]);
    const bounds = { min: '1', max: '0', reward_max: '-1', penalty_min: '1' };
    expect(ofScorecard(scorecardOf([leaf('1', '1', GIVEN)], { bonus: bounds }))).toEqual([
      'bonus.min: min_above_max',
      'bonus.reward_max: negative',
      'bonus.penalty_min: positive',
    ]);
  });

  test('bands and ranking that name what is not there, or are not in order', () => {
    const bands = [
      { name: 'A', from: '80', closed: true, not_with: ['la'], needs: [{ code: '9', percent: '50' }] },
      { name: 'B', from: '90', closed: true },
      { name: 'C', from: '70' },
      { name: 'D', not_with: ['la'] },
    ];
    expect(ofScorecard(scorecardOf([leaf('1', '1', GIVEN)], { bands, ranking: { then: ['9'] } }))).toEqual([
      'bands[1].from: not_descending',
      'bands[2].closed: required',
      'bands[0].not_with[0]: undeclared_flag',
      'bands[0].needs[0].code: unknown_code',
      'bands[3]: last_band_has_condition',
      'bands[3].not_with[0]: undeclared_flag',
      'ranking.then[0]: unknown_code',
    ]);
    expect(
      ofScorecard(scorecardOf([leaf('1', '1', GIVEN)], { bands: [{ name: 'A', from: '1', closed: true }] })),
    ).toEqual(['bands[0].from: last_has_bound']);
  });
});

describe('a rule is refused', () => {
  const tiers = (...list: Written[]) => ({ kind: 'tiers', ...RATIO, tiers: list });
  const option = (id: string, points: string) => ({ id, label: id, points });
  test.each<[string, Written, string[]]>([
    [
      'an option above the maximum',
      { kind: 'choice', options: [option('a', '2.01')] },
      ['rule.options[0].points: above_max'],
    ],
    [
      'an id twice',
      { kind: 'choice', options: [option('a', '1'), option('a', '0')] },
      ['rule.options[1].id: repeated_id'],
    ],
    ['no options', { kind: 'choice', options: [] }, ['rule.options: too_few']],
    ['a tier above the maximum', tiers({ points: '3' }), ['rule.tiers[0].points: above_max']],
    [
      'overlapping tiers',
      tiers(
        { from: '50', closed: true, points: '2' },
        { from: '50', closed: true, points: '1' },
        { points: '0' },
      ),
      ['rule.tiers[1].from: not_descending'],
    ],
    [
      'a bound without open or closed',
      tiers({ from: '50', points: '2' }, { points: '0' }),
      ['rule.tiers[0].closed: required'],
    ],
    [
      'a last tier with a bound',
      tiers({ from: '50', closed: true, points: '2' }),
      ['rule.tiers[0].from: last_has_bound'],
    ],
    [
      'a middle tier without a bound',
      tiers({ points: '2' }, { points: '0' }),
      ['rule.tiers[0].from: required'],
    ],
    ['an unknown name in a tier', tiers({ points: 'v + w' }), ['rule.tiers[0].points: unknown_name']],
    ['an expression that cannot be read', tiers({ points: 'v +' }), ['rule.tiers[0].points: expression']],
    [
      'an expression of a megabyte',
      tiers({ points: `v${'+v'.repeat(500_000)}` }),
      ['rule.tiers[0].points: expression'],
    ],
    ['a target of 0', { kind: 'proportional', ...RATIO, target: '0' }, ['rule.target: not_positive']],
    [
      'a floor without open or closed',
      { kind: 'proportional', ...RATIO, floor: { value: '5' } },
      ['rule.floor.closed: required'],
    ],
    ['a source that is none', { kind: 'proportional', input: { declared: 'text' } }, ['rule.input: source']],
    [
      'per and items',
      { kind: 'deduct', per: '1', items: [{ id: 'a', label: 'A', per: '1' }] },
      ['rule.items: per_or_items'],
    ],
    ['neither per nor items', { kind: 'deduct' }, ['rule.per: required']],
    ['a least above the maximum', { kind: 'deduct', per: '1', min: '3' }, ['rule.min: above_max']],
    [
      'a step of 0',
      { kind: 'shortfall', ...RATIO, target: '9', each: '0', per: '1', partial: 'full' },
      ['rule.each: not_positive'],
    ],
    [
      'no word on unfinished steps',
      { kind: 'shortfall', ...RATIO, target: '9', each: '1', per: '1' },
      ['rule.partial: not_allowed'],
    ],
    [
      'a deduction before the zero',
      { kind: 'violations', zero_from: 2, deduct_from: 1 },
      ['rule.deduct_from: deduct_before_zero'],
    ],
    [
      'a deduction with nowhere to go',
      { kind: 'violations', zero_from: 1, deduct_per: '1' },
      ['rule.min: min_not_negative'],
    ],
    [
      'a cap above the maximum',
      { kind: 'base_step', ...RATIO, from: '1', points: '1', each: '1', add: '1', cap: '3' },
      ['rule.cap: above_max'],
    ],
    [
      'days late that do not rise',
      {
        kind: 'deadline',
        due: '2026-01-01',
        tiers: [{ late_days: 2, points: '1' }, { late_days: 2, points: '1' }, { points: '0' }],
      },
      ['rule.tiers[1].late_days: not_rising'],
    ],
    [
      'a day that does not exist',
      { kind: 'deadline', due: '2026-02-30', tiers: [{ points: '0' }] },
      ['rule.due: due'],
    ],
    [
      'bounds in the wrong order',
      { kind: 'per_count', each: '1', min: '2', max: '1' },
      ['rule.min: min_above_max'],
    ],
    ['a weight above 100', { kind: 'survey', weights: { A: '101' } }, ['rule.weights.A: percent_range']],
    [
      'an option weighted and ignored',
      { kind: 'survey', weights: { A: '1' }, ignore: ['A'] },
      ['rule.ignore[0]: ignored_and_weighted'],
    ],
    ['a negative least outside the bonus', { ...GIVEN, min: '-1' }, ['rule.min: negative_min_needs_bonus']],
    [
      'a variable called max',
      { kind: 'formula', variables: ['max'], branches: [{ id: 'a', label: 'A', points: '1' }] },
      ['rule.variables[0]: reserved_name'],
    ],
    [
      'an undeclared name',
      { kind: 'formula', variables: ['x'], branches: [{ id: 'a', label: 'A', points: 'x + y' }] },
      ['rule.branches[0].points: unknown_name'],
    ],
  ])('%s', (_what, rule, faults) => {
    expect(ofRule(rule)).toEqual(faults);
  });

  test('a variant is checked like the rule', () => {
    const variants = [{ for: ['xa'], rule: { kind: 'choice', options: [option('a', '9')] } }];
    expect(ofRule(GIVEN, { variants })).toEqual(['variants[0].rule.options[0].points: above_max']);
  });
});
