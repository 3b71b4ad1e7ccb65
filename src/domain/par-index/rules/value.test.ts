import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaf, pointsOf, printedPoints } from '../../../../tests/scorecards.ts';
import { roundToPoints } from '../../kernel/number/points.ts';
import { ratio as exactly } from '../../kernel/number/ratio.ts';
import { referenceTo, scoreRelative } from './value/relative.ts';

const RATIO = { input: { declared: 'ratio' } };
const NUMBER = { input: { declared: 'number' } };
const ratio = (n: number, d: number) => ({ ratio: [n, d] });
const number = (written: string) => ({ number: written });

describe('tiers', () => {
  const rule = {
    kind: 'tiers',
    ...RATIO,
    tiers: [
      { from: '90', closed: false, points: '2' },
      { from: '70', closed: true, points: '1' },
      { points: '0' },
    ],
  };
  test.each([
    [ratio(91, 100), '2.000'],
    [ratio(90, 100), '1.000'],
    [ratio(9001, 10000), '2.000'],
    [ratio(70, 100), '1.000'],
    [ratio(6999, 10000), '0.000'],
    [ratio(11, 10), '2.000'],
  ])('Cà Mau 1880/2013, 1.1.4 (trên 90 %: 2; 70–90 %: 1; dưới 70 %: 0): %j gives %s', (input, points) => {
    expect(pointsOf(rule, '2', input)).toBe(points);
  });

  test('a tier may have an expression in v and max_points, kept within 0 and the maximum', () => {
    const tiers = [{ from: '50', closed: true, points: 'max_points * (v - 60) / 30' }, { points: '-0.25' }];
    const points = (v: string) => pointsOf({ kind: 'tiers', ...NUMBER, tiers }, '1.5', number(v));
    expect([points('75'), points('50'), points('95'), points('49.9')]).toEqual([
      '0.750',
      '0.000',
      '1.500',
      '-0.250',
    ]);
  });

  test('a division by zero inside a tier means that nothing arose', () => {
    const tiers = [{ points: '1 / (v - 5)' }];
    expect(pointsOf({ kind: 'tiers', ...NUMBER, tiers }, '1', number('5'))).toBe('thiếu');
    expect(pointsOf({ kind: 'tiers', ...NUMBER, tiers }, '1', number('5'), { nothing_arose: 'full' })).toBe(
      '1.000',
    );
  });
});

describe('proportional', () => {
  const rule = { kind: 'proportional', ...RATIO };
  test.each([
    [ratio(49, 50), '1.5', '1.470', 'formats: 49 of 50 of 1.5 points'],
    [ratio(1, 3), '10', '3.333', 'exact until rounded'],
    [ratio(3, 2), '10', '10.000', 'above the target the maximum'],
    [ratio(0, 7), '10', '0.000', 'nothing done, something arose'],
  ])('chuẩn tiếp cận pháp luật, %j of %s gives %s (%s)', (input, max, points, _why) => {
    expect(pointsOf(rule, max, input)).toBe(points);
  });

  test.each([
    [{ value: '50', closed: true }, ratio(1, 2), '0.500'],
    [{ value: '50', closed: false }, ratio(1, 2), '0.000'],
    [{ value: '50', closed: true }, ratio(49, 100), '0.000'],
  ])('with the floor %j, %j gives %s', (floor, input, points) => {
    expect(pointsOf({ ...rule, floor }, '1', input)).toBe(points);
  });

  test('QĐ 766: full points at the target of 80 %', () => {
    expect(pointsOf({ ...rule, target: '80' }, '2', ratio(40, 100))).toBe('1.000');
    expect(pointsOf({ ...rule, target: '80' }, '2', ratio(81, 100))).toBe('2.000');
  });

  test('a negative value gives nothing', () => {
    expect(pointsOf({ kind: 'proportional', ...NUMBER }, '2', number('-5'))).toBe('0.000');
  });

  test('the value is rounded before anything else where the rule says so', () => {
    const cut = { ...rule, round_input: { decimals: 0, mode: 'cut' } };
    expect(pointsOf(cut, '10', ratio(999, 1000))).toBe('9.900');
    expect(pointsOf(rule, '10', ratio(999, 1000))).toBe('9.990');
  });
});

describe('shortfall (theo thực tiễn, chưa có văn bản mẫu)', () => {
  const rule = { kind: 'shortfall', ...RATIO, target: '100', each: '5', per: '0.25' };
  test.each([
    ['full', ratio(93, 100), '1.750', 'one full step of 5 % short'],
    ['started', ratio(93, 100), '1.500', 'two started steps'],
    ['prorata', ratio(93, 100), '1.650', 'seven fifths of a step'],
    ['full', ratio(95, 100), '1.750', 'exactly one step'],
    ['started', ratio(95, 100), '1.750', 'exactly one step'],
    ['started', ratio(105, 100), '2.000', 'above the target'],
    ['full', ratio(1, 100), '0.000', 'never below min'],
  ])('%s: %j of 2 points gives %s (%s)', (partial, input, points, _why) => {
    expect(pointsOf({ ...rule, partial }, '2', input)).toBe(points);
  });

  test('a negative min lets points fall below zero', () => {
    expect(pointsOf({ ...rule, partial: 'full', min: '-1' }, '2', ratio(1, 100))).toBe('-1.000');
  });
});

describe('base_step', () => {
  const rule = { kind: 'base_step', ...RATIO, from: '10', points: '1', each: '5', add: '0.25', cap: '1.75' };
  test.each([
    [ratio(9, 100), '0.000'],
    [ratio(10, 100), '1.000'],
    [ratio(20, 100), '1.500'],
    [ratio(24, 100), '1.500'],
    [ratio(90, 100), '1.750'],
  ])('phân loại đơn vị hành chính: %j gives %s', (input, points) => {
    expect(pointsOf(rule, '2', input)).toBe(points);
  });
});

describe('relative (theo thực tiễn, chưa có văn bản mẫu)', () => {
  const relative = (to: string) => ({ kind: 'relative', ...NUMBER, to });
  const units = (...values: string[]) =>
    values.map((v, at) => ({ code: `u${at}`, kind: 'xa', inputs: { 1: number(v) } }));

  test('in proportion to the best of the block', () => {
    expect(printedPoints([leaf('1', '2', relative('best'))], units('40', '20', '-5'))).toEqual([
      '2.00',
      '1.00',
      '0.00',
    ]);
  });

  test('in proportion to the mean of the block, never above the maximum', () => {
    expect(printedPoints([leaf('1', '2', relative('mean'))], units('40', '20', '0'))).toEqual([
      '2.00',
      '2.00',
      '0.00',
    ]);
  });

  test('units that are switched off, judged by a variant or without a value are not in the block', () => {
    const criteria = [
      leaf('1', '2', relative('best'), {
        not_for: ['dac_khu'],
        nothing_arose: 'exclude',
        variants: [{ for: ['phuong'], rule: relative('best') }],
      }),
    ];
    const unit = (code: string, kind: string, input: object) => ({ code, kind, inputs: { 1: input } });
    const block = [
      unit('a', 'xa', number('10')),
      unit('b', 'dac_khu', number('1000')),
      unit('c', 'phuong', number('500')),
      unit('d', 'xa', { nothing_arose: true }),
      unit('e', 'xa', number('5')),
    ];
    expect(printedPoints(criteria, block)).toEqual(['2.00', '0.00', '2.00', '0.00', '1.00']);
  });

  const LONG_FACTOR = 3n ** 4000n;
  const whole = (max: bigint) => fc.bigInt({ min: 1n, max });

  test.each([
    [
      'any value',
      fc
        .record({ v: whole(10n ** 9n), of: whole(10n ** 9n) })
        .map(({ v, of }) => [exactly(v, of), exactly(of, v + 7n)] as const),
    ],
    [
      'a value on the very turn of a rounding',
      fc
        .record({ v: whole(9999n), at: whole(4000n) })
        .map(({ v, at }) => [exactly(v), exactly(v * 2000n, at)] as const),
    ],
  ])('a mean of thousands of digits gives the points of the same mean in short: %s', (_what, pairs) => {
    fc.assert(
      fc.property(
        pairs,
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('half_up', 'cut'),
        ([v, mean], decimals, mode) => {
          const long = exactly(mean.n * LONG_FACTOR, mean.d * LONG_FACTOR);
          const points = [mean, long].map((reference) =>
            roundToPoints(scoreRelative({ kind: 'value', v }, referenceTo(reference), exactly(2)).exact, {
              decimals,
              mode,
            }),
          );
          expect(referenceTo(long).inverse).toBeDefined();
          expect(points[1]).toBe(points[0]);
        },
      ),
    );
  });

  test('nothing can be measured against a best that is not above zero', () => {
    expect(printedPoints([leaf('1', '2', relative('best'))], units('0', '-3'))).toEqual(['0.00', '0.00']);
  });
});

test('a measure may be handed over as ratio or as number', () => {
  const rule = { kind: 'proportional', input: { measure: 'dossier.on_time_rate' } };
  expect([pointsOf(rule, '1', ratio(1, 2)), pointsOf(rule, '1', number('50'))]).toEqual(['0.500', '0.500']);
});

test.each([
  ['full', '10.000'],
  ['zero', '0.000'],
  ['exclude', '–'],
  [undefined, 'thiếu'],
])('a denominator of 0 counts as nothing arose: %s gives %s', (nothing_arose, points) => {
  const more = nothing_arose === undefined ? {} : { nothing_arose };
  expect(pointsOf({ kind: 'proportional', ...RATIO }, '10', ratio(0, 0), more)).toBe(points);
});
