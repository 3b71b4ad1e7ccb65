import { AppError } from '../app-error.ts';
import { fault } from '../fault.ts';
import type { Basis, CalendarFile, DayOff, PendingHoliday } from './calendar-file.ts';
import { addDays, type Day, isDay, weekdayOf, yearOf } from './day.ts';

/** Minutes after midnight; the opening belongs to working time, the closing does not. */
export type Session = { readonly opens: number; readonly closes: number };

/** 07:30–11:30 and 13:00–17:00, eight hours a day. */
const OPENING_HOURS: readonly Session[] = [
  { opens: 450, closes: 690 },
  { opens: 780, closes: 1020 },
];

/** `pending` is a holiday that is announced and not yet law. */
type Known = { readonly basis: Basis | 'pending' | undefined };

export type DayKind =
  | { readonly kind: 'working' }
  | { readonly kind: 'weekend' }
  | ({ readonly kind: 'day_off'; readonly name: string | undefined; readonly type: DayOff['kind'] } & Known)
  | ({ readonly kind: 'make_up'; readonly insteadOf: Day | undefined } & Known);

/** Which days are worked, in the years it knows, and between which hours. */
export type WorkingCalendar = {
  readonly years: ReadonlySet<number>;
  readonly listed: ReadonlyMap<Day, DayKind>;
  readonly sessions: readonly Session[];
};

/** Nghị quyết 80-NQ/TW that announces the pending holiday is of 7/1/2026. */
const PENDING_FROM = 2026;

/** `pending: true` counts announced holidays as days off, from 2026. */
export function workingCalendar(file: CalendarFile, { pending = false } = {}): WorkingCalendar {
  const listed = new Map<Day, DayKind>();
  for (const { daysOff, workingSaturdays } of Object.values(file.years)) {
    for (const { date, name, kind: type, basis } of daysOff)
      listed.set(date, { kind: 'day_off', name, type, basis });
    for (const { date, insteadOf, basis } of workingSaturdays)
      listed.set(date, { kind: 'make_up', insteadOf, basis });
  }
  const calendar = { years: new Set(Object.keys(file.years).map(Number)), listed, sessions: OPENING_HOURS };
  if (pending) addPending(calendar, file.pendingHolidays);
  return calendar;
}

/** A date that a year lists itself stays as listed; one on a weekly rest day moves on (Labor Code, Điều 111.3). */
function addPending(
  { years, listed }: { years: ReadonlySet<number>; listed: Map<Day, DayKind> },
  holidays: readonly PendingHoliday[],
): void {
  for (const { name, monthDay, paidDayOffIntended = true } of holidays) {
    for (const year of years) {
      const date = `${year}-${monthDay}`;
      if (!paidDayOffIntended || year < PENDING_FROM || !isDay(date) || listed.has(date)) continue;
      listed.set(date, { kind: 'day_off', name, type: 'luat', basis: 'pending' });
      if (weekdayOf(date) <= 5) continue;
      let inLieu = addDays(date, 1);
      while (!isWorked(listed, inLieu)) inLieu = addDays(inLieu, 1);
      listed.set(inLieu, { kind: 'day_off', name, type: 'bu', basis: 'pending' });
    }
  }
}

function isWorked(listed: ReadonlyMap<Day, DayKind>, day: Day): boolean {
  const kind = listed.get(day)?.kind;
  return kind === undefined ? weekdayOf(day) <= 5 : kind === 'make_up';
}

const WORKING: DayKind = { kind: 'working' };
const WEEKEND: DayKind = { kind: 'weekend' };

/** @throws AppError `unknown_year`: a year that the calendar does not know is never assumed free of holidays. */
export function dayKind(calendar: WorkingCalendar, day: Day): DayKind {
  requireYear(calendar, yearOf(day));
  return calendar.listed.get(day) ?? (weekdayOf(day) <= 5 ? WORKING : WEEKEND);
}

export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  requireYear(calendar, yearOf(day));
  return isWorked(calendar.listed, day);
}

/** The day itself when it is worked, otherwise the next day that is. */
export function workingDayFrom(calendar: WorkingCalendar, day: Day): Day {
  let found = day;
  while (!isWorkingDay(calendar, found)) found = addDays(found, 1);
  return found;
}

export function nextWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  return workingDayFrom(calendar, addDays(day, 1));
}

/** The n-th working day after the day; the day itself when n is 0. */
export function workingDaysOn(calendar: WorkingCalendar, day: Day, n: number): Day {
  let reached = day;
  for (let i = 0; i < n; i += 1) reached = nextWorkingDay(calendar, reached);
  return reached;
}

/** Whether the listing of the day, working or not, awaits a decision. */
export function isProvisional(kind: DayKind): boolean {
  return 'basis' in kind && kind.basis !== undefined && PROVISIONAL.has(kind.basis);
}

const PROVISIONAL: ReadonlySet<Basis | 'pending'> = new Set([
  'projection',
  'found-as-proposal',
  'pending',
] as const);

export function knowsYear({ years }: WorkingCalendar, year: number): boolean {
  return years.has(year);
}

/** @throws AppError `unknown_year` with the first unknown year from one day to the other. */
export function requireYears(calendar: WorkingCalendar, from: Day, to: Day): void {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) requireYear(calendar, year);
}

function requireYear(calendar: WorkingCalendar, year: number): void {
  if (!knowsYear(calendar, year)) throw new AppError('invalid_input', [fault([], 'unknown_year', { year })]);
}
