import { describe, expect, test } from 'vitest';
import { findingsOfUnit } from '../../../../../tests/given-published.ts';

const points = (...figures: (string | undefined)[]) => figures.map((points) => (points ? { points } : {}));
const maxima = (...figures: (string | undefined)[]) => figures.map((max) => (max ? { max } : {}));

describe('parts and their total', () => {
  test.each([
    ['Bình Dương 2017, Thủ Dầu Một', '84.58', points('51.75', '32.83'), []],
    ['one unit of the last digit more', '84.59', points('51.75', '32.83'), []],
    ['one unit of the last digit less', '84.57', points('51.75', '32.83'), []],
    ['two units of the last digit', '84.60', points('51.75', '32.83'), ['A sum 84.58, not 84.60']],
    [
      'a coarse total, judged by the finest digit',
      '84.6',
      points('51.75', '32.83'),
      ['A sum 84.58, not 84.6'],
    ],
    ['the finest digit stands in one part', '10', points('3.335', '6.664'), []],
    ['points below zero', '4.5', points('5', '-0.5'), []],
    ['a part without points', '99', points('51.75', undefined), []],
    ['no parts', '99', [], []],
    ['no total', undefined, points('51.75', '32.83'), []],
  ])('%s', (_case, total, parts, findings) => {
    expect(findingsOfUnit({ ...(total && { total }), parts })).toEqual(findings);
  });
});

describe('maxima and the total of the table', () => {
  test.each([
    ['Bình Dương 2017: 65 and 35 make 100', '100', undefined, maxima('65', '35'), []],
    [
      'a set of 2019 whose fields make 99.55',
      '100',
      undefined,
      maxima('20.5', '10', '10', '6', '10.05', '6', '14', '9', '14'),
      ['A max 99.55, not 100'],
    ],
    ['a total that is not 100', '60', undefined, maxima('40', '20.0'), []],
    ['the applicable points of Thanh Hóa 2023', '100', '84', maxima('54', '30'), []],
    ['the total although the applicable points are fewer', '100', '84', maxima('65', '35'), []],
    ['neither the total nor the applicable points', '100', '84', maxima('65', '20'), ['A max 85, not 84']],
    ['applicable points alone', undefined, '84', maxima('65', '20'), ['A max 85, not 84']],
    ['a part without maximum', '100', undefined, maxima('65', undefined), []],
    ['neither total nor applicable points', undefined, undefined, maxima('65', '20'), []],
    ['no tolerance', '100', undefined, maxima('65', '35.01'), ['A max 100.01, not 100']],
    ['no parts', '100', undefined, [], []],
  ])('%s', (_case, total, applicable, parts, findings) => {
    expect(findingsOfUnit({ ...(applicable && { applicable }), parts }, total ? { total } : {})).toEqual(
      findings,
    );
  });
});

describe('the index and that of the year before', () => {
  test.each([
    ['Đại Từ 2022: +10.96 on 65.75', '76.71', '65.75', '10.96', []],
    ['one unit of the last digit', '76.71', '65.75', '10.97', []],
    ['two units of the last digit', '76.71', '65.75', '10.98', ['A trend 10.96, not 10.98']],
    ['a change rounded more coarsely', '76.71', '65.75', '11', ['A trend 10.96, not 11']],
    ['a fall', '60.00', '61.5', '-1.50', []],
    ['a fall printed as a rise', '60.00', '61.5', '1.50', ['A trend -1.50, not 1.50']],
    ['no index before', '76.71', undefined, '3', []],
    ['no change', '76.71', '65.75', undefined, []],
    ['no index', undefined, '65.75', '3', []],
  ])('%s', (_case, index, before, change, findings) => {
    const previous = { year: 2020, ...(before && { index: before }) };
    const unit = { total: '99', previous, ...(index && { index }), ...(change && { change }) };
    expect(findingsOfUnit(unit)).toEqual(findings);
  });
});
