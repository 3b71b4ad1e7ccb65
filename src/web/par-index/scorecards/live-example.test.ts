import { describe, expect, test } from 'vitest';
import { exampleOf, pointsFor } from './live-example.ts';
import { readDocument } from './read-document.ts';

const DOCUMENT = `{
  "format": "minhchung/scorecard@1", "code": "thu", "name": "Bộ thử", "year": 2026, "total": "7",
  "rounding": { "leaf": { "decimals": 2, "mode": "half_up" }, "index": { "decimals": 2, "mode": "half_up" } },
  "criteria": [
    { "code": "1", "name": "Mức", "max": "1", "rule": { "kind": "tiers", "input": { "declared": "ratio" }, "tiers": [
      { "from": "50", "closed": true, "points": "1" }, { "from": "30", "closed": true, "points": "0.5" }, { "points": "0" } ] } },
    { "code": "2", "name": "Tỷ lệ", "max": "2", "rule": { "kind": "proportional", "input": { "declared": "ratio" },
      "floor": { "value": "70", "closed": true } } },
    { "code": "3", "name": "Trừ", "max": "2", "rule": { "kind": "deduct", "per": "0.5" } },
    { "code": "4", "name": "Chọn", "max": "2", "rule": { "kind": "choice", "options": [
      { "id": "a", "label": "Có", "points": "2" }, { "id": "b", "label": "Không", "points": "0" } ] } }
  ] }`;

const { scorecard } = readDocument(DOCUMENT);

function leaf(code: string) {
  const found = scorecard?.byCode.get(code);
  if (found?.type !== 'leaf') throw new Error(`${code} is no leaf`);
  return found;
}

const TWO = { decimals: 2, mode: 'half_up' } as const;

describe('a figure tried on a rule', () => {
  test.each([
    ['1', '50', 1000],
    ['1', '49,9', 500],
    ['1', '29', 0],
    ['2', '70', 1400],
    ['2', '69,99', 0],
    ['2', '150', 2000],
    ['3', '1', 1500],
    ['3', '9', 0],
  ])('criterion %s with %s gives %i thousandths', (code, typed, points) => {
    expect(pointsFor(leaf(code), typed, TWO)).toBe(points);
  });

  test.each([
    ['1', 'nhiều'],
    ['1', ''],
    ['3', '1,5'],
    ['3', '-1'],
  ])('criterion %s with “%s” gives nothing', (code, typed) => {
    expect(pointsFor(leaf(code), typed, TWO)).toBeUndefined();
  });

  test('a choice needs more than one number', () => {
    expect(exampleOf(leaf('4').rule)).toBeUndefined();
  });
});

describe('a document read in the browser', () => {
  test('a fault is told at its place, and no scorecard comes of it', () => {
    const { scorecard: none, faults } = readDocument(
      DOCUMENT.replace('"points": "1" }', '"points": "1.5" }'),
    );
    expect(none).toBeUndefined();
    expect(faults.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['criteria.0.rule.tiers.0.points', 'above_max'],
    ]);
  });

  test('what is not JSON yields the place where it breaks', () => {
    expect(readDocument('{"format": ').faults.map(({ code }) => code)).toEqual(['json_syntax']);
  });
});
