import { refuseIfAny } from '../app-error.ts';
import type { Day } from './day.ts';
import { type ExplainedDay, explain } from './due-explanation.ts';
import { type DueRequest, requestFaults } from './due-request.ts';
import { lastRun } from './due-run.ts';
import type { Moment } from './moment.ts';
import { type WorkingCalendar, workingDayFrom, workingDaysOn } from './working-calendar.ts';

export type Due = {
  readonly due: Moment;
  /** A day between receipt and due time rests on a projection, a proposal or a pending holiday. */
  readonly provisional: boolean;
  readonly explain: readonly ExplainedDay[];
};

/**
 * When the result is due, and why, day by day.
 * @throws AppError `invalid_input` with every contradiction of the request, with a path into it; `unknown_year`
 * without a path when counting reaches a year that the calendar does not know
 */
export function dueTime(request: DueRequest): Due {
  refuseIfAny([...requestFaults(request)]);
  const run = lastRun(request);
  const days = explain(request, run);
  const provisional = days.some(({ why }) => why.some(({ code }) => code === 'provisional'));
  return { due: run.due, provisional, explain: days };
}

/**
 * The n-th working day after the effective day, which is the event's day or, when that is not worked, the next
 * working day (Bộ luật Dân sự 2015, Điều 147: the first day is not counted). n = 0 gives the effective day.
 * @throws AppError `unknown_year`
 */
export function nthWorkingDayAfter(calendar: WorkingCalendar, eventDay: Day, n: number): Day {
  return workingDaysOn(calendar, workingDayFrom(calendar, eventDay), n);
}
