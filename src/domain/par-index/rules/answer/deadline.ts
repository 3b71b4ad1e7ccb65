import * as z from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import { type Fault, fault, type Step } from '../../../kernel/fault.ts';
import type { Json } from '../../../kernel/json.ts';
import { WrittenPoints } from '../../../kernel/number/points.ts';
import { ZERO } from '../../../kernel/number/ratio.ts';
import { Day, daysBetween } from '../../../kernel/time/day.ts';
import { nthWorkingDayAfter } from '../../../kernel/time/due-time.ts';
import type { WorkingCalendar } from '../../../kernel/time/working-calendar.ts';
import { named } from '../../../kernel/zod-faults.ts';
import { aboveMax } from '../bounds.ts';
import type { Place, Scored } from '../scored.ts';
import { readForm } from '../source.ts';

/**
 * Points by how many calendar days a thing came after its due day, a date or so many working days after an event:
 * "kịp thời 1 / không kịp thời 0,5" (Cà Mau, QĐ 1880/2013, 1.1.1).
 */
export const DeadlineRule = z.strictObject({
  kind: z.literal('deadline'),
  due: z.union([Day, z.strictObject({ working_days_after: z.int().min(0) })], { error: named('due') }),
  tiers: z.array(z.strictObject({ late_days: z.int().min(0).optional(), points: WrittenPoints })).min(1),
});
export type DeadlineRule = z.infer<typeof DeadlineRule>;

export type DeadlineInput =
  | { readonly kind: 'deadline'; readonly on: Day; readonly due: Day }
  | { readonly kind: 'deadline'; readonly never: true };

export function* deadlineFaults(rule: DeadlineRule, place: Place): Generator<Fault> {
  for (const [position, { late_days, points }] of rule.tiers.entries()) {
    const last = position === rule.tiers.length - 1;
    const at = [...place.path, 'tiers', position, 'late_days'];
    const before = rule.tiers[position - 1]?.late_days;
    if (last && late_days !== undefined) yield fault(at, 'last_has_bound');
    if (!last && late_days === undefined) yield fault(at, 'required');
    if (late_days !== undefined && before !== undefined && late_days <= before) yield fault(at, 'not_rising');
    yield* aboveMax(points, place, 'tiers', position, 'points');
  }
}

export const OnForm = z.strictObject({ on: Day, event: Day.optional() });
export const NeverForm = z.strictObject({ never: z.literal(true), event: Day.optional() });

export function readDeadline(
  rule: DeadlineRule,
  raw: Json,
  calendar: WorkingCalendar,
  path: readonly Step[],
  faults: Fault[],
): DeadlineInput | undefined {
  const never = typeof raw === 'object' && raw !== null && 'never' in raw;
  const read = readForm(never ? NeverForm : OnForm, raw, path, faults);
  if (read === undefined) return undefined;
  const { event } = read;
  const due = dueDay(rule, event, calendar, [...path, 'event'], faults);
  if (!('on' in read)) return { kind: 'deadline', never: true };
  return due && { kind: 'deadline', on: read.on, due };
}

function dueDay(
  rule: DeadlineRule,
  event: Day | undefined,
  calendar: WorkingCalendar,
  path: readonly Step[],
  faults: Fault[],
): Day | undefined {
  if (typeof rule.due === 'string') {
    if (event !== undefined) faults.push(fault(path, 'event_without_relative_due'));
    return rule.due;
  }
  if (event === undefined) {
    faults.push(fault(path, 'required'));
    return undefined;
  }
  try {
    return nthWorkingDayAfter(calendar, event, rule.due.working_days_after);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    faults.push(...error.faults.map(({ code, detail }) => fault(path, code, detail)));
    return undefined;
  }
}

/** First tier whose bound the lateness does not pass; early is 0 days late; never is 0 points. */
export function scoreDeadline(rule: DeadlineRule, input: DeadlineInput): Scored {
  if ('never' in input) return { exact: ZERO, how: { step: 'never' } };
  const days = Math.max(0, daysBetween(input.due, input.on));
  const position = rule.tiers.findIndex(({ late_days }) => late_days === undefined || days <= late_days);
  const exact = rule.tiers[position]?.points ?? ZERO;
  return { exact, how: { step: 'late', due: input.due, days, position } };
}
