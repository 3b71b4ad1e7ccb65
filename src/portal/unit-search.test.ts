import { describe, expect, test } from 'vitest';
import { type Heir, searchUnits, type UnitName } from './unit-search.ts';

function name(unitId: string, written: string, from: string, to: string | null, parentId = 'tinh'): UnitName {
  return { unitId, name: written, code: unitId, parentId, validFrom: from, validTo: to };
}

const names = [
  { ...name('tinh', 'Tỉnh Trường Giang', '1990-01-01', null), parentId: null },
  name('huyen', 'Huyện Tân Giang', '1990-01-01', '2025-07-01'),
  name('tan-an', 'Xã Tân An', '1990-01-01', '2025-07-01', 'huyen'),
  name('kieu-son', 'Thị trấn Kiều Sơn', '1990-01-01', '2025-07-01', 'huyen'),
  name('tan-kieu', 'Xã Tân Kiều', '2025-07-01', null),
  name('suoi-nua', 'Xã Suối Nứa', '1990-01-01', '2025-07-01', 'huyen'),
  name('suoi-nua', 'Xã Suối Nứa', '2025-07-01', null),
  name('dong-kieu', 'Xã Đông Kiều', '1990-01-01', '2020-01-01', 'huyen'),
  name('dong-kieu', 'Phường Đông Kiều', '2020-01-01', null),
];
const heirs: Heir[] = [
  { from: 'tan-an', to: 'tan-kieu' },
  { from: 'kieu-son', to: 'tan-kieu' },
];

function found(typed: string, today = '2026-11-23') {
  return searchUnits(names, heirs, typed, today);
}

describe('finding a unit by a name of today or of the past', () => {
  test('a commune that was merged leads to the one of today (Nghị quyết 202/2025/QH15: from 1/7/2025)', () => {
    expect(found('tan an')).toEqual([
      {
        name: 'Xã Tân An',
        code: 'tan-an',
        parent: 'Huyện Tân Giang',
        until: '2025-07-01',
        now: ['Xã Tân Kiều'],
        from: [],
      },
    ]);
  });

  test('the one of today names those it came from', () => {
    expect(found('Tân Kiều')).toMatchObject([
      { name: 'Xã Tân Kiều', until: undefined, from: ['Xã Tân An', 'Thị trấn Kiều Sơn'] },
    ]);
  });

  test('an old name of the same unit stands after the new one', () => {
    expect(found('dong kieu').map((unit) => [unit.name, unit.now])).toEqual([
      ['Phường Đông Kiều', []],
      ['Xã Đông Kiều', ['Phường Đông Kiều']],
    ]);
  });

  test('a commune that only changed its parent is told once, as it is today', () => {
    expect(found('suoi nua').map((unit) => [unit.parent, unit.until])).toEqual([
      ['Tỉnh Trường Giang', undefined],
    ]);
  });

  test('what ended without an heir is told as ended', () => {
    expect(found('huyen tan giang')).toMatchObject([{ until: '2025-07-01', now: [] }]);
  });

  test('before the merger the old names are those of today, and what is to come is not told', () => {
    expect(found('tan', '2025-06-30').map((unit) => [unit.name, unit.until])).toEqual([
      ['Huyện Tân Giang', undefined],
      ['Xã Tân An', undefined],
    ]);
  });

  test('units that became each other in a circle are told as ended, without end', () => {
    const circle = [
      { ...name('a', 'Xã Vòng', '1990-01-01', '2000-01-01') },
      { ...name('b', 'Xã Tròn', '2000-01-01', '2010-01-01') },
    ];
    const round = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ];
    expect(searchUnits(circle, round, 'vong', '2026-11-23')).toMatchObject([
      { until: '2000-01-01', now: [] },
    ]);
  });

  test.each(['', '   ', '%', '<script>'])('"%s" finds nothing', (typed) => {
    expect(found(typed)).toEqual([]);
  });
});
