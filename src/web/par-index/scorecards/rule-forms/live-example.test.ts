import { describe, expect, test } from 'vitest';
import { readDocument } from '../read-document.ts';
import { exampleFields, pointsFor } from './live-example.ts';

const DOCUMENT = `{
  "format": "minhchung/scorecard@1", "code": "thu", "name": "Bộ thử", "year": 2026, "total": "21",
  "rounding": { "leaf": { "decimals": 2, "mode": "half_up" }, "index": { "decimals": 2, "mode": "half_up" } },
  "criteria": [
    { "code": "1", "name": "Mức", "max": "1", "rule": { "kind": "tiers", "input": { "declared": "ratio" }, "tiers": [
      { "from": "50", "closed": true, "points": "1" }, { "from": "30", "closed": true, "points": "0.5" }, { "points": "0" } ] } },
    { "code": "2", "name": "Tỷ lệ", "max": "2", "rule": { "kind": "proportional", "input": { "declared": "ratio" },
      "floor": { "value": "70", "closed": true } } },
    { "code": "3", "name": "Trừ", "max": "2", "rule": { "kind": "deduct", "per": "0.5" } },
    { "code": "4", "name": "Chọn", "max": "2", "rule": { "kind": "choice", "options": [
      { "id": "a", "label": "Có", "points": "2" }, { "id": "b", "label": "Không", "points": "0" } ] } },
    { "code": "5", "name": "Điều kiện", "max": "2", "rule": { "kind": "all_of", "conditions": ["Đủ", "Đúng hạn"] } },
    { "code": "6", "name": "Hạn", "max": "2", "rule": { "kind": "deadline", "due": "2026-01-20", "tiers": [
      { "late_days": 0, "points": "2" }, { "late_days": 5, "points": "1" }, { "points": "0" } ] } },
    { "code": "7", "name": "Hạn sau", "max": "2", "rule": { "kind": "deadline", "due": { "working_days_after": 5 }, "tiers": [
      { "late_days": 0, "points": "2" }, { "points": "0.5" } ] } },
    { "code": "8", "name": "Khảo sát", "max": "2", "rule": { "kind": "survey", "weights": { "A": "100", "B": "50" }, "ignore": ["C"] } },
    { "code": "9", "name": "Nhập", "max": "2", "rule": { "kind": "given", "by": "council", "step": "0.25" } },
    { "code": "10", "name": "Khối", "max": "2", "rule": { "kind": "relative", "input": { "declared": "ratio" }, "to": "best" } },
    { "code": "11", "name": "Công thức", "max": "2", "rule": { "kind": "formula",
      "variables": ["x", { "name": "y", "input": { "declared": "ratio" } }], "branches": [ { "id": "a", "label": "Có", "points": "x * y / 100" } ] } }
  ] }`;

const { scorecard } = readDocument(DOCUMENT);

function leaf(code: string) {
  const found = scorecard?.byCode.get(code);
  if (found?.type !== 'leaf') throw new Error(`${code} is no leaf`);
  return found;
}

const TWO = { decimals: 2, mode: 'half_up' } as const;

/** What stands in the fields to begin with, and what was said instead. */
function points(code: string, said: Record<string, string>) {
  const { rule } = leaf(code);
  const first = Object.fromEntries(exampleFields(rule).map((field) => [field.key, field.first]));
  return pointsFor(leaf(code), { ...first, ...said }, TWO);
}

describe('a figure tried on a rule', () => {
  test.each([
    ['1', { v: '50' }, 1000],
    ['1', { v: '49,9' }, 500],
    ['1', { v: '29' }, 0],
    ['2', { v: '70' }, 1400],
    ['2', { v: '69,99' }, 0],
    ['2', { v: '150' }, 2000],
    ['3', { n: '1' }, 1500],
    ['3', { n: '9' }, 0],
    ['4', {}, 2000],
    ['4', { choice: 'b' }, 0],
    ['5', {}, 2000],
    ['5', { 1: 'false' }, 0],
    ['6', {}, 2000],
    ['6', { on: '21/01/2026' }, 1000],
    ['6', { on: '26/01/2026' }, 0],
    ['7', { late: '0' }, 2000],
    ['7', { late: '1' }, 500],
    ['8', { '["","A"]': '1', '["","B"]': '1', '["","C"]': '5' }, 1500],
    ['9', { points: '1,25' }, 1250],
    ['10', { v: '45', r: '90' }, 1000],
    ['11', { '=x': '2', '=y': '50' }, 1000],
  ])('criterion %s with %j gives %i thousandths', (code, said, expected) => {
    expect(points(code, said)).toBe(expected);
  });

  test.each([
    ['1', { v: 'nhiều' }],
    ['1', { v: '' }],
    ['3', { n: '1,5' }],
    ['3', { n: '-1' }],
    ['6', { on: '31/02/2026' }],
    ['7', { late: '' }],
    ['8', { '["","A"]': '0', '["","B"]': '0' }],
    ['9', { points: '1,3' }],
    ['9', { points: '9' }],
    ['10', { r: '' }],
    ['11', { '=x': '' }],
  ])('criterion %s with %j gives nothing', (code, said) => {
    expect(points(code, said)).toBeUndefined();
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
