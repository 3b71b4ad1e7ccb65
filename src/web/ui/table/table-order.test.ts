import { describe, expect, test } from 'vitest';
import { arrange, nextOrder } from './table-order.ts';

const units = [
  { name: 'Xã Suối Nứa', dossiers: 925 },
  { name: 'Phường Đông Kiều', dossiers: null },
  { name: 'Đặc khu Hòn Vọng', dossiers: 40 },
  { name: 'Xã Ân Hòa', dossiers: 925 },
];

function names(found: readonly { name: string }[]): string[] {
  return found.map(({ name }) => name);
}

describe('the order of a table', () => {
  test('names stand in Vietnamese order, Đ after D and before P', () => {
    const value = (unit: (typeof units)[number]) => unit.name;
    expect(names(arrange(units, '', undefined, { value, descending: false }))).toEqual([
      'Đặc khu Hòn Vọng',
      'Phường Đông Kiều',
      'Xã Ân Hòa',
      'Xã Suối Nứa',
    ]);
  });

  test.each([
    [false, ['Đặc khu Hòn Vọng', 'Xã Suối Nứa', 'Xã Ân Hòa', 'Phường Đông Kiều']],
    [true, ['Xã Suối Nứa', 'Xã Ân Hòa', 'Đặc khu Hòn Vọng', 'Phường Đông Kiều']],
  ])(
    'an unknown number stands last (descending: %s), equal ones keep their place',
    (descending, expected) => {
      const value = (unit: (typeof units)[number]) => unit.dossiers;
      expect(names(arrange(units, '', undefined, { value, descending }))).toEqual(expected);
    },
  );

  test('a filter needs no diacritics and the rows handed in are left as they were', () => {
    expect(names(arrange(units, 'hon vong', ({ name }) => name, undefined))).toEqual(['Đặc khu Hòn Vọng']);
    expect(units).toHaveLength(4);
  });

  test('a header goes from ascending to descending to none', () => {
    const first = nextOrder(undefined, 'name');
    const second = nextOrder(first, 'name');
    expect([first, second, nextOrder(second, 'name'), nextOrder(second, 'code')]).toEqual([
      { key: 'name', descending: false },
      { key: 'name', descending: true },
      undefined,
      { key: 'code', descending: false },
    ]);
  });
});
