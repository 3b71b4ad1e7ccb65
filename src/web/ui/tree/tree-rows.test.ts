import { describe, expect, test } from 'vitest';
import { idsAbove, type TreeNode, treeRows } from './tree-rows.ts';

const province: TreeNode = {
  id: 'tinh',
  label: 'Tỉnh Trường Giang',
  children: [
    {
      id: 'dong-kieu',
      label: 'Phường Đông Kiều',
      children: [{ id: 'mot-cua', label: 'Bộ phận Một cửa', children: [] }],
    },
    { id: 'suoi-nua', label: 'Xã Suối Nứa', hint: 'vùng xa', children: [] },
  ],
};

function lines(open: readonly string[], typed = ''): string[] {
  return treeRows([province], new Set(open), typed).map(({ node, level }) => `${level} ${node.id}`);
}

describe('the lines of a tree', () => {
  test.each([
    [[], ['1 tinh']],
    [['tinh'], ['1 tinh', '2 dong-kieu', '2 suoi-nua']],
    [['dong-kieu'], ['1 tinh']],
    [
      ['tinh', 'dong-kieu'],
      ['1 tinh', '2 dong-kieu', '3 mot-cua', '2 suoi-nua'],
    ],
  ])('with %j open', (open, expected) => {
    expect(lines(open)).toEqual(expected);
  });

  test('what was typed opens the way down to each match and hides the rest', () => {
    expect(lines([], 'mot cua')).toEqual(['1 tinh', '2 dong-kieu', '3 mot-cua']);
    expect(lines(['tinh'], 'vung xa')).toEqual(['1 tinh', '2 suoi-nua']);
    expect(lines(['tinh'], 'không có')).toEqual([]);
  });

  test('each line knows its place among its siblings', () => {
    const rows = treeRows([province], new Set(['tinh']), '');
    expect(rows.map(({ position, siblings }) => [position, siblings])).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
    ]);
  });

  test('the way from the top to a unit names every unit above it', () => {
    expect(idsAbove([province], 'mot-cua')).toEqual(['tinh', 'dong-kieu']);
    expect(idsAbove([province], 'tinh')).toEqual([]);
  });
});
