import { addDays, type Day, daysBetween, daysFrom } from './day.ts';
import type { DueRequest, Suspension } from './due-request.ts';
import { clockOf, dayOf, type Moment, minuteOf, momentAt } from './moment.ts';
import {
  isWorkingDay,
  nextWorkingDay,
  requireYears,
  type Session,
  type WorkingCalendar,
  workingDayFrom,
  workingDaysOn,
} from './working-calendar.ts';

const HOURS_PER_WORKING_DAY = 8;

/** One running of the limit: from the receipt or from the end of the last suspension that restarted it. */
export type Run = {
  readonly start: Moment;
  /** The suspensions that move the due time of this run. */
  readonly applied: readonly Suspension[];
  readonly due: Moment;
};

/** Applies suspensions in order of time; one that begins at or after the due time found so far changes nothing. */
export function lastRun(request: DueRequest): Run {
  const { received, suspensions, suspendMode } = request;
  let run = runFrom(request, received, []);
  for (const suspension of [...suspensions].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (suspension.from >= run.due) break;
    run =
      suspendMode === 'restart'
        ? runFrom(request, suspension.to, [])
        : runFrom(request, received, [...run.applied, suspension]);
  }
  return run;
}

function runFrom(request: DueRequest, start: Moment, applied: readonly Suspension[]): Run {
  return { start, applied, due: dueFrom(request, start, applied) };
}

function dueFrom(request: DueRequest, start: Moment, applied: readonly Suspension[]): Moment {
  const { calendar, limit, mode, cutoff } = request;
  if (limit.unit === 'calendar_days') return dueByCalendar(calendar, start, limit.count, applied);
  const effective = effectiveMoment(calendar, start, cutoff);
  if (mode === 'by_date') return dueByDate(calendar, dayOf(effective), limit.count, applied);
  const hours = limit.unit === 'working_days' ? limit.count * HOURS_PER_WORKING_DAY : limit.count;
  return dueByHours(calendar, effective, hours * 60, applied);
}

/** The receipt itself on a working day not later than the cut-off, otherwise the next working day's opening. */
export function effectiveMoment(
  calendar: WorkingCalendar,
  received: Moment,
  cutoff: DueRequest['cutoff'],
): Moment {
  const day = dayOf(received);
  const inTime = cutoff === undefined || clockOf(received) <= cutoff;
  if (inTime && isWorkingDay(calendar, day)) return received;
  return momentAt(nextWorkingDay(calendar, day), Math.min(...calendar.sessions.map(({ opens }) => opens)));
}

function dueByDate(
  calendar: WorkingCalendar,
  effective: Day,
  days: number,
  applied: readonly Suspension[],
): Moment {
  let due = workingDaysOn(calendar, effective, days);
  for (const { from, to } of applied) {
    const suspended = [...daysFrom(addDays(dayOf(from), 1), dayOf(to))];
    due = workingDaysOn(calendar, due, suspended.filter((day) => isWorkingDay(calendar, day)).length);
  }
  return closingOf(calendar, due);
}

function dueByCalendar(
  calendar: WorkingCalendar,
  start: Moment,
  days: number,
  applied: readonly Suspension[],
): Moment {
  const suspended = applied.reduce((sum, { from, to }) => sum + daysBetween(dayOf(from), dayOf(to)), 0);
  const reached = addDays(dayOf(start), days + suspended);
  requireYears(calendar, dayOf(start), reached);
  return closingOf(calendar, workingDayFrom(calendar, reached));
}

function dueByHours(
  calendar: WorkingCalendar,
  effective: Moment,
  minutes: number,
  applied: readonly Suspension[],
): Moment {
  let due = effective;
  let left = minutes;
  for (const { day, opens, closes } of workingSpans(calendar, effective, applied)) {
    const taken = Math.min(left, closes - opens);
    due = momentAt(day, opens + taken);
    left -= taken;
    if (left === 0) break;
  }
  return due;
}

function closingOf({ sessions }: WorkingCalendar, day: Day): Moment {
  return momentAt(day, Math.max(...sessions.map(({ closes }) => closes)));
}

/** A stretch of working time within one day. */
type Span = Session & { readonly day: Day };

/**
 * Working time from a moment on, without what is suspended, for as long as it is asked for.
 * @throws AppError `unknown_year` on the way
 */
export function* workingSpans(
  calendar: WorkingCalendar,
  start: Moment,
  suspensions: readonly Suspension[],
): Generator<Span> {
  for (let day = dayOf(start); ; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    let open = calendar.sessions;
    open = without(open, 0, minuteWithin(day, start));
    for (const { from, to } of suspensions)
      open = without(open, minuteWithin(day, from), minuteWithin(day, to));
    for (const session of open) yield { ...session, day };
  }
}

/** Where the moment stands as seen from that day: 0 when it is earlier, 1440 when it is later. */
function minuteWithin(day: Day, moment: Moment): number {
  const at = dayOf(moment);
  return at < day ? 0 : at > day ? 1440 : minuteOf(moment);
}

function without(sessions: readonly Session[], from: number, to: number): readonly Session[] {
  return sessions
    .flatMap(({ opens, closes }) => [
      { opens, closes: Math.min(closes, from) },
      { opens: Math.max(opens, to), closes },
    ])
    .filter(({ opens, closes }) => opens < closes);
}
