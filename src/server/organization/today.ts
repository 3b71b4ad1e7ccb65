import { Temporal } from 'temporal-polyfill';
import { Day } from '../../domain/kernel/time/day.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** The day in Viet Nam at this moment. */
export function dayOf(now: Temporal.Instant): Day {
  return Day.parse(now.toZonedDateTimeISO(ZONE).toPlainDate().toString());
}

/** The first moment of the day in Viet Nam. */
export function beginningOf(day: Day): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(ZONE).toInstant();
}
