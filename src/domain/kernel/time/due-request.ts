import * as z from 'zod';
import { type Fault, fault, type Step } from '../fault.ts';
import { named } from '../zod-faults.ts';
import { yearOf } from './day.ts';
import { type Clock, dayOf, Moment } from './moment.ts';
import { knowsYear, type WorkingCalendar } from './working-calendar.ts';

/** No procedure takes longer; a longer limit is a mistake or an attack. */
const LONGEST = 100_000;

/** How long a dossier may take: `5d` working days of eight hours, `40h` working hours, `10cd` calendar days. */
export const Limit = z
  .string({ error: named('limit') })
  .regex(/^\d+(d|h|cd)$/, { error: 'limit' })
  .transform((text) => ({ unit: unitOf(text), count: Number.parseInt(text, 10) }))
  .refine(({ count }) => count <= LONGEST, { error: 'limit_too_long' });
export type Limit = Readonly<z.infer<typeof Limit>>;

function unitOf(written: string): 'working_days' | 'working_hours' | 'calendar_days' {
  if (written.endsWith('cd')) return 'calendar_days';
  return written.endsWith('h') ? 'working_hours' : 'working_days';
}

/** `from` belongs to the suspension, `to` does not. */
export const Suspension = z.strictObject({ from: Moment, to: Moment });
export type Suspension = Readonly<z.infer<typeof Suspension>>;

export type DueRequest = {
  readonly calendar: WorkingCalendar;
  readonly received: Moment;
  readonly limit: Limit;
  /** `by_date` ends at a closing; `by_hours` counts working time from the minute of receipt. */
  readonly mode: 'by_date' | 'by_hours';
  /** What is received later than this counts as received on the next working day; none by default of the law. */
  readonly cutoff: Clock | undefined;
  /** In any order, not overlapping, none before the receipt. */
  readonly suspensions: readonly Suspension[];
  /** `restart` runs the limit anew from the end of a suspension (NĐ 61/2018, Điều 19.4). */
  readonly suspendMode: 'extend' | 'restart';
};

/** Everything that contradicts in the request, with paths into it: `limit`, `suspensions[1].from`. */
export function* requestFaults(request: DueRequest): Generator<Fault> {
  const { calendar, received, limit, mode } = request;
  yield* yearFaults(calendar, ['received'], received);
  if (limit.unit === 'working_hours' && mode === 'by_date') yield fault(['limit'], 'hours_by_date');
  yield* suspensionFaults(request);
}

function* suspensionFaults({ calendar, received, suspensions }: DueRequest): Generator<Fault> {
  for (const [i, { from, to }] of suspensions.entries()) {
    const path = ['suspensions', i];
    yield* yearFaults(calendar, [...path, 'from'], from);
    yield* yearFaults(calendar, [...path, 'to'], to);
    if (from < received) yield fault([...path, 'from'], 'suspended_before_receipt', { received });
    if (from >= to) yield fault(path, 'suspension_empty');
  }
  const inOrder = [...suspensions.entries()].sort(([, a], [, b]) => (a.from < b.from ? -1 : 1));
  for (const [place, [i, { from }]] of inOrder.entries()) {
    const before = inOrder[place - 1]?.[1];
    if (before !== undefined && from < before.to)
      yield fault(['suspensions', i], 'suspensions_overlap', { from: before.from, to: before.to });
  }
}

function* yearFaults(calendar: WorkingCalendar, path: readonly Step[], moment: Moment): Generator<Fault> {
  const year = yearOf(dayOf(moment));
  if (!knowsYear(calendar, year)) yield fault(path, 'unknown_year', { year });
}
