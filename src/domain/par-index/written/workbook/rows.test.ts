import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GIVEN, group, leaf, scorecardOf, type Written, written } from '../../../../../tests/scorecards.ts';
import { readScorecard } from '../../scorecard/read-scorecard.ts';
import { readScorecardRows } from './read-rows.ts';
import { writeScorecardRows } from './write-rows.ts';

const KINDS = new Map([
  ['xa', 'Xã'],
  ['dac_khu', 'Đặc khu'],
]);
const CONTEXT = {
  basics: {},
  kinds: new Map([
    ['xa', 'xa'],
    ['dac khu', 'dac_khu'],
    ['dac_khu', 'dac_khu'],
  ]),
  choose: (_: string, value: string) => value,
};

function throughRows(document: unknown) {
  const { criteria, head, bands } = writeScorecardRows(written(document), KINDS);
  const numbered = <Row>(rows: readonly Row[]) => rows.map((row, at) => ({ ...row, row: at + 2 }));
  return readScorecardRows(
    { criteria: numbered(criteria), head: numbered(head), bands: numbered(bands) },
    CONTEXT,
  );
}

/** Codes that do and do not continue those above them. */
const code = fc
  .array(fc.constantFrom('1', '2', '10', 'A', '3A'), { minLength: 1, maxLength: 3 })
  .map((steps) => steps.join('.'));
const list = fc.array(fc.constantFrom('xa', 'dac_khu', 'Xã', 'vùng, xa', 'đặc khu', '"'), {
  minLength: 1,
  maxLength: 2,
});
const more = fc.record(
  {
    part: fc.constantFrom('appraised', 'survey'),
    nothing_arose: fc.constantFrom('full', 'exclude', 'zero'),
    not_for: list,
    prints: fc.boolean(),
    evidence: fc.constantFrom('Kế hoạch; báo cáo', 'Tài liệu'),
    office: fc.constantFrom('so_noi_vu', 'Sở Nội vụ'),
    variants: fc.array(fc.record({ for: list, rule: fc.constant(GIVEN) }), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);

/** A tree whose shape has nothing to do with its codes. */
const tree = fc
  .tuple(
    fc.uniqueArray(code, { minLength: 1, maxLength: 12 }),
    fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 }),
    fc.array(more, { minLength: 12, maxLength: 12 }),
  )
  .map(([codes, breaks, options]) => {
    const leaves = codes.map((own, at) => leaf(own, '1', GIVEN, options[at] ?? {}));
    const roots: Written[] = [];
    for (let from = 0; from < leaves.length; ) {
      const size = breaks[from] ?? 0;
      const below = leaves.slice(from + 1, from + 1 + size);
      const own = codes[from] ?? '';
      roots.push(below.length === 0 ? (leaves[from] ?? {}) : group(own, `${below.length}`, below));
      from += 1 + below.length;
    }
    return roots;
  });

test('whatever its codes, a scorecard comes back from its rows as it was', () => {
  fc.assert(
    fc.property(tree, (criteria) => {
      const document = scorecardOf(criteria, {
        block: ['xa', 'vùng sâu'],
        decision: { number: '1/QĐ-UBND', date: '2026-02-03', issuer: 'UBND tỉnh' },
        bands: [
          { name: 'A', from: '90', closed: false },
          { name: 'B', from: '70.5', closed: true },
          { name: 'C' },
        ],
        ranking: { by: 'exact', method: 'ordinal' },
        bonus: { min: '-1.5', max: '2', may_exceed_total: false },
      });
      expect(readScorecard(written(document)).nodes.length).toBeGreaterThan(0);
      const { document: read, faults, asks } = throughRows(document);
      expect({ faults, asks }).toEqual({ faults: [], asks: [] });
      expect(JSON.parse(read ?? '')).toEqual(document);
    }),
    { numRuns: 500 },
  );
});

test('bands written from the worst up are those written from the best down', () => {
  const rows = writeScorecardRows(written(scorecardOf([leaf('1', '100', GIVEN)])), KINDS);
  const numbered = <Row>(all: readonly Row[]) => all.map((row, at) => ({ ...row, row: at + 2 }));
  const bands = [
    ['Yếu', 'dưới 50'],
    ['Khá', '50–<80'],
    ['Tốt', '≥ 80'],
  ].map(([name = '', bound = '']) => ({ name, bound, notWith: null, needs: null }));
  const read = (given: typeof bands) =>
    readScorecardRows(
      { criteria: numbered(rows.criteria), head: numbered(rows.head), bands: numbered(given) },
      CONTEXT,
    );
  const { document, faults } = read(bands);
  expect(faults).toEqual([]);
  expect(JSON.parse(document ?? '').bands).toEqual([
    { name: 'Tốt', from: '80', closed: true },
    { name: 'Khá', from: '50', closed: true },
    { name: 'Yếu' },
  ]);
  expect(read(bands.toReversed()).document).toBe(document);
});
