import { describe, expect, test } from 'vitest';
import national from '../../../../data/holidays.json' with { type: 'json' };
import { AppError } from '../app-error.ts';
import { fault, printPath } from '../fault.ts';
import { readCalendar } from './calendar-file.ts';
import { Day, weekdayOf } from './day.ts';

function faultsOf(document: unknown, writing: Parameters<typeof readCalendar>[1] = []): string[] {
  try {
    readCalendar(document, writing);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.faults.map(({ path, code }) => `${printPath(path)}: ${code}`);
  }
}

const off = (date: string, more: object = {}) => ({ years: { 2025: { daysOff: [{ date, ...more }] } } });

describe('the shipped national calendar', () => {
  const years = Object.entries(readCalendar(national).years);

  test('knows 2017 to 2030 without a gap', () => {
    expect(years.map(([year]) => Number(year))).toEqual(Array.from({ length: 14 }, (_, i) => 2017 + i));
  });

  test.each(years)('%s lists as weekdays off exactly the days off from Monday to Friday', (_, year) => {
    const weekdays = year.daysOff.map(({ date }) => date).filter((date) => weekdayOf(date) <= 5);
    expect(year.weekdaysOff).toEqual(weekdays);
  });

  test.each(years)('%s has mồng Một Tết and Giỗ Tổ among its days off', (_, { lunar, daysOff }) => {
    const dates = daysOff.map(({ date }) => date);
    expect(dates).toContain(lunar?.mung1Tet.date);
    expect(dates).toContain(lunar?.gioTo10Thang3.date);
    for (const { date, weekday } of [lunar?.mung1Tet, lunar?.gioTo10Thang3].flatMap((day) => day ?? [])) {
      expect(weekday).toBe(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekdayOf(date) - 1]);
    }
  });

  test('makes up on a Saturday for a day that is off', () => {
    const daysOff = new Set(years.flatMap(([, year]) => year.daysOff.map(({ date }) => date)));
    const madeUp = years.flatMap(([, year]) => year.workingSaturdays);
    expect(madeUp.map(({ date }) => date)).toEqual([
      '2019-01-05',
      '2019-05-04',
      '2024-05-04',
      '2025-04-26',
      '2026-01-10',
      '2026-08-22',
    ]);
    for (const { date, insteadOf } of madeUp) {
      expect(weekdayOf(date)).toBe(6);
      expect(daysOff).toContain(insteadOf);
    }
  });

  test('has every holiday of Điều 112 of the Labor Code each year', () => {
    for (const [year, { daysOff }] of years) {
      const dates = daysOff.map(({ date }) => date);
      for (const fixed of ['01-01', '04-30', '05-01', '09-02']) expect(dates).toContain(`${year}-${fixed}`);
    }
  });
});

test('days off and make-up Saturdays are all that a calendar needs', () => {
  const document = {
    format: 'minhchung/calendar@1',
    years: { 2025: { daysOff: [{ date: '2025-01-01' }], workingSaturdays: [{ date: '2025-04-26' }] } },
  };
  expect(readCalendar(document).years['2025']?.daysOff).toEqual([{ date: Day.parse('2025-01-01') }]);
});

describe('a calendar is refused', () => {
  test.each<[string, unknown, string[]]>([
    ['without years', {}, ['years: required']],
    ['with an unknown key', { years: {}, yeers: {} }, ['yeers: unknown_key']],
    ['of another format', { format: 'minhchung/scorecard@1', years: {} }, ['format: not_allowed']],
    ['with a year that is none', { years: { 25: { daysOff: [] } } }, ['years["25"]: calendar_year']],
    ['with a year that lists nothing', { years: { 2025: {} } }, ['years["2025"].daysOff: required']],
    ['with a day that does not exist', off('2025-02-30'), ['years["2025"].daysOff[0].date: day']],
    ['with a day of another year', off('2024-12-31'), ['years["2025"].daysOff[0].date: outside_year']],
    [
      'with an unknown key of a day',
      off('2025-01-01', { nam: 'x' }),
      ['years["2025"].daysOff[0].nam: unknown_key'],
    ],
    [
      'with an unknown basis',
      off('2025-01-01', { basis: 'x' }),
      ['years["2025"].daysOff[0].basis: calendar_basis'],
    ],
    [
      'with an unknown kind',
      off('2025-01-01', { kind: 'x' }),
      ['years["2025"].daysOff[0].kind: day_off_kind'],
    ],
    [
      'with a weekday that contradicts the date',
      off('2025-01-01', { weekday: 'Thu' }),
      ['years["2025"].daysOff[0].weekday: weekday_differs'],
    ],
    [
      'with a pending holiday on no day of the year',
      { years: {}, pendingHolidays: [{ name: 'x', monthDay: '11-31' }] },
      ['pendingHolidays[0].monthDay: month_day'],
    ],
  ])('%s', (_, document, faults) => {
    expect(faultsOf(document)).toEqual(faults);
  });

  test('for everything that is wrong in it at once', () => {
    const daysOff = [{ date: '2025-05-02' }, { date: '2025-05-02' }, { date: '2025-04-26' }, { on: 1 }];
    const workingSaturdays = [{ date: '2025-04-26' }, { date: '2025-04-27' }];
    expect(faultsOf({ years: { 2025: { daysOff, workingSaturdays } } })).toEqual([
      'years["2025"].daysOff[3].date: required',
      'years["2025"].daysOff[3].on: unknown_key',
      'years["2025"].daysOff[1].date: date_twice',
      'years["2025"].workingSaturdays[0].date: off_and_working',
      'years["2025"].workingSaturdays[1].date: not_saturday',
    ]);
  });

  test('for how it is written and for what it says, once at each place', () => {
    const writing = [fault(['years', '2025', 'daysOff', 0, 'date'], 'float')];
    expect(faultsOf({ years: { 2025: { daysOff: [{ date: 2025.5 }] } }, x: 1 }, writing)).toEqual([
      'years["2025"].daysOff[0].date: float',
      'x: unknown_key',
    ]);
  });
});
