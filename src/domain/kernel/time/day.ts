import * as z from 'zod';
import { named } from '../zod-faults.ts';

/** A calendar day of Vietnam that exists, written `YYYY-MM-DD`: text order is time order, and JSON needs no conversion. */
export type Day = string & z.$brand<'Day'>;

const WRITTEN = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

/** Whether the text names a day that exists: `2025-02-29` does not. */
export function isDay(text: string): text is Day {
  return WRITTEN.test(text) && !Number.isNaN(Date.parse(text)) && dayAt(dayNumber(text)) === text;
}

export const Day = z
  .string({ error: named('day') })
  .refine(isDay, { error: 'day', abort: true })
  .meta({ id: 'Day' })
  .brand('Day');

/** Days since 1970-01-01. No clock and no time zone is involved. */
function dayNumber(text: string): number {
  return Date.parse(text) / MS_PER_DAY;
}

function dayAt(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}

export function addDays(day: Day, count: number): Day {
  return dayAt(dayNumber(day) + count);
}

/** Calendar days from one day to the other; negative when `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Every day from `from` to `to`, both included; none when `to` is the earlier one. */
export function* daysFrom(from: Day, to: Day): Generator<Day> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return new Date(dayNumber(day) * MS_PER_DAY).getUTCDay() || 7;
}
