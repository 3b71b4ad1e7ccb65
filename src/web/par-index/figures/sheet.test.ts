import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { change, moved, pasted, readClipboard, redo, UNTOUCHED, undo } from './sheet.ts';

const at = (row: number, column: number) => ({ row, column });
const one = (row: number, column: number) => ({ anchor: at(row, column), end: at(row, column) });
const SIZE = { rows: 3, columns: 4 };

describe('a sheet of cells', () => {
  test('what was typed is undone and done again', () => {
    const typed = change(UNTOUCHED, [{ key: 'a', before: '', after: '5' }]);
    const twice = change(typed, [{ key: 'a', before: '5', after: '6' }]);
    expect(twice.edits.get('a')).toBe('6');
    expect(undo(twice).edits.get('a')).toBe('5');
    expect(undo(undo(twice)).edits.get('a')).toBe('');
    expect(redo(undo(twice)).edits.get('a')).toBe('6');
  });

  test('a paste is one step, and typing after an undo forgets what was undone', () => {
    const block = change(UNTOUCHED, [
      { key: 'a', before: '', after: '1' },
      { key: 'b', before: '', after: '2' },
    ]);
    expect(undo(block).edits.get('b')).toBe('');
    const other = change(undo(block), [{ key: 'c', before: '', after: '3' }]);
    expect(redo(other)).toBe(other);
  });

  test('as many undos as steps lead back to nothing', () => {
    const steps = fc.array(fc.record({ key: fc.constantFrom('a', 'b'), after: fc.string({ maxLength: 3 }) }));
    fc.assert(
      fc.property(steps, (typed) => {
        let sheet = UNTOUCHED;
        for (const { key, after } of typed) {
          sheet = change(sheet, [{ key, before: sheet.edits.get(key) ?? '', after }]);
        }
        while (sheet.past.length > 0) sheet = undo(sheet);
        expect([...sheet.edits.values()].every((text) => text === '')).toBe(true);
      }),
    );
  });

  test.each([
    ['ArrowDown', false, one(1, 1), one(2, 1)],
    ['ArrowDown', false, one(2, 1), one(2, 1)],
    ['ArrowRight', true, one(1, 1), { anchor: at(1, 1), end: at(1, 2) }],
    ['Home', false, one(1, 3), one(1, 0)],
    ['End', true, one(1, 1), { anchor: at(1, 1), end: at(1, 3) }],
    ['x', false, one(0, 0), undefined],
  ])('%s, shift %s', (key, shift, from, to) => {
    expect(moved(from, key, shift, SIZE)).toEqual(to);
  });
});

describe('a block from a spreadsheet', () => {
  test.each([
    [
      '1\t2\n3\t4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t2\r\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['"a\nb"\t"nói ""thế"""', [['a\nb', 'nói "thế"']]],
    ['49/50', [['49/50']]],
    ['', [['']]],
  ])('%j', (text, rows) => {
    expect(readClipboard(text)).toEqual(rows);
  });

  test('a single cell fills the whole range', () => {
    const range = { anchor: at(2, 1), end: at(0, 1) };
    expect(pasted(range, [['7']], SIZE).map(([place]) => place.row)).toEqual([0, 1, 2]);
  });

  test('a block begins at the first cell and ends at the edge of the sheet', () => {
    const cells = pasted(
      one(2, 3),
      [
        ['1', '2'],
        ['3', '4'],
      ],
      SIZE,
    );
    expect(cells).toEqual([[at(2, 3), '1']]);
  });
});
