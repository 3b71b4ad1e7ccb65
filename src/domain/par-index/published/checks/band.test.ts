import { describe, expect, test } from 'vitest';
import { findingsOfUnit } from '../../../../../tests/given-published.ts';

/** National 2018: A from 80, B from 75, C from 70, D below. */
const NATIONAL = [
  { name: 'A', from: '80', closed: true },
  { name: 'B', from: '75', closed: true },
  { name: 'C', from: '70', closed: true },
  { name: 'D' },
];

describe('the band', () => {
  test.each([
    ['80', 'A', []],
    ['79.99', 'B', []],
    ['79.99', 'A', ['A band B, not A']],
    ['75.0', 'B', []],
    ['12', 'D', []],
    ['12', 'C', ['A band D, not C']],
    ['81', 'Tốt', ['A band A, not Tốt']],
    ['81', null, []],
  ])('of %s printed as %s', (index, band, findings) => {
    expect(findingsOfUnit({ index, band }, { bands: NATIONAL })).toEqual(findings);
  });

  test('an open bound does not hold its own figure', () => {
    const bands = [{ name: 'tốt', from: '80', closed: false }, { name: 'khá' }];
    expect(findingsOfUnit({ index: '80', band: 'tốt' }, { bands })).toEqual(['A band khá, not tốt']);
  });

  test('a band between two equal bounds holds that figure alone', () => {
    const bands = [
      { name: 'trên', from: '80', closed: false },
      { name: 'đúng', from: '80', closed: true },
    ];
    expect(findingsOfUnit({ index: '80', band: 'đúng' }, { bands })).toEqual([]);
    expect(findingsOfUnit({ index: '80.01', band: 'đúng' }, { bands })).toEqual(['A band trên, not đúng']);
  });

  test('below all printed bounds only a band that the table defines disagrees', () => {
    const bands = [{ name: 'A', from: '90', closed: true }];
    expect(findingsOfUnit({ index: '85', band: 'B' }, { bands })).toEqual([]);
    expect(findingsOfUnit({ index: '85', band: 'A' }, { bands })).toEqual(['A band , not A']);
  });

  test('one name written in composed and in decomposed letters is one band', () => {
    const bands = [{ name: 'Khá'.normalize('NFD') }];
    expect(findingsOfUnit({ index: '85', band: 'Khá'.normalize('NFC') }, { bands })).toEqual([]);
  });

  test('reads the total where no index is printed, and is not judged without either', () => {
    expect(findingsOfUnit({ total: '85', band: 'B' }, { bands: NATIONAL })).toEqual(['A band A, not B']);
    expect(findingsOfUnit({ band: 'B' }, { bands: NATIONAL })).toEqual([]);
    expect(findingsOfUnit({ total: '85', band: 'B' })).toEqual([]);
  });
});
