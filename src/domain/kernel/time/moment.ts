import * as z from 'zod';
import { named } from '../zod-faults.ts';
import { type Day, isDay } from './day.ts';

/** A time of day, `HH:MM` from 00:00 to 23:59. */
export type Clock = string & { readonly clock: unique symbol };

/** Local time of Vietnam to the minute, `YYYY-MM-DDTHH:MM`; text order is time order. */
export type Moment = string & { readonly moment: unique symbol };

function isClock(text: string): text is Clock {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

export function isMoment(text: string): text is Moment {
  return text.length === 16 && text[10] === 'T' && isDay(text.slice(0, 10)) && isClock(text.slice(11));
}

export const Clock = z
  .string({ error: named('clock') })
  .refine(isClock, { error: 'clock' })
  .transform((text) => text as Clock)
  .meta({ id: 'Clock' });

export const Moment = z
  .string({ error: named('moment') })
  .refine(isMoment, { error: 'moment' })
  .transform((text) => text as Moment)
  .meta({ id: 'Moment' });

export function dayOf(moment: Moment): Day {
  return moment.slice(0, 10) as Day;
}

export function clockOf(moment: Moment): Clock {
  return moment.slice(11) as Clock;
}

/** Minutes after midnight. */
export function minuteOf(moment: Moment): number {
  return Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14));
}

/** `minute` counts from midnight, 0 to 1439. */
export function momentAt(day: Day, minute: number): Moment {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${day}T${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` as Moment;
}

/** With seconds and the offset of Asia/Ho_Chi_Minh, the same in all seasons and in all years of the calendar. */
export function printOffset(moment: Moment): string {
  return `${moment}:00+07:00`;
}
