import { describe, expect, test } from 'vitest';
import { findingsOf, findingsOfUnit } from '../../../../../tests/given-published.ts';

describe('points and their percentage', () => {
  test.each([
    ['Nam Định 2020, cut', '62.62', '70', '89.45', []],
    ['the same, rounded', '62.62', '70', '89.46', []],
    ['the same, neither', '62.62', '70', '89.44', ['A percent 89.46, not 89.44']],
    ['Đông Anh 2018, field 9', '4.36', '4.5', '96.89', []],
    ['no decimals', '51.75', '65.5', '79', []],
    ['no decimals, wrong', '51.75', '65.5', '80', ['A percent 79, not 80']],
    ['three decimals', '2', '3', '66.666', []],
    ['three decimals, rounded', '2', '3', '66.667', []],
    ['below zero, cut', '-1', '3', '-33.33', []],
    ['a maximum of 0', '0', '0', '50', []],
    ['no maximum', '62.62', undefined, '10', []],
    ['no points', undefined, '70', '10', []],
  ])('%s', (_case, points, max, percent, findings) => {
    const part = { ...(points && { points }), ...(max && { max }), percent };
    expect(findingsOfUnit({ parts: [part] })).toEqual(findings);
    expect(findingsOfUnit({ groups: [part] })).toEqual(findings);
  });

  test('each part with a wrong percentage is one finding', () => {
    const wrong = { points: '1', max: '2', percent: '51' };
    expect(findingsOfUnit({ parts: [wrong, wrong], groups: [wrong] })).toHaveLength(3);
  });
});

describe('the index', () => {
  test.each([
    ['Thanh Hóa 2023: 68.32 of 84', { total: '68.32', applicable: '84', index: '81.33' }, '100', []],
    ['68.32 of 100', { total: '68.32', index: '81.33' }, '100', ['A index 68.32, not 81.33']],
    ['Nam Định 2020, cut', { total: '62.62', index: '89.45' }, '70', []],
    ['Nam Định 2020, rounded', { total: '62.62', index: '89.46' }, '70', []],
    ['neither', { total: '62.62', index: '89.47' }, '70', ['A index 89.46, not 89.47']],
    ['a total that rose above all points', { total: '102', index: '102.0' }, '100', []],
    ['no denominator', { total: '62.62', index: '12' }, undefined, []],
    ['a denominator of 0', { total: '62.62', index: '12' }, '0', []],
    ['no total', { index: '12' }, '100', []],
  ])('%s', (_case, unit, total, findings) => {
    expect(findingsOfUnit(unit, total ? { total } : {})).toEqual(findings);
  });
});

describe('the mean', () => {
  const indices = (...figures: string[]) => figures.map((index) => ({ unit: index, index }));

  test.each([
    ['cut', '33.33', indices('100', '0', '0'), []],
    ['rounded', '66.67', indices('100', '100', '0'), []],
    ['wrong', '66.68', indices('100', '100', '0'), ['* mean 66.67, not 66.68']],
    [
      'of totals where no index is printed',
      '5',
      [
        { unit: 'A', total: '4' },
        { unit: 'B', total: '6', index: '6' },
      ],
      [],
    ],
    ['a unit without figure', '5', [{ unit: 'A' }, { unit: 'B', index: '6' }], []],
    ['fewer units than were ranked', '5', [{ unit: 'A', of: 2, index: '6' }], []],
    ['as many units as were ranked', '5', [{ unit: 'A', of: 1, index: '6' }], ['* mean 6, not 5']],
  ])('%s', (_case, mean, units, findings) => {
    expect(findingsOf({ mean, units })).toEqual(findings);
  });
});
