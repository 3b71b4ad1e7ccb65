import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfSerial, readDay, serialOfDay } from './days.ts';

// The numbers are those that Excel and LibreOffice show for these days when the format is General.
test.each([
  [61, '1900-03-01'],
  [36526, '2000-01-01'],
  [45839, '2025-07-01'],
  [46349.75, '2026-11-23'],
])('day %d of a workbook is %s', (serial, day) => {
  expect(dayOfSerial(serial)).toBe(day);
});

test('days before March 1900, where workbooks count a day that never was, are no days', () => {
  expect(dayOfSerial(60)).toBeUndefined();
  expect(dayOfSerial(-1)).toBeUndefined();
  expect(serialOfDay('1899-12-31')).toBeUndefined();
});

test('a number beyond the year 9999 is no day', () => {
  expect(dayOfSerial(2_958_466)).toBeUndefined();
  expect(dayOfSerial(Number.NaN)).toBeUndefined();
});

test.each([
  ['22/11/2026', '2026-11-22'],
  ['5/3/2026', '2026-03-05'],
  ['05-03-2026', '2026-03-05'],
  ['5.3.2026', '2026-03-05'],
  ['2026-03-05', '2026-03-05'],
  ['29/02/2024', '2024-02-29'],
])('%s typed as text is %s', (typed, day) => {
  expect(readDay(typed)).toBe(day);
});

test.each(['29/02/2026', '31/04/2026', '11/22/2026', '5/3/26', '5/3-2026', '2026-3-5', 'hôm nay', ''])(
  '%s is no day',
  (typed) => {
    expect(readDay(typed)).toBeUndefined();
  },
);

test('every day a workbook can hold comes back from its number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      expect(serialOfDay(dayOfSerial(serial) ?? '')).toBe(serial);
    }),
  );
});
