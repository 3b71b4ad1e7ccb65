import { describe, expect, test } from 'vitest';
import { findingsOfUnit } from '../../../../../tests/given-published.ts';

/** Đông Anh 2018 without field 8: 70.00 points of 85.5. */
const OTHERS = { points: '70.00', max: '85.5' };

/** What is found of a unit with 81.38 points in a table of 100, one part of which prints no points. */
function found(part: object, unit: object = {}): string[] {
  return findingsOfUnit({ total: '81.38', parts: [OTHERS, part], ...unit }, { total: '100' });
}

describe('the one part without points', () => {
  test.each([
    ['11.38 of 14.5, rounded', { percent: '78.48' }, {}, []],
    ['the percentage of a point more', { percent: '78.55' }, {}, ['A derived 78.48, not 78.55']],
    ['the percentage of a point less', { percent: '78.41' }, {}, ['A derived 78.48, not 78.41']],
    ['the percentage of two points more', { percent: '78.62' }, {}, ['A derived 78.48, not 78.62']],
    ['Đông Anh 2018, field 8', { percent: '68.73' }, {}, ['A derived 78.48, not 68.73']],
    ['no decimals', { percent: '78' }, {}, []],
    ['its own maximum', { percent: '75.87', max: '15' }, { applicable: '100.5' }, []],
    [
      'its own maximum, wrong',
      { percent: '78.48', max: '15' },
      { applicable: '100.5' },
      ['A derived 75.87, not 78.48'],
    ],
    ['applicable points', { percent: '99.82' }, { applicable: '96.9' }, []],
    ['more than its maximum', { percent: '100' }, { total: '90' }, ['A derived 138, not 100']],
    ['all of its maximum', { percent: '100' }, { total: '84.50' }, []],
    [
      'a little more than its maximum',
      { percent: '100' },
      { total: '84.52' },
      ['A derived 100.1379, not 100'],
    ],
    ['a little less than nothing', { percent: '0' }, { total: '69.98' }, ['A derived -0.1379, not 0']],
    ['nothing, give or take a point', { percent: '0' }, { total: '69.99' }, ['A derived -0.0690, not 0']],
    ['less than nothing', { percent: '0' }, { total: '60' }, ['A derived -69, not 0']],
    ['no percentage', {}, {}, []],
    ['points of its own', { percent: '68.73', points: '11.38' }, {}, []],
    ['no maximum left for it', { percent: '50' }, { applicable: '85.5' }, []],
  ])('%s', (_case, part, unit, findings) => {
    expect(found(part, unit)).toEqual(findings);
  });

  test.each([
    ['two parts print no points', { parts: [OTHERS, { percent: '1' }, { percent: '2' }] }],
    ['another maximum is not known', { parts: [{ points: '70' }, { percent: '1' }] }],
  ])('is not judged when %s', (_case, unit) => {
    expect(found({}, unit)).toEqual([]);
  });

  test('is not judged without a total of the unit', () => {
    expect(findingsOfUnit({ parts: [OTHERS, { percent: '1' }] }, { total: '100' })).toEqual([]);
  });

  test('may be the only part', () => {
    expect(findingsOfUnit({ total: '81.38', parts: [{ max: '100', percent: '81.5' }] })).toEqual([
      'A derived 81.4, not 81.5',
    ]);
  });
});
