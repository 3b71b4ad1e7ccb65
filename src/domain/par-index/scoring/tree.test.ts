import { describe, expect, test } from 'vitest';
import {
  GIVEN,
  group,
  leaf,
  printedPoints,
  scoreAll,
  unitOf,
  type Written,
} from '../../../../tests/scorecards.ts';
import { printScores } from './print-scores.ts';

const points = (written: string) => ({ points: written });
const NOTHING = { nothing_arose: true };

/** points / applicable of every criterion, and what is missing, as the exchange format prints them. */
function printed(criteria: readonly Written[], inputs: Written, more: Written = {}, unit: Written = {}) {
  const { scorecard, scores } = scoreAll(criteria, [unitOf('a', inputs, unit)], more);
  const [only] = JSON.parse(printScores(scorecard, scores)).units;
  const tree = Object.entries<{ points: string; applicable: string }>(only.criteria).map(
    ([code, own]) => `${code}: ${own.points}/${own.applicable}`,
  );
  return { ...only, tree };
}

describe('redistribute', () => {
  const children = [
    leaf('1.1', '2', GIVEN, { nothing_arose: 'redistribute' }),
    leaf('1.2', '3', GIVEN),
    leaf('1.3', '5', GIVEN, { nothing_arose: 'exclude' }),
  ];

  test('the maximum goes to the siblings: 6 of 8 becomes 7.5 of 10', () => {
    const {
      tree,
      points: total,
      applicable,
    } = printed([group('1', '10', children)], {
      '1.1': NOTHING,
      '1.2': points('2'),
      '1.3': points('4'),
    });
    expect(tree).toEqual(['1: 7.50/10', '1.1: 0.00/0', '1.2: 2.00/3', '1.3: 4.00/5']);
    expect([total, applicable]).toEqual(['7.50', '10']);
  });

  test('the scaled sum is rounded once more, as a leaf', () => {
    const { tree } = printed([group('1', '10', children)], {
      '1.1': NOTHING,
      '1.2': points('1'),
      '1.3': NOTHING,
    });
    expect(tree[0]).toBe('1: 1.67/5');
  });

  test('when no sibling applies it is like exclude', () => {
    const two = [
      leaf('1.1', '2', GIVEN, { nothing_arose: 'redistribute' }),
      leaf('1.2', '3', GIVEN, { nothing_arose: 'redistribute' }),
    ];
    const { tree, applicable } = printed([group('1', '5', two), leaf('2', '5', GIVEN)], {
      '1.1': NOTHING,
      '1.2': NOTHING,
      2: points('4'),
    });
    expect([tree[0], applicable]).toEqual(['1: 0.00/0', '5']);
  });

  test('a negative sum is not scaled', () => {
    const rule = { kind: 'deduct', per: '5', min: '-4' };
    const two = [leaf('1.1', '2', GIVEN, { nothing_arose: 'redistribute' }), leaf('1.2', '3', rule)];
    const { tree } = printed([group('1', '5', two)], { '1.1': NOTHING, '1.2': { count: 2 } });
    expect(tree[0]).toBe('1: -4.00/5');
  });

  test('for a root leaf the parent is the scorecard before bonus', () => {
    const roots = [leaf('1', '50', GIVEN, { nothing_arose: 'redistribute' }), leaf('2', '50', GIVEN)];
    const { tree, points: total, index } = printed(roots, { 1: NOTHING, 2: points('40') });
    expect([tree, total, index]).toEqual([['1: 0.00/0', '2: 40.00/50'], '80.00', '80.00']);
  });

  test('a missing sibling still applies', () => {
    const { tree, missing } = printed([group('1', '10', children)], { '1.1': NOTHING, '1.3': points('4') });
    expect([tree[0], missing]).toEqual(['1: 5.00/10', ['1.2']]);
  });
});

describe('best of alternatives', () => {
  const alternatives = [
    leaf('1.1', '2', GIVEN, { nothing_arose: 'exclude' }),
    group('1.2', '1.5', [leaf('1.2.1', '1', GIVEN), leaf('1.2.2', '0.5', GIVEN)]),
  ];
  const criteria = [group('1', '2', alternatives, { combine: 'best' }), leaf('2', '8', GIVEN)];
  const rest = { 2: points('8') };

  test('the highest counts, out of the maximum of the node', () => {
    const { tree, missing } = printed(criteria, {
      '1.1': points('1'),
      '1.2.1': points('1'),
      '1.2.2': points('0.5'),
      ...rest,
    });
    expect([tree[0], missing]).toEqual(['1: 1.50/2', []]);
  });

  test('a missing alternative is neither counted nor listed while another is there', () => {
    expect(printed(criteria, { '1.1': points('1'), ...rest }).missing).toEqual([]);
    expect(printed(criteria, { '1.2.1': points('1'), ...rest })).toMatchObject({
      missing: [],
      points: '9.00',
    });
  });

  test('when every alternative that counts is missing, their leaves are listed', () => {
    expect(printed(criteria, rest).missing).toEqual(['1.1', '1.2.1', '1.2.2']);
    expect(printed(criteria, { '1.1': NOTHING, ...rest })).toMatchObject({
      missing: ['1.2.1', '1.2.2'],
      applicable: '10',
    });
  });

  test('an alternative in which something was said not to arise is answered, though the rest is missing', () => {
    const parts = [leaf('1.2.1', '1', GIVEN, { nothing_arose: 'redistribute' }), leaf('1.2.2', '0.5', GIVEN)];
    const both = [alternatives[0] ?? {}, group('1.2', '1.5', parts)];
    const more = { '1.1': NOTHING, '1.2.1': NOTHING, ...rest };
    const result = printed([group('1', '2', both, { combine: 'best' }), leaf('2', '8', GIVEN)], more);
    expect([result.tree[0], result.missing]).toEqual(['1: 0.00/2', []]);
  });

  test('all alternatives out of the denominator take the node out', () => {
    const off = { not_for: ['xa'] };
    const both = [leaf('1.1', '2', GIVEN, { nothing_arose: 'exclude' }), leaf('1.2', '2', GIVEN, off)];
    const { tree, applicable } = printed(
      [group('1', '2', both, { combine: 'best' }), leaf('2', '8', GIVEN)],
      {
        '1.1': NOTHING,
        ...rest,
      },
    );
    expect([tree[0], applicable]).toEqual(['1: 0.00/0', '8']);
  });
});

describe('not judged', () => {
  test('Hà Nam 2023: a field off for a kind of unit, with everything below; an input there is not read', () => {
    const criteria = [
      group('3', '20', [leaf('3.1', '20', GIVEN)], { not_for: ['thanh_tra'] }),
      leaf('4', '80', GIVEN),
    ];
    const result = printed(criteria, { '3.1': 'không đọc', 4: points('60') }, {}, { kind: 'thanh_tra' });
    expect(result).toMatchObject({ points: '60.00', applicable: '80', index: '75.00', missing: [] });
    expect(result.tree.sort()).toEqual(['3.1: 0.00/0', '3: 0.00/0', '4: 60.00/80']);
  });

  test('nothing arose may also give nothing and stay in the denominator', () => {
    const criteria = [leaf('1', '5', GIVEN, { nothing_arose: 'zero' }), leaf('2', '5', GIVEN)];
    expect(printed(criteria, { 1: NOTHING, 2: points('5') })).toMatchObject({
      applicable: '10',
      index: '50.00',
      missing: [],
    });
  });

  test('a tag of the unit does the same', () => {
    const criteria = [leaf('1', '50', GIVEN, { not_for: ['mien_nui'] }), leaf('2', '50', GIVEN)];
    expect(printed(criteria, { 2: points('50') }, {}, { tags: ['mien_nui'] }).index).toBe('100.00');
  });

  test('nothing applies: no index, no rank, no band', () => {
    const result = printed([leaf('1', '5', GIVEN, { not_for: ['xa'] })], {}, { bands: [{ name: 'A' }] });
    expect(result).toMatchObject({ points: '0.00', applicable: '0', index: null, rank: null, band: null });
  });

  test('Thanh Hóa 2023, Ban Dân tộc: 68.32 points of 84 are 81.33 %', () => {
    const criteria = [leaf('1', '84', GIVEN), leaf('2', '16', GIVEN, { nothing_arose: 'exclude' })];
    const result = printed(criteria, { 1: points('68.32'), 2: NOTHING });
    expect(result).toMatchObject({ points: '68.32', applicable: '84', index: '81.33' });
  });

  test('a leaf without input is missing: no points, still in the denominator, listed in tree order', () => {
    const criteria = [
      group('1', '60', [leaf('1.1', '20', GIVEN), leaf('1.2', '40', GIVEN)]),
      leaf('2', '40', GIVEN),
    ];
    expect(printed(criteria, { '1.2': points('30') })).toMatchObject({
      points: '30.00',
      applicable: '100',
      missing: ['1.1', '2'],
    });
  });
});

describe('variants', () => {
  const easy = { kind: 'proportional', input: { declared: 'number' }, target: '50' };
  const hard = { kind: 'proportional', input: { declared: 'number' } };
  const criteria = [leaf('1', '10', hard, { variants: [{ for: ['phuong', 'vung_xa'], rule: easy }] })];

  test('the first that fits the kind or a tag replaces the rule', () => {
    const unit = (code: string, more: Written) => ({
      code,
      kind: 'xa',
      inputs: { 1: { number: '40' } },
      ...more,
    });
    const units = [unit('a', {}), unit('b', { kind: 'phuong' }), unit('c', { tags: ['vung_xa'] })];
    expect(printedPoints(criteria, units)).toEqual(['4.00', '8.00', '8.00']);
  });
});

describe('bonus and penalty outside the total', () => {
  const reward = leaf('T', '3', { kind: 'per_count', each: '1', min: '0', max: '3' }, { part: 'bonus' });
  const penalty = leaf('P', '0', { kind: 'per_count', each: '-1', min: '-9', max: '0' }, { part: 'bonus' });
  const bonus = { min: '-5', max: '2', reward_max: '2', penalty_min: '-4' };
  const criteria = [group('1', '100', [leaf('1.1', '100', GIVEN), reward]), penalty];

  function total(own: string, rewards: number, penalties: number, more: Written = {}) {
    const inputs = { '1.1': points(own), T: { count: rewards }, P: { count: penalties } };
    return printed(criteria, inputs, { bonus: { ...bonus, ...more } });
  }

  test.each([
    ['90', 1, 0, '91.00'],
    ['90', 3, 0, '92.00'],
    ['90', 3, 1, '91.00'],
    ['90', 0, 9, '86.00'],
    ['99', 2, 0, '101.00'],
    ['0', 0, 2, '-2.00'],
  ])('%s points, %i rewards, %i penalties make %s', (own, rewards, penalties, points) => {
    expect(total(own, rewards, penalties).points).toBe(points);
  });

  test('it adds nothing to the node it stands under', () => {
    expect(total('90', 3, 0).tree).toEqual(['1: 90.00/100', '1.1: 90.00/100', 'T: 3.00/0', 'P: 0.00/0']);
  });

  test('the total stays within what applies where the scorecard says so', () => {
    expect(total('99', 2, 0, { may_exceed_total: false })).toMatchObject({
      points: '100.00',
      index: '100.00',
    });
  });

  test('reward and penalty together stay within the bounds of the bonus', () => {
    expect(total('90', 3, 0, { max: '1' }).points).toBe('91.00');
    expect(total('90', 0, 9, { min: '-3' }).points).toBe('87.00');
  });

  test('the index may be negative', () => {
    expect(total('0', 0, 9).index).toBe('-4.00');
  });

  test('without input it is listed as missing', () => {
    expect(printed(criteria, { '1.1': points('90') }, { bonus }).missing).toEqual(['T', 'P']);
  });
});

test('what does not count in official tables is scored all the same', () => {
  const criteria = [group('1', '3', [leaf('a', '1', GIVEN, { prints: false }), leaf('b', '2', GIVEN)])];
  expect(printed(criteria, { a: points('1'), b: points('2') }).tree).toEqual([
    '1: 3.00/3',
    'a: 1.00/1',
    'b: 2.00/2',
  ]);
});

test('a code that JavaScript would move keeps its place', () => {
  const { scorecard, scores } = scoreAll(
    [leaf('10', '1', GIVEN), leaf('2', '1', GIVEN)],
    [unitOf('a', { 2: points('1') })],
  );
  const text = printScores(scorecard, scores);
  expect([...text.matchAll(/"([^"]+)": \{ "points"/g)].map(([, code]) => code)).toEqual(['10', '2']);
});
