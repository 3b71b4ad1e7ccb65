import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import national from '../../../../data/holidays.json' with { type: 'json' };
import { readCalendar } from './calendar-file.ts';
import type { DueRequest } from './due-request.ts';
import { dueTime } from './due-time.ts';
import { Clock, Moment } from './moment.ts';
import { workingCalendar } from './working-calendar.ts';

/** The same rules once more, as a clerk with a calendar on the wall counts: minutes since 1970, one after the other. */
const MINUTES = 60_000;
const DAY = 1440;
const years = [2024, 2025, 2026].map((year) => national.years[`${year}` as '2024']);
const off = new Set(years.flatMap(({ daysOff }) => daysOff.map(({ date }) => date)));
const madeUp = new Set(years.flatMap(({ workingSaturdays }) => workingSaturdays.map(({ date }) => date)));

const minuteOf = (text: string) => Date.parse(`${text}Z`) / MINUTES;
const textOf = (minute: number) => new Date(minute * MINUTES).toISOString().slice(0, 16);
const dayOf = (minute: number) => Math.floor(minute / DAY);

function worked(day: number): boolean {
  const text = textOf(day * DAY).slice(0, 10);
  const weekday = new Date(day * DAY * MINUTES).getUTCDay();
  return madeUp.has(text) || (weekday !== 0 && weekday !== 6 && !off.has(text));
}

function nextWorked(day: number): number {
  return worked(day + 1) ? day + 1 : nextWorked(day + 1);
}

function open(minute: number): boolean {
  const ofDay = minute % DAY;
  const hours = (ofDay >= 450 && ofDay < 690) || (ofDay >= 780 && ofDay < 1020);
  return hours && worked(dayOf(minute));
}

type Span = { readonly from: number; readonly to: number };

/** `cutoff` in minutes after midnight, 1439 for none. */
function effective(received: number, cutoff: number): number {
  const inTime = worked(dayOf(received)) && received % DAY <= cutoff;
  return inTime ? received : nextWorked(dayOf(received)) * DAY;
}

function naiveHours(received: number, cutoff: number, minutes: number, spans: readonly Span[]): number {
  let left = minutes;
  let minute = effective(received, cutoff);
  for (; left > 0; minute += 1) {
    if (open(minute) && !spans.some(({ from, to }) => from <= minute && minute < to)) left -= 1;
  }
  return minute;
}

function naiveDate(received: number, cutoff: number, days: number, spans: readonly Span[]): number {
  let due = dayOf(effective(received, cutoff));
  for (let i = 0; i < days; i += 1) due = nextWorked(due);
  for (const { from, to } of spans) {
    if (from >= due * DAY + 1020) continue;
    for (let day = dayOf(from) + 1; day <= dayOf(to); day += 1) if (worked(day)) due = nextWorked(due);
  }
  return due * DAY + 1020;
}

function naiveCalendar(received: number, days: number, spans: readonly Span[]): number {
  let last = dayOf(received) + days;
  const due = () => (worked(last) ? last : nextWorked(last)) * DAY + 1020;
  for (const { from, to } of spans) if (from < due()) last += dayOf(to) - dayOf(from);
  return due();
}

const calendar = workingCalendar(readCalendar(national));

const anyReceipt = fc.integer({ min: minuteOf('2024-11-01T00:00'), max: minuteOf('2026-02-28T23:59') });
const anyCutoff = fc.option(fc.integer({ min: 360, max: 1080 }), { nil: 1439 });

/** Up to three suspensions after the receipt, in order, some touching, some long past the due time. */
const anyGaps = fc.array(
  fc.record({ wait: fc.integer({ min: 0, max: 4 * DAY }), length: fc.integer({ min: 1, max: 5 * DAY }) }),
  { maxLength: 3 },
);

function spansAfter(received: number, gaps: readonly { wait: number; length: number }[]): Span[] {
  let at = received;
  return gaps.map(({ wait, length }) => {
    const from = at + wait;
    at = from + length;
    return { from, to: at };
  });
}

function request(
  received: number,
  cutoff: number,
  spans: readonly Span[],
  more: Partial<DueRequest>,
): DueRequest {
  return {
    calendar,
    received: Moment.parse(textOf(received)),
    limit: { unit: 'working_days', count: 1 },
    mode: 'by_date',
    cutoff: cutoff === 1439 ? undefined : Clock.parse(textOf(cutoff).slice(11)),
    suspensions: spans.map(({ from, to }) => ({
      from: Moment.parse(textOf(from)),
      to: Moment.parse(textOf(to)),
    })),
    suspendMode: 'extend',
    ...more,
  };
}

/** Each suspension that begins before the due time counted without it, and its followers, starts the count anew. */
function naiveRestart(count: (from: number) => number, received: number, spans: readonly Span[]): number {
  let due = count(received);
  for (const { from, to } of spans) if (from < due) due = count(to);
  return due;
}

describe('counting equals a clerk who counts one by one', () => {
  test('working time, minute by minute', () => {
    const anyHours = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(anyReceipt, anyCutoff, anyHours, anyGaps, (received, cutoff, hours, gaps) => {
        const spans = spansAfter(received, gaps);
        const limit = { unit: 'working_hours', count: hours } as const;
        const asked = request(received, cutoff, spans, { limit, mode: 'by_hours' });
        expect(dueTime(asked).due).toBe(textOf(naiveHours(received, cutoff, hours * 60, spans)));
        const anew = naiveRestart((from) => naiveHours(from, cutoff, hours * 60, []), received, spans);
        expect(dueTime({ ...asked, suspendMode: 'restart' }).due).toBe(textOf(anew));
      }),
      { numRuns: 150 },
    );
  });

  test('working days, day by day', () => {
    const anyDays = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(anyReceipt, anyCutoff, anyDays, anyGaps, (received, cutoff, count, gaps) => {
        const spans = spansAfter(received, gaps);
        const asked = request(received, cutoff, spans, { limit: { unit: 'working_days', count } });
        expect(dueTime(asked).due).toBe(textOf(naiveDate(received, cutoff, count, spans)));
        const anew = naiveRestart((from) => naiveDate(from, cutoff, count, []), received, spans);
        expect(dueTime({ ...asked, suspendMode: 'restart' }).due).toBe(textOf(anew));
      }),
      { numRuns: 500 },
    );
  });

  test('calendar days, with a last day that is worked', () => {
    fc.assert(
      fc.property(anyReceipt, fc.integer({ min: 0, max: 60 }), anyGaps, (received, count, gaps) => {
        const spans = spansAfter(received, gaps);
        const asked = request(received, 1439, spans, { limit: { unit: 'calendar_days', count } });
        expect(dueTime(asked).due).toBe(textOf(naiveCalendar(received, count, spans)));
        const anew = naiveRestart((from) => naiveCalendar(from, count, []), received, spans);
        expect(dueTime({ ...asked, suspendMode: 'restart' }).due).toBe(textOf(anew));
      }),
      { numRuns: 500 },
    );
  });
});

test('the explanation has every date once, counts as many as the limit has, and ends on the due date', () => {
  const anyLimit = fc.record({
    unit: fc.constantFrom('working_days', 'working_hours', 'calendar_days'),
    count: fc.integer({ min: 0, max: 30 }),
  });
  const anySuspendMode = fc.constantFrom('extend', 'restart');
  fc.assert(
    fc.property(
      anyReceipt,
      anyCutoff,
      anyLimit,
      anySuspendMode,
      anyGaps,
      (received, cutoff, limit, suspendMode, gaps) => {
        const mode = limit.unit === 'working_hours' ? 'by_hours' : 'by_date';
        const asked = request(received, cutoff, spansAfter(received, gaps), { limit, mode, suspendMode });
        const { due, explain } = dueTime(asked);
        const length = dayOf(minuteOf(due)) - dayOf(received) + 1;
        const dates = Array.from({ length }, (_, i) => textOf(received + i * DAY).slice(0, 10));
        expect(explain.map(({ date }) => date)).toEqual(dates);
        const counted = explain.filter((day) => day.counted);
        const hours = counted.flatMap(({ why }) =>
          why.map(({ detail }) => Number(detail?.minutes ?? 0) / 60),
        );
        const sum = limit.unit === 'working_hours' ? hours.reduce((a, b) => a + b, 0) : counted.length;
        expect(sum).toBeCloseTo(limit.count);
      },
    ),
    { numRuns: 1000 },
  );
});
