import { describe, expect, test } from 'vitest';
import { unitChoices, unitForest } from './unit-tree.ts';

const units = [
  { unitId: 'tinh', parentId: null, name: 'Tỉnh Trường Giang', code: '99' },
  { unitId: 'phuong', parentId: 'tinh', name: 'Phường Đông Kiều', code: '99001' },
  { unitId: 'mot-cua', parentId: 'phuong', name: 'Bộ phận Một cửa', code: '99001-MC' },
];

describe('the tree from the list of a day', () => {
  test('each unit stands under its parent', () => {
    expect(unitForest(units)).toEqual([
      {
        id: 'tinh',
        label: 'Tỉnh Trường Giang',
        hint: '99',
        children: [
          {
            id: 'phuong',
            label: 'Phường Đông Kiều',
            hint: '99001',
            children: [{ id: 'mot-cua', label: 'Bộ phận Một cửa', hint: '99001-MC', children: [] }],
          },
        ],
      },
    ]);
  });

  test('a unit whose parent may not be seen stands at the top', () => {
    expect(unitForest(units.slice(1)).map(({ id }) => id)).toEqual(['phuong']);
  });

  test('a unit is not offered as its own parent', () => {
    expect(unitChoices(units, ['phuong'])).toEqual([
      { value: 'tinh', label: 'Tỉnh Trường Giang (99)' },
      { value: 'mot-cua', label: 'Bộ phận Một cửa, Phường Đông Kiều (99001-MC)' },
    ]);
  });
});
