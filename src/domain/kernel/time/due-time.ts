import { addDays, type Day } from './day.ts';
import { type WorkingCalendar, workingDayFrom } from './working-calendar.ts';

/**
 * The n-th working day after the effective day, which is the event's day or, when that is not worked, the next
 * working day (Bộ luật Dân sự 2015, Điều 147: the first day is not counted). n = 0 gives the effective day.
 * @throws AppError `unknown_year`
 */
export function nthWorkingDayAfter(calendar: WorkingCalendar, eventDay: Day, n: number): Day {
  let day = workingDayFrom(calendar, eventDay);
  for (let i = 0; i < n; i += 1) day = workingDayFrom(calendar, addDays(day, 1));
  return day;
}
