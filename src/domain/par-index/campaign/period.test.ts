import { describe, expect, test } from 'vitest';
import { lastDayOf, Period, periodBefore } from './period.ts';

describe('a period', () => {
  test.each([
    ['2026', '2026-12-31', '2025'],
    ['2026-Q1', '2026-03-31', '2025-Q4'],
    ['2026-Q2', '2026-06-30', '2026-Q1'],
    ['2026-Q3', '2026-09-30', '2026-Q2'],
    ['2026-Q4', '2026-12-31', '2026-Q3'],
  ])('%s ends on %s and comes after %s', (period, last, before) => {
    expect(lastDayOf(period)).toBe(last);
    expect(periodBefore(period)).toBe(before);
  });

  test.each(['', '26', '2026-Q0', '2026-Q5', '2026-13', '2026-q1', '2026 ', '1026'])(
    'is not "%s"',
    (text) => {
      expect(Period.safeParse(text).success).toBe(false);
    },
  );
});
