import type { DayOff } from './calendar-file.ts';
import { type Day, daysFrom, weekdayOf } from './day.ts';
import type { DueRequest, Suspension } from './due-request.ts';
import { effectiveMoment, type Run, workingSpans } from './due-run.ts';
import { clockOf, dayOf, type Moment, minuteOf, momentAt } from './moment.ts';
import { type DayKind, dayKind, isProvisional, type WorkingCalendar } from './working-calendar.ts';

export type ReasonCode =
  | 'received'
  | 'resumed'
  | 'restarted'
  | 'effective'
  | 'after_cutoff'
  | 'suspended'
  | 'working_day'
  | 'working_hours'
  | 'no_hours'
  | 'first_day'
  | 'calendar_day'
  | 'moved'
  | 'saturday'
  | 'sunday'
  | 'day_off'
  | 'holiday'
  | 'in_lieu'
  | 'swapped'
  | 'make_up'
  | 'provisional';

/** One thing to say about a day; the sentence of the code lives in `text`, with the values in `detail`. */
type Reason = {
  readonly code: ReasonCode;
  readonly detail?: Readonly<Record<string, string | number>>;
};

export type ExplainedDay = { readonly date: Day; readonly counted: boolean; readonly why: readonly Reason[] };

type Verdict = { readonly counted: boolean; readonly why: readonly Reason[] };
type Counter = (date: Day, kind: DayKind) => Verdict;

/** Every date from the receipt's to the due date, ascending; as many days count as the limit has. */
export function explain(request: DueRequest, run: Run): ExplainedDay[] {
  const { calendar, received } = request;
  const count = counterOf(request, run);
  return [...daysFrom(dayOf(received), dayOf(run.due))].map((date) => {
    const kind = dayKind(calendar, date);
    const { counted, why } = date < dayOf(run.start) ? dropped(run, date, kind) : count(date, kind);
    return { date, counted, why: [...arrivals(request, run, date), ...why, ...listing(kind)] };
  });
}

function counterOf(request: DueRequest, run: Run): Counter {
  if (request.limit.unit === 'calendar_days') return calendarDays(request, run);
  return request.mode === 'by_date' ? workingDays(request, run) : workingHours(request, run);
}

/** The effective day is not counted; a day suspended at its closing is not, and the effective day can be one. */
function workingDays({ calendar, cutoff }: DueRequest, { start, applied }: Run): Counter {
  const effective = dayOf(effectiveMoment(calendar, start, cutoff));
  let passed = -1;
  return (date, kind) => {
    if (isRest(kind)) return no(restReason(date, kind));
    if (date < effective) return no({ code: 'after_cutoff', detail: { cutoff: cutoff ?? '' } });
    const suspension = applied.find(({ from, to }) => dayOf(from) < date && date <= dayOf(to));
    if (suspension !== undefined) return no(suspended(suspension));
    passed += 1;
    return passed === 0 ? no({ code: 'effective' }) : yes({ code: 'working_day', detail: { nth: passed } });
  };
}

function calendarDays({ limit }: DueRequest, { start, applied }: Run): Counter {
  let passed = 0;
  return (date, kind) => {
    const rest = isRest(kind) ? [restReason(date, kind)] : [];
    if (date === dayOf(start) && (limit.count > 0 || rest.length === 0))
      return no({ code: 'first_day' }, ...rest);
    const suspension = applied.find(({ from, to }) => dayOf(from) < date && date <= dayOf(to));
    if (suspension !== undefined) return no(suspended(suspension), ...rest);
    if (passed === limit.count) return no(...(rest.length > 0 ? rest : [{ code: 'moved' } as const]));
    passed += 1;
    return yes({ code: 'calendar_day', detail: { nth: passed } }, ...rest);
  };
}

function workingHours({ calendar, cutoff }: DueRequest, run: Run): Counter {
  const effective = effectiveMoment(calendar, run.start, cutoff);
  const minutes = minutesByDay(calendar, effective, run);
  return (date, kind) => {
    if (isRest(kind)) return no(restReason(date, kind));
    const pauses = run.applied
      .filter(({ from, to }) => dayOf(from) <= date && date <= dayOf(to))
      .map(suspended);
    const counted = minutes.get(date);
    if (counted !== undefined) return yes({ code: 'working_hours', detail: { minutes: counted } }, ...pauses);
    if (date < dayOf(effective)) return no({ code: 'after_cutoff', detail: { cutoff: cutoff ?? '' } });
    return pauses.length > 0 ? no(...pauses) : no({ code: 'no_hours' });
  };
}

function minutesByDay(calendar: WorkingCalendar, effective: Moment, { applied, due }: Run): Map<Day, number> {
  const minutes = new Map<Day, number>();
  for (const { day, opens, closes } of workingSpans(calendar, effective, applied)) {
    const end = day < dayOf(due) ? closes : Math.min(closes, minuteOf(due));
    if (end > opens) minutes.set(day, (minutes.get(day) ?? 0) + end - opens);
    if (momentAt(day, closes) >= due) break;
  }
  return minutes;
}

/** A day before the suspension that restarted the limit ended. */
function dropped({ start }: Run, date: Day, kind: DayKind): Verdict {
  return no(isRest(kind) ? restReason(date, kind) : { code: 'restarted', detail: { to: start } });
}

function* arrivals({ received }: DueRequest, { start }: Run, date: Day): Generator<Reason> {
  if (date === dayOf(received)) yield { code: 'received', detail: { at: clockOf(received) } };
  if (date === dayOf(start) && start !== received) yield { code: 'resumed', detail: { at: clockOf(start) } };
}

function* listing(kind: DayKind): Generator<Reason> {
  if (kind.kind === 'make_up') yield { code: 'make_up', detail: { insteadOf: kind.insteadOf ?? '' } };
  if (isProvisional(kind)) yield { code: 'provisional' };
}

function suspended({ from, to }: Suspension): Reason {
  return { code: 'suspended', detail: { from, to } };
}

type Rest = Extract<DayKind, { kind: 'weekend' | 'day_off' }>;

function isRest(kind: DayKind): kind is Rest {
  return kind.kind === 'weekend' || kind.kind === 'day_off';
}

const DAY_OFF = { luat: 'holiday', bu: 'in_lieu', 'hoan-doi': 'swapped' } as const satisfies Record<
  NonNullable<DayOff['kind']>,
  ReasonCode
>;

function restReason(date: Day, kind: Rest): Reason {
  if (kind.kind === 'weekend') return { code: weekdayOf(date) === 6 ? 'saturday' : 'sunday' };
  const code = kind.type === undefined ? 'day_off' : DAY_OFF[kind.type];
  return { code, detail: { name: kind.name ?? '' } };
}

function yes(...why: readonly Reason[]): Verdict {
  return { counted: true, why };
}

function no(...why: readonly Reason[]): Verdict {
  return { counted: false, why };
}
