import { describe, expect, test } from 'vitest';
import { pointsOf } from '../../../../tests/scorecards.ts';

describe('choice', () => {
  const options = [
    { id: 'kip_thoi', label: 'Kịp thời', points: '1' },
    { id: 'cham', label: 'Không kịp thời', points: '0.5' },
    { id: 'khong', label: 'Không ban hành', points: '0' },
  ];
  test.each([
    ['kip_thoi', '1.000'],
    ['cham', '0.500'],
    ['khong', '0.000'],
  ])('Cà Mau 1880/2013, 1.1.1: %s gives %s', (choice, points) => {
    expect(pointsOf({ kind: 'choice', options }, '1', { choice })).toBe(points);
  });

  test('an option finer than the leaf is rounded with it', () => {
    const fine = [{ id: 'a', label: 'A', points: '0.33335' }];
    expect(pointsOf({ kind: 'choice', options: fine }, '1', { choice: 'a' })).toBe('0.333');
  });
});

test.each([
  [[true, true], '1.000'],
  [[true, false], '0.000'],
  [[false, false], '0.000'],
])('all_of, Cà Mau 1880/2013, 1.2.1, đủ số lượng và đúng thời gian: %j gives %s', (met, points) => {
  const conditions = ['Đủ số lượng', 'Đúng thời gian'];
  expect(pointsOf({ kind: 'all_of', conditions }, '1', { met })).toBe(points);
});

describe('given', () => {
  test.each([
    [{ kind: 'given', by: 'appraiser' }, '1.234', '1.234'],
    [{ kind: 'given', by: 'council', step: '0.25' }, '1.25', '1.250'],
    [{ kind: 'given', by: 'outside' }, '0', '0.000'],
  ])('%j with %s gives %s', (rule, points, printed) => {
    expect(pointsOf(rule, '2', { points })).toBe(printed);
  });

  test('below zero on a bonus leaf', () => {
    const rule = { kind: 'given', by: 'council', min: '-3' };
    expect(pointsOf(rule, '0', { points: '-2.5' }, { part: 'bonus' })).toBe('-2.500');
  });
});

describe('deadline', () => {
  const tiers = [{ late_days: 0, points: '1' }, { late_days: 5, points: '0.5' }, { points: '0.1' }];
  test.each([
    ['2026-01-15', '1.000', 'early is 0 days late'],
    ['2026-01-20', '1.000', 'on the day'],
    ['2026-01-21', '0.500', 'a day late'],
    ['2026-01-25', '0.500', 'a Sunday counts: calendar days'],
    ['2026-01-26', '0.100', 'six days late'],
  ])('due 20/1/2026, done on %s, gives %s (%s)', (on, points, _why) => {
    expect(pointsOf({ kind: 'deadline', due: '2026-01-20', tiers }, '1', { on })).toBe(points);
  });

  test('never done is 0 whatever the last tier says', () => {
    expect(pointsOf({ kind: 'deadline', due: '2026-01-20', tiers }, '1', { never: true })).toBe('0.000');
  });

  test.each([
    ['2025-01-23', '2025-02-06', '1.000', 'five working days over Tết 2025'],
    ['2025-01-23', '2025-02-07', '0.500', 'a day after'],
    ['2025-01-25', '2025-02-10', '1.000', 'an event on a Saturday counts from the next working day'],
  ])('five working days after %s, done on %s, gives %s (%s)', (event, on, points, _why) => {
    const rule = { kind: 'deadline', due: { working_days_after: 5 }, tiers };
    expect(pointsOf(rule, '1', { on, event })).toBe(points);
  });
});

describe('survey', () => {
  const weights = { A: '100', B: '60', C: '20', D: '0' };
  const rule = { kind: 'survey', weights, ignore: ['E'] };
  test.each([
    [{ A: 10 }, '10.000'],
    [{ A: 1, B: 1, C: 1, D: 1 }, '4.500'],
    [{ A: 1, E: 99 }, '10.000'],
    [{ A: 0, E: 5 }, 'thiếu'],
    [{}, 'thiếu'],
  ])('Yên Bái, A–D 100/60/20/0 %%, the fifth without weight: %j of 10 points gives %s', (survey, points) => {
    expect(pointsOf(rule, '10', { survey })).toBe(points);
  });

  test('groups are weighted by themselves, those that did not answer left out', () => {
    const groups = [
      { id: 'dan', weight: '3' },
      { id: 'to_chuc', weight: '1' },
    ];
    const both = { dan: { A: 1, D: 1 }, to_chuc: { A: 4 } };
    expect(pointsOf({ ...rule, groups }, '10', { survey: both })).toBe('6.250');
    expect(pointsOf({ ...rule, groups }, '10', { survey: { dan: { A: 1, D: 1 } } })).toBe('5.000');
    expect(pointsOf({ ...rule, groups }, '10', { survey: { dan: { E: 1 } } })).toBe('thiếu');
  });

  test('no answers is missing even where the scorecard foresees that nothing arose', () => {
    expect(pointsOf(rule, '10', { survey: {} }, { nothing_arose: 'full' })).toBe('thiếu');
  });
});

describe('formula', () => {
  const branches = [
    { id: 'co', label: 'Có phát sinh', points: 'max_points * n / d' },
    {
      id: 'it',
      label: 'Phát sinh ít',
      points: 'if(d < 5, max_points, min(max_points, 0.9 * max_points * n / d))',
    },
  ];
  const rule = { kind: 'formula', variables: ['n', 'd'], branches };
  const values = (n: unknown, d: unknown, branch = 'co') => ({ values: { n, d }, branch });

  test.each([
    [values('3', 4), '4.500'],
    [values('9', 4), '6.000'],
    [values('-1', 4), '0.000'],
    [values('3', 4, 'it'), '6.000'],
    [values('3', 8, 'it'), '2.025'],
    [values({ number: '3' }, { ratio: [1, 25] }), '4.500'],
  ])('QĐ 766, %j of 6 points gives %s', (input, points) => {
    expect(pointsOf(rule, '6', input)).toBe(points);
  });

  test('a division by zero means that nothing arose', () => {
    expect(pointsOf(rule, '6', values('3', 0))).toBe('thiếu');
    expect(pointsOf(rule, '6', values('3', 0), { nothing_arose: 'full' })).toBe('6.000');
  });

  test('only the branch of an if that is taken is worked out', () => {
    const lazy = [{ id: 'x', label: 'X', points: 'if(d = 0, 6, 6 * n / d)' }];
    expect(pointsOf({ ...rule, branches: lazy }, '6', values('1', 0, 'x'))).toBe('6.000');
  });

  test('a variable may be rounded before it is used', () => {
    const variables = [
      { name: 'n', input: { declared: 'number' }, round_input: { decimals: 0, mode: 'cut' } },
      'd',
    ];
    expect(pointsOf({ ...rule, variables }, '6', values('3.9', 4))).toBe('4.500');
  });
});
