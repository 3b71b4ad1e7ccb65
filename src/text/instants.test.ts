import { describe, expect, test } from 'vitest';
import { dayOf, printInstant } from './instants.ts';

describe('a moment as people in Vietnam read it', () => {
  test.each([
    ['2026-11-22T09:30:00Z', '16:30 22/11/2026', '2026-11-22'],
    ['2026-12-31T17:00:00Z', '00:00 01/01/2027', '2027-01-01'],
    ['2026-06-30T16:59:59Z', '23:59 30/06/2026', '2026-06-30'],
  ])('%s is %s', (instant, printed, day) => {
    expect(printInstant(instant)).toBe(printed);
    expect(dayOf(instant)).toBe(day);
  });
});
