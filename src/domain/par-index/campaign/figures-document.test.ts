import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar, figuresOf, GIVEN, leaf, scorecardOf, written } from '../../../../tests/scorecards.ts';
import { fault } from '../../kernel/fault.ts';
import { readJson, writeJson } from '../../kernel/json.ts';
import { readFigures } from '../figures/read-figures.ts';
import { readScorecard } from '../scorecard/read-scorecard.ts';
import { atCells, writeFigures } from './figures-document.ts';

const scorecard = readScorecard(
  written(scorecardOf([leaf('1', '60', GIVEN), leaf('2', '40', { kind: 'violations', zero_from: 1 })])),
);

describe('kept figures', () => {
  test('become a document that reads as what was kept, every digit of it', () => {
    const huge = `{"count": ${'9'.repeat(40)}}`;
    const document = writeFigures([
      {
        ...{ code: 'xa-"01"', name: 'Xã A', kind: 'xa', tags: [], flags: [], ranked: false },
        inputs: `"1": {"points": "12.50"}, "2": ${huge}`,
      },
      { code: 'xa-02', name: 'Xã B', kind: 'xa', tags: ['moi'], flags: [], ranked: true, inputs: '' },
    ]);
    const { value, faults } = readJson(document);
    const units = readFigures(value, scorecard, calendar, faults);
    expect(units).toMatchObject([
      { code: 'xa-"01"', name: 'Xã A', ranked: false },
      { code: 'xa-02', tags: ['moi'], ranked: true },
    ]);
    expect(units[0]?.inputs[1]).toMatchObject({ kind: 'count', n: { n: BigInt('9'.repeat(40)) } });
    expect(document).toContain(huge);
  });

  test('of nobody are a document of nobody', () => {
    expect(readJson(writeFigures([])).value).toEqual(written(figuresOf([])));
  });

  test('tell a fault at the cell that caused it, and leave other faults where they are', () => {
    const inCell = fault(['units', 2, 'inputs', '1.1', 'ratio', 0], 'count');
    const elsewhere = fault(['units', 2, 'kind'], 'required');
    const unknown = fault(['units', 0, 'inputs', '1.1'], 'required');
    const cellAt = (unit: number, code: string) => (unit === 2 && code === '1.1' ? 7 : undefined);
    expect(atCells([inCell, elsewhere, unknown], cellAt).map(({ path }) => path)).toEqual([
      ['cells', 7, 'input', 'ratio', 0],
      ['units', 2, 'kind'],
      ['units', 0, 'inputs', '1.1'],
    ]);
  });
});

test('JSON that is written reads as the same value', () => {
  const anything = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, false),
      fc.string(),
      fc.maxSafeInteger(),
      fc.bigInt({ min: 2n ** 60n, max: 2n ** 90n }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        tie('value'),
        { maxKeys: 4 },
      ),
    ),
  })).value;
  fc.assert(
    fc.property(anything, (value) => {
      const first = writeJson(value as Parameters<typeof writeJson>[0]);
      const read = readJson(first);
      expect(read.faults).toEqual([]);
      expect(writeJson(read.value)).toBe(first);
    }),
  );
});
