import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, Day, daysBetween, daysFrom, isDay, weekdayOf, yearOf } from './day.ts';

const day = (text: string) => Day.parse(text);

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

test.each([
  ['2024-02-29', true, 'a leap year'],
  ['2025-02-29', false, 'not a leap year'],
  ['1900-02-29', false, 'a century that is not a leap year'],
  ['2000-02-29', true, 'a century that is'],
  ['2025-04-31', false, 'April has 30 days'],
  ['2025-13-01', false, 'a month too many'],
  ['2025-00-10', false, 'months begin at 1'],
  ['2025-1-2', false, 'digits left out'],
  ['25-01-02', false, 'a short year'],
  ['2025-01-02T00:00', false, 'a time with it'],
  ['2025-01-02 ', false, 'a space behind it'],
  ['+012025-01-02', false, 'a long year'],
  ['', false, 'nothing'],
])('%j is a day: %s (%s)', (text, exists, _why) => {
  expect(isDay(text)).toBe(exists);
});

test.each([
  ['2025-01-29', 3, 'mồng Một Tết Ất Tỵ, thứ Tư'],
  ['2024-02-10', 6, 'mồng Một Tết Giáp Thìn, thứ Bảy'],
  ['2018-09-02', 7, 'Quốc khánh 2018, Chủ nhật'],
  ['2018-12-31', 1, 'thứ Hai'],
])('%s is weekday %i (%s)', (text, weekday, _why) => {
  expect(weekdayOf(day(text))).toBe(weekday);
});

describe('arithmetic', () => {
  test.each([
    ['2024-02-28', 2, '2024-03-01'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-06-30', 0, '2025-06-30'],
  ])('%s and %i days is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
  });

  test('days added are days between, and text order is time order', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1000, max: 1000 }), (from, count) => {
        const to = addDays(from, count);
        expect(isDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(count);
        expect(from < to).toBe(count > 0);
        expect((((weekdayOf(to) - weekdayOf(from) - count) % 7) + 7) % 7).toBe(0);
      }),
    );
  });

  test('a stretch has both its ends, and none when it runs backward', () => {
    expect([...daysFrom(day('2024-12-30'), day('2025-01-01'))]).toEqual([
      '2024-12-30',
      '2024-12-31',
      '2025-01-01',
    ]);
    expect([...daysFrom(day('2025-01-01'), day('2024-12-31'))]).toEqual([]);
    expect(yearOf(day('2024-12-30'))).toBe(2024);
  });
});
