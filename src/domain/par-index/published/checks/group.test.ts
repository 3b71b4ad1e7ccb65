import { describe, expect, test } from 'vitest';
import { findingsOfUnit } from '../../../../../tests/given-published.ts';

const PARTS = [
  { points: '13.42', max: '15.5' },
  { points: '8.45', max: '12' },
];

/** What is found of a group of all parts, in a table of 27.5 points. */
function found(group: object, unit: object = {}): string[] {
  return findingsOfUnit({ parts: PARTS, ...unit, groups: [{ ...group, of: 'all' }] }, { total: '27.5' });
}

describe('a group said to hold all parts', () => {
  test.each([
    ['their points and their maximum', { points: '21.87', max: '27.5' }, []],
    ['the same figures with other decimals', { points: '21.870', max: '27.50' }, []],
    ['other points', { points: '21.88' }, ['A group 21.87, not 21.88']],
    ['another maximum, which says nothing of the points', { points: '21.87', max: '27' }, []],
    ['a maximum alone', { max: '27' }, []],
    ['both wrong is one finding', { points: '20', max: '27' }, ['A group 21.87, not 20']],
    ['neither', {}, []],
  ])('has %s', (_case, group, findings) => {
    expect(found(group)).toEqual(findings);
  });

  test.each([
    ['the total', { total: '81.38' }, { points: '51.75' }, ['A group 81.38, not 51.75']],
    ['the total, which agrees', { total: '81.38' }, { points: '81.38' }, []],
    ['nothing without a total', {}, { points: '51.75' }, []],
  ])('is held, when a part prints nothing, against %s', (_case, unit, group, findings) => {
    expect(found(group, { parts: [...PARTS, {}], ...unit })).toEqual(findings);
  });

  test('is not judged without parts', () => {
    expect(found({ points: '5', max: '6' }, { parts: [], total: '7' })).toEqual([]);
  });
});

test('a group of some parts may hold anything', () => {
  expect(findingsOfUnit({ parts: PARTS, groups: [{ points: '1', max: '2' }] })).toEqual([]);
});
