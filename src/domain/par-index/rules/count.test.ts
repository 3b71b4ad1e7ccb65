import { describe, expect, test } from 'vitest';
import { pointsOf } from '../../../../tests/scorecards.ts';

const count = (n: number) => ({ count: n });

describe('deduct', () => {
  test.each([
    [0, '2.000'],
    [3, '1.250'],
    [8, '0.000'],
    [9, '0.000'],
  ])('Cà Mau 1880/2013, each late report −0.25 of 2 points: %i reports give %s', (n, points) => {
    expect(pointsOf({ kind: 'deduct', per: '0.25' }, '2', count(n))).toBe(points);
  });

  test('several kinds of occurrence, one left out did not occur', () => {
    const items = [
      { id: 'late', label: 'Báo cáo trễ', per: '0.25' },
      { id: 'absent', label: 'Không báo cáo', per: '0.5' },
    ];
    const rule = { kind: 'deduct', items, min: '-1' };
    expect(pointsOf(rule, '2', { counts: { late: 1, absent: 2 } })).toBe('0.750');
    expect(pointsOf(rule, '2', { counts: { absent: 1 } })).toBe('1.500');
    expect(pointsOf(rule, '2', { counts: { absent: 100 } })).toBe('-1.000');
  });
});

describe('violations', () => {
  test.each([
    [0, '1.000'],
    [1, '0.000'],
    [5, '0.000'],
  ])('chuẩn tiếp cận pháp luật, từ 01 văn bản trái pháp luật 0 điểm: %i gives %s', (n, points) => {
    expect(pointsOf({ kind: 'violations', zero_from: 1 }, '1', count(n))).toBe(points);
  });

  test.each([
    [0, '1.000'],
    [1, '0.000'],
    [2, '-0.250'],
    [3, '-0.500'],
    [9, '-0.750'],
  ])('0 điểm và bị trừ 0,25 điểm, from the second on, down to −0.75: %i gives %s', (n, points) => {
    const rule = { kind: 'violations', zero_from: 1, deduct_from: 2, deduct_per: '0.25', min: '-0.75' };
    expect(pointsOf(rule, '1', count(n))).toBe(points);
  });

  test('the deduction starts with the zero where nothing else is said', () => {
    const rule = { kind: 'violations', zero_from: 1, deduct_per: '0.25', min: '-5' };
    expect(pointsOf(rule, '1', count(1))).toBe('-0.250');
  });
});

test.each([
  [0, '4.000'],
  [1, '3.000'],
  [4, '0.000'],
  [5, '0.000'],
])('percent_off, NĐ 335/2025, each delay −25 %%: %i of 4 points gives %s', (n, points) => {
  expect(pointsOf({ kind: 'percent_off', per: '25' }, '4', count(n))).toBe(points);
});

describe('per_count', () => {
  test.each([
    ['0.5', '0', '2', 3, '1.500'],
    ['0.5', '0', '1.5', 9, '1.500'],
    ['-0.5', '-2', '0', 3, '-1.500'],
    ['-0.5', '-2', '0', 9, '-2.000'],
  ])('each %s within %s and %s, %i times, gives %s', (each, min, max, n, points) => {
    expect(pointsOf({ kind: 'per_count', each, min, max }, '2', count(n), { part: 'bonus' })).toBe(points);
  });
});

test('a rule that takes away negative points still never exceeds the maximum', () => {
  expect(pointsOf({ kind: 'deduct', per: '-1' }, '2', count(5))).toBe('2.000');
  expect(pointsOf({ kind: 'percent_off', per: '-10' }, '2', count(5))).toBe('2.000');
});
