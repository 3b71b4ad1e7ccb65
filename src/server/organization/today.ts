import type { Temporal } from 'temporal-polyfill';
import { Day } from '../../domain/kernel/time/day.ts';

/** The day in Viet Nam at this moment. */
export function dayOf(now: Temporal.Instant): Day {
  return Day.parse(now.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString());
}
