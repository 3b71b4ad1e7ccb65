import { describe, expect, test } from 'vitest';
import national from '../../../../data/holidays.json' with { type: 'json' };
import { AppError } from '../app-error.ts';
import { printPath } from '../fault.ts';
import { readCalendar } from './calendar-file.ts';
import { Day } from './day.ts';
import { type DueRequest, Limit, Suspension } from './due-request.ts';
import { type Due, dueTime, nthWorkingDayAfter } from './due-time.ts';
import { Clock, Moment } from './moment.ts';
import { workingCalendar } from './working-calendar.ts';

const file = readCalendar(national);
const calendar = workingCalendar(file);

type More = {
  mode?: DueRequest['mode'];
  cutoff?: string;
  suspend?: readonly string[];
  suspendMode?: DueRequest['suspendMode'];
  calendar?: DueRequest['calendar'];
};

function due(received: string, limit: string, { cutoff, suspend = [], ...more }: More = {}): Due {
  return dueTime({
    calendar,
    received: Moment.parse(received),
    limit: Limit.parse(limit),
    mode: 'by_date',
    suspendMode: 'extend',
    ...more,
    cutoff: cutoff === undefined ? undefined : Clock.parse(cutoff),
    suspensions: suspend.map((span) => {
      const [from, to] = span.split('/');
      return Suspension.parse({ from, to });
    }),
  });
}

function faultsOf(ask: () => Due): string[] {
  try {
    ask();
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.faults.map(({ path, code }) => `${printPath(path)}: ${code}`);
  }
}

describe('working days end at a closing', () => {
  test.each<[string, string, string, string, More?]>([
    ['2025-01-23T15:30', '5d', '2025-02-06T17:00', 'Tết Ất Tỵ lies between (25/1–2/2/2025)'],
    ['2026-02-12T09:00', '3d', '2026-02-24T17:00', 'Tết Bính Ngọ lies between (14–22/2/2026)'],
    ['2025-03-07T09:00', '1d', '2025-03-10T17:00', 'an ordinary Saturday is not a working day'],
    ['2018-12-28T09:00', '3d', '2019-01-04T17:00', '31/12/2018 is off, swapped for 5/1/2019'],
    ['2018-12-28T09:00', '4d', '2019-01-05T17:00', 'Saturday 5/1/2019 is worked for 31/12/2018'],
    ['2019-05-02T09:00', '2d', '2019-05-04T17:00', 'Saturday 4/5/2019 is worked for 29/4/2019'],
    ['2025-04-24T10:00', '2d', '2025-04-26T17:00', 'Saturday 26/4/2025 is worked for 2/5/2025'],
    ['2025-04-24T10:00', '5d', '2025-05-05T17:00', '30/4, 1/5 and the swapped 2/5/2025 are off'],
    ['2025-08-29T09:00', '1d', '2025-09-03T17:00', '1/9 and 2/9/2025 are off'],
    ['2024-12-31T16:00', '1d', '2025-01-02T17:00', 'over the end of the year'],
    ['2025-03-08T09:00', '1d', '2025-03-11T17:00', 'received on a Saturday, effective on Monday'],
    ['2025-04-26T09:00', '1d', '2025-04-28T17:00', 'received on a make-up Saturday, effective at once'],
    ['2025-03-05T23:59', '1d', '2025-03-06T17:00', 'late in the evening, without a cut-off'],
    ['2025-03-05T15:00', '1d', '2025-03-06T17:00', 'at the cut-off is in time', { cutoff: '15:00' }],
    ['2025-03-05T15:01', '1d', '2025-03-07T17:00', 'a minute after it is not', { cutoff: '15:00' }],
    ['2025-03-07T15:01', '1d', '2025-03-11T17:00', 'after it on a Friday', { cutoff: '15:00' }],
    ['2025-03-08T09:00', '1d', '2025-03-11T17:00', 'before it on a Saturday', { cutoff: '15:00' }],
    ['2025-03-05T10:00', '0d', '2025-03-05T17:00', 'no day at all: the effective day'],
    ['2025-03-08T10:00', '0d', '2025-03-10T17:00', 'which is Monday for a Saturday'],
    ['2025-03-05T15:01', '0d', '2025-03-06T17:00', 'and tomorrow after the cut-off', { cutoff: '15:00' }],
  ])('%s and %s is %s (%s)', (received, limit, expected, _why, more) => {
    expect(due(received, limit, more).due).toBe(expected);
  });
});

describe('calendar days end at a closing of a working day', () => {
  test.each<[string, string, string, string, More?]>([
    ['2025-03-05T10:00', '7cd', '2025-03-12T17:00', 'a Wednesday a week later'],
    ['2025-03-05T10:00', '10cd', '2025-03-17T17:00', 'the tenth day is a Saturday'],
    ['2025-01-23T10:00', '5cd', '2025-02-03T17:00', 'the fifth day is in Tết'],
    ['2025-04-16T10:00', '10cd', '2025-04-26T17:00', 'the tenth day is a make-up Saturday'],
    ['2025-03-05T16:00', '7cd', '2025-03-12T17:00', 'a cut-off changes nothing', { cutoff: '15:00' }],
    ['2025-03-08T10:00', '0cd', '2025-03-10T17:00', 'received on a Saturday, without any day'],
    ['2025-03-05T10:00', '10cd', '2025-03-17T17:00', 'by hours the same', { mode: 'by_hours' }],
  ])('%s and %s is %s (%s)', (received, limit, expected, _why, more) => {
    expect(due(received, limit, more).due).toBe(expected);
  });
});

describe('working hours count from the minute of receipt', () => {
  test.each<[string, string, string, string, string?]>([
    ['2025-01-23T15:30', '40h', '2025-02-06T15:30', 'over Tết Ất Tỵ'],
    ['2025-03-05T15:30', '2d', '2025-03-07T15:30', 'a working day is eight hours'],
    ['2025-03-05T11:00', '1h', '2025-03-05T13:30', 'over the midday break'],
    ['2025-03-05T12:10', '1h', '2025-03-05T14:00', 'received in the midday break'],
    ['2025-03-05T07:30', '4h', '2025-03-05T11:30', 'a sum that ends at noon stays there'],
    ['2025-03-05T07:30', '8h', '2025-03-05T17:00', 'a sum that ends at closing stays there'],
    ['2025-03-05T06:00', '1h', '2025-03-05T08:30', 'received before opening'],
    ['2025-03-05T17:00', '1h', '2025-03-06T08:30', 'received at closing'],
    ['2025-03-07T16:30', '1h', '2025-03-10T08:00', 'over an ordinary weekend'],
    ['2025-04-25T16:30', '1h', '2025-04-26T08:00', 'into a make-up Saturday'],
    ['2025-03-08T10:00', '1h', '2025-03-10T08:30', 'received on a Saturday'],
    ['2025-03-05T15:00', '1h', '2025-03-05T16:00', 'at the cut-off', '15:00'],
    ['2025-03-05T15:01', '1h', '2025-03-06T08:30', 'after the cut-off', '15:00'],
    ['2025-03-05T10:00', '0h', '2025-03-05T10:00', 'no hour within working time'],
    ['2025-03-05T12:00', '0h', '2025-03-05T13:00', 'no hour within the midday break'],
    ['2025-03-05T17:00', '0h', '2025-03-06T07:30', 'no hour after closing'],
  ])('%s and %s is %s (%s)', (received, limit, expected, _why, cutoff) => {
    const more: More = cutoff === undefined ? {} : { cutoff };
    expect(due(received, limit, { mode: 'by_hours', ...more }).due).toBe(expected);
  });
});

test.each<[string, string, DueRequest['mode']]>([
  ['2030-12-31T16:00', '1h', 'by_hours'],
  ['2030-12-30T16:00', '1d', 'by_date'],
  ['2030-12-31T16:00', '0d', 'by_date'],
  ['2030-12-26T16:00', '5cd', 'by_date'],
])('%s and %s ends at the last closing that the calendar knows', (received, limit, mode) => {
  expect(due(received, limit, { mode }).due).toBe('2030-12-31T17:00');
});

describe('a suspension', () => {
  const received = '2025-03-03T09:00';

  test.each<[string, readonly string[], string, string]>([
    ['5d', ['2025-03-04T10:00/2025-03-06T10:00'], '2025-03-12T17:00', 'two working days after 4/3 up to 6/3'],
    ['5d', ['2025-03-04T08:00/2025-03-04T16:00'], '2025-03-10T17:00', 'within one day moves nothing'],
    ['5d', ['2025-03-07T10:00/2025-03-10T08:00'], '2025-03-11T17:00', 'a weekend inside does not count'],
    ['5d', ['2025-03-07T10:00/2025-03-09T10:00'], '2025-03-10T17:00', 'a weekend alone moves nothing'],
    ['5d', ['2025-03-10T16:59/2025-03-12T10:00'], '2025-03-12T17:00', 'just before the due time'],
    ['5d', ['2025-03-10T17:00/2025-03-12T10:00'], '2025-03-10T17:00', 'at the due time moves nothing'],
    ['5d', ['2025-03-20T09:00/2025-03-21T09:00'], '2025-03-10T17:00', 'after the due time moves nothing'],
    [
      '5d',
      ['2025-03-11T09:00/2025-03-13T09:00', '2025-03-04T10:00/2025-03-06T10:00'],
      '2025-03-14T17:00',
      'the later one begins before the due time that the earlier one moved',
    ],
    [
      '5d',
      ['2025-03-04T10:00/2025-03-05T10:00', '2025-03-05T10:00/2025-03-06T10:00'],
      '2025-03-12T17:00',
      'two that touch are as one',
    ],
    ['10cd', ['2025-03-04T10:00/2025-03-06T10:00'], '2025-03-17T17:00', 'two calendar days to Saturday 15/3'],
    [
      '5cd',
      ['2025-03-09T10:00/2025-03-11T10:00'],
      '2025-03-10T17:00',
      'from 8/3 to 10/3, begun while it waited',
    ],
  ])('%s, %j extends to %s (%s)', (limit, suspend, expected, _why) => {
    expect(due(received, limit, { suspend }).due).toBe(expected);
  });

  test.each<[string, string, readonly string[], string, string]>([
    [
      '2025-03-03T08:00',
      '8h',
      ['2025-03-03T10:00/2025-03-03T15:00'],
      '2025-03-04T11:30',
      'three and a half hours',
    ],
    [
      '2025-03-03T08:00',
      '8h',
      ['2025-03-04T08:00/2025-03-06T08:00'],
      '2025-03-04T08:00',
      'begun at the due time',
    ],
    ['2025-03-03T08:00', '8h', ['2025-03-03T17:00/2025-03-04T07:30'], '2025-03-04T08:00', 'overnight'],
    [
      '2025-03-08T10:00',
      '0h',
      ['2025-03-08T12:00/2025-03-10T10:00'],
      '2025-03-10T10:00',
      'no hour, yet suspended',
    ],
  ])('%s, %s, %j extends working time to %s (%s)', (at, limit, suspend, expected, _why) => {
    expect(due(at, limit, { mode: 'by_hours', suspend }).due).toBe(expected);
  });

  test.each<[string, DueRequest['mode'], readonly string[], string, string]>([
    [
      '5d',
      'by_date',
      ['2025-03-04T10:00/2025-03-06T10:00'],
      '2025-03-13T17:00',
      'five working days after 6/3',
    ],
    ['5d', 'by_date', ['2025-03-04T10:00/2025-03-06T15:30'], '2025-03-14T17:00', 'resumed after the cut-off'],
    ['5d', 'by_date', ['2025-03-04T10:00/2025-03-08T10:00'], '2025-03-17T17:00', 'resumed on a Saturday'],
    ['5d', 'by_date', ['2025-03-10T17:00/2025-03-12T10:00'], '2025-03-10T17:00', 'begun at the due time'],
    [
      '5d',
      'by_date',
      ['2025-03-12T10:00/2025-03-14T10:00', '2025-03-04T10:00/2025-03-06T10:00'],
      '2025-03-21T17:00',
      'restarted twice',
    ],
    ['8h', 'by_hours', ['2025-03-03T10:00/2025-03-03T15:00'], '2025-03-04T15:00', 'eight hours from 15:00'],
    ['5cd', 'by_date', ['2025-03-04T10:00/2025-03-06T10:00'], '2025-03-11T17:00', 'five days after 6/3'],
  ])('%s %s, %j restarts to %s (%s)', (limit, mode, suspend, expected, _why) => {
    const asked = due(received, limit, { mode, suspend, cutoff: '15:00', suspendMode: 'restart' });
    expect(asked.due).toBe(expected);
  });
});

describe('every date from receipt to due time is explained', () => {
  test('which days count, and why the others do not', () => {
    const { explain } = due('2025-04-25T16:00', '2d', {
      cutoff: '15:00',
      suspend: ['2025-04-28T09:00/2025-04-29T10:00'],
    });
    expect(
      explain.map(({ date, counted, why }) => [date, counted, why.map(({ code }) => code).join()]),
    ).toEqual([
      ['2025-04-25', false, 'received,after_cutoff'],
      ['2025-04-26', false, 'effective,make_up'],
      ['2025-04-27', false, 'sunday'],
      ['2025-04-28', true, 'working_day'],
      ['2025-04-29', false, 'suspended'],
      ['2025-04-30', false, 'holiday'],
      ['2025-05-01', false, 'holiday'],
      ['2025-05-02', false, 'swapped'],
      ['2025-05-03', false, 'saturday'],
      ['2025-05-04', false, 'sunday'],
      ['2025-05-05', true, 'working_day'],
    ]);
  });

  test('how much of each day counts by hours', () => {
    const { explain } = due('2025-03-07T16:00', '8h', {
      mode: 'by_hours',
      suspend: ['2025-03-10T07:00/2025-03-10T18:00'],
    });
    expect(
      explain.map(({ date, why }) => [date, ...why.map(({ code, detail }) => detail?.minutes ?? code)]),
    ).toEqual([
      ['2025-03-07', 'received', 60],
      ['2025-03-08', 'saturday'],
      ['2025-03-09', 'sunday'],
      ['2025-03-10', 'suspended'],
      ['2025-03-11', 420],
    ]);
  });

  test('that a last calendar day moved to a working day', () => {
    const { explain } = due('2025-03-06T09:00', '2cd');
    expect(explain.map(({ counted, why }) => [counted, why.map(({ code }) => code).join()])).toEqual([
      [false, 'received,first_day'],
      [true, 'calendar_day'],
      [true, 'calendar_day,saturday'],
      [false, 'sunday'],
      [false, 'moved'],
    ]);
  });

  test('what a restart dropped', () => {
    const suspend = ['2025-03-05T09:00/2025-03-06T10:00'];
    const { explain } = due('2025-03-04T09:00', '1d', { suspend, suspendMode: 'restart' });
    expect(explain.map(({ counted, why }) => [counted, why.map(({ code }) => code).join()])).toEqual([
      [false, 'received,restarted'],
      [false, 'restarted'],
      [false, 'resumed,effective'],
      [true, 'working_day'],
    ]);
  });
});

describe('a due time is provisional', () => {
  test.each<[string, string, boolean, string]>([
    ['2027-02-03T09:00', '1d', true, 'Tết Đinh Mùi is a projection'],
    ['2026-01-09T09:00', '1d', true, 'the make-up Saturday 10/1/2026 is a proposal'],
    ['2026-01-09T09:00', '0d', false, 'when it ends before'],
    ['2025-01-23T09:00', '5d', false, 'Tết Ất Tỵ is declared'],
    ['2027-02-11T09:00', '5d', false, 'nothing listed lies between'],
  ])('%s and %s: %s (%s)', (received, limit, provisional, _why) => {
    const asked = due(received, limit);
    expect(asked.provisional).toBe(provisional);
    expect(asked.explain.some(({ why }) => why.some(({ code }) => code === 'provisional'))).toBe(provisional);
  });

  test('over a pending holiday only when that is switched on', () => {
    const on = due('2026-11-23T09:00', '1d', { calendar: workingCalendar(file, { pending: true }) });
    expect([on.due, on.provisional]).toEqual(['2026-11-25T17:00', true]);
    const off = due('2026-11-23T09:00', '1d');
    expect([off.due, off.provisional]).toEqual(['2026-11-24T17:00', false]);
  });
});

describe('refused', () => {
  const at = '2025-03-03T09:00';

  test.each<[string, () => Due, string[]]>([
    ['hours by date', () => due(at, '40h'), ['limit: hours_by_date']],
    ['a receipt in an unknown year', () => due('2016-12-30T09:00', '1d'), ['received: unknown_year']],
    ['a day counted into an unknown year', () => due('2030-12-30T09:00', '4d'), ['$: unknown_year']],
    ['hours into it', () => due('2030-12-31T16:00', '2h', { mode: 'by_hours' }), ['$: unknown_year']],
    ['calendar days into it', () => due('2030-12-30T09:00', '2cd'), ['$: unknown_year']],
    [
      'a suspension that begins before the receipt',
      () => due(at, '1d', { suspend: ['2025-03-03T08:59/2025-03-03T10:00'] }),
      ['suspensions[0].from: suspended_before_receipt'],
    ],
    [
      'a suspension that ends when it begins',
      () => due(at, '1d', { suspend: ['2025-03-04T09:00/2025-03-04T09:00'] }),
      ['suspensions[0]: suspension_empty'],
    ],
    [
      'overlapping suspensions, at the later one',
      () =>
        due(at, '1d', {
          suspend: ['2025-03-05T09:00/2025-03-06T09:00', '2025-03-04T09:00/2025-03-05T09:01'],
        }),
      ['suspensions[0]: suspensions_overlap'],
    ],
    [
      'a suspension that ends in an unknown year, even one that changes nothing',
      () => due(at, '1d', { suspend: ['2030-03-05T09:00/2031-01-06T09:00'] }),
      ['suspensions[0].to: unknown_year'],
    ],
  ])('%s', (_, ask, faults) => {
    expect(faultsOf(ask)).toEqual(faults);
  });

  test('everything at once', () => {
    const suspend = ['2030-03-05T09:00/2031-01-06T09:00', '2025-03-02T09:00/2025-03-01T09:00'];
    expect(faultsOf(() => due(at, '4h', { suspend }))).toEqual([
      'limit: hours_by_date',
      'suspensions[0].to: unknown_year',
      'suspensions[1].from: suspended_before_receipt',
      'suspensions[1]: suspension_empty',
    ]);
  });

  test.each(['5', 'd', '-1d', '1.5d', '5 d', '5D', '5w', '100001d', ''])('%j as a limit', (written) => {
    expect(Limit.safeParse(written).success).toBe(false);
  });

  test('a long limit at the first year nobody decided on', () => {
    for (const limit of ['100000d', '100000cd']) {
      const refusal = { faults: [{ path: [], code: 'unknown_year', detail: { year: 2031 } }] };
      expect(() => due(at, limit)).toThrow(expect.objectContaining(refusal));
    }
  });
});

test.each([
  ['2025-01-23', 5, '2025-02-06', 'over Tết'],
  ['2025-03-08', 1, '2025-03-11', 'an event on a Saturday has effect on Monday'],
  ['2025-03-08', 0, '2025-03-10', 'no day after it'],
  ['2025-04-26', 0, '2025-04-26', 'a make-up Saturday has effect itself'],
])('%s and %i working days is %s (%s)', (event, n, expected, _why) => {
  expect(nthWorkingDayAfter(calendar, Day.parse(event), n)).toBe(expected);
});
