import type { Temporal } from 'temporal-polyfill';
import type { UnitDay } from '../../domain/organization/unit.ts';

/** The day in Viet Nam at this moment. */
export function dayOf(now: Temporal.Instant): UnitDay {
  return now.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString();
}
