import { describe, expect, test } from 'vitest';
import national from '../../../../data/holidays.json' with { type: 'json' };
import { readCalendar } from './calendar-file.ts';
import { Day, yearOf } from './day.ts';
import { dayKind, isProvisional, isWorkingDay, workingCalendar } from './working-calendar.ts';

const file = readCalendar(national);
const calendar = workingCalendar(file);
const withPending = workingCalendar(file, { pending: true });

const day = (text: string) => Day.parse(text);

test.each([
  ['2025-03-07', true, 'an ordinary Friday'],
  ['2025-03-08', false, 'an ordinary Saturday is not a working day'],
  ['2025-03-09', false, 'nor is a Sunday'],
  ['2025-04-26', true, 'a Saturday made up for 2/5/2025'],
  ['2025-05-02', false, 'the Friday it is made up for'],
  ['2018-12-31', false, 'swapped across the year'],
  ['2019-01-05', true, 'with this Saturday'],
  ['2019-05-04', true, 'the Saturday for 29/4/2019'],
  ['2019-05-11', false, 'the Saturday after it'],
  ['2025-01-31', false, 'mồng Ba Tết Ất Tỵ'],
  ['2025-02-03', true, 'the first working day after it'],
  ['2024-02-14', false, 'in lieu of Tết Giáp Thìn’s Saturday and Sunday'],
  ['2026-02-16', false, '29 tháng Chạp Ất Tỵ'],
  ['2025-09-01', false, 'the day beside 2/9/2025'],
])('%s is worked: %s (%s)', (text, worked, _why) => {
  expect(isWorkingDay(calendar, day(text))).toBe(worked);
});

test('a listed day says what it is, on a weekly rest day too', () => {
  const off = { kind: 'day_off', name: 'Tết Nguyên đán', type: 'luat', basis: 'projection' };
  expect(dayKind(calendar, day('2027-02-06'))).toEqual(off);
  const madeUp = { kind: 'make_up', insteadOf: '2025-05-02', basis: 'found' };
  expect(dayKind(calendar, day('2025-04-26'))).toEqual(madeUp);
  expect(dayKind(calendar, day('2025-03-08'))).toEqual({ kind: 'weekend' });
  expect(dayKind(calendar, day('2025-03-10'))).toEqual({ kind: 'working' });
});

test.each([
  ['2027-02-04', true, 'a projection'],
  ['2026-01-10', true, 'a proposed make-up Saturday'],
  ['2026-01-02', true, 'the proposed swapped day'],
  ['2026-08-22', false, 'own knowledge, not a projection'],
  ['2027-01-01', false, 'follows from the law'],
  ['2025-01-27', false, 'declared'],
  ['2025-03-10', false, 'not listed'],
])('%s is provisional: %s (%s)', (text, provisional, _why) => {
  expect(isProvisional(dayKind(calendar, day(text)))).toBe(provisional);
});

describe('Ngày Văn hóa Việt Nam, 24/11, awaits its law', () => {
  test('so it is worked unless switched on, and provisional then', () => {
    expect(isWorkingDay(calendar, day('2026-11-24'))).toBe(true);
    expect(isWorkingDay(withPending, day('2026-11-24'))).toBe(false);
    expect(isProvisional(dayKind(withPending, day('2026-11-24')))).toBe(true);
  });

  test('so it is off from 2026 only', () => {
    expect(isWorkingDay(withPending, day('2025-11-24'))).toBe(true);
  });

  test('and on a weekly rest day the next working day is off instead (Điều 111.3)', () => {
    expect(isWorkingDay(withPending, day('2029-11-26'))).toBe(false);
    expect(isWorkingDay(withPending, day('2030-11-25'))).toBe(false);
    expect(isWorkingDay(withPending, day('2030-11-26'))).toBe(true);
    expect(isWorkingDay(withPending, day('2026-11-25'))).toBe(true);
  });

  test('but a date that the year lists itself stays as listed', () => {
    const years = { 2029: { daysOff: [], workingSaturdays: [{ date: '2029-11-24' }] } };
    const listed = readCalendar({ years, pendingHolidays: national.pendingHolidays });
    expect(isWorkingDay(workingCalendar(listed, { pending: true }), day('2029-11-24'))).toBe(true);
  });

  test('and a holiday that is not meant as a day off never is one', () => {
    const pendingHolidays = [{ name: 'x', monthDay: '11-24', paidDayOffIntended: false }];
    const other = readCalendar({ years: { 2026: { daysOff: [] } }, pendingHolidays });
    expect(isWorkingDay(workingCalendar(other, { pending: true }), day('2026-11-24'))).toBe(true);
  });
});

test.each(['2016-12-31', '2031-01-01'])('%s is in a year that nobody decided on, and is refused', (text) => {
  const refusal = expect.objectContaining({
    code: 'invalid_input',
    faults: [{ path: [], code: 'unknown_year', detail: { year: yearOf(day(text)) } }],
  });
  expect(() => dayKind(calendar, day(text))).toThrow(refusal);
  expect(() => isWorkingDay(calendar, day(text))).toThrow(refusal);
});
