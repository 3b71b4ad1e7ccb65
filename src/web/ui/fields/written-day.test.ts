import { describe, expect, test } from 'vitest';
import { readDay } from './written-day.ts';

describe('a day as people type it', () => {
  test.each([
    ['22/11/2026', '2026-11-22'],
    ['1/7/2025', '2025-07-01'],
    [' 01-07-2025 ', '2025-07-01'],
    ['01.07.2025', '2025-07-01'],
    ['2025-07-01', '2025-07-01'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', undefined],
    ['31/04/2026', undefined],
    ['00/01/2026', undefined],
    ['22/11/202', undefined],
    ['hôm nay', undefined],
    ['', undefined],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  test.each([
    ['1/7/25', '2025-07-01'],
    ['22112026', '2026-11-22'],
  ])('%s is a day only once the field is left, since more may follow', (typed, day) => {
    expect(readDay(typed)).toBeUndefined();
    expect(readDay(typed, true)).toBe(day);
  });
});
