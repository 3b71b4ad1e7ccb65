import * as z from 'zod';
import { Day } from '../../kernel/time/day.ts';

/** What a result is about: a year, `2026`, or a quarter of it, `2026-Q3`. Text order is order of time within a kind. */
export const Period = z.string().regex(/^(19|20|21)[0-9]{2}(-Q[1-4])?$/, { error: 'period' });
export type Period = z.infer<typeof Period>;

const LAST_OF_QUARTER = ['03-31', '06-30', '09-30', '12-31'];

/** The units of a period are those of its last day. */
export function lastDayOf(period: Period): Day {
  const [year = '', quarter = 'Q4'] = period.split('-');
  return Day.parse(`${year}-${LAST_OF_QUARTER[Number(quarter.slice(1)) - 1] ?? '12-31'}`);
}

/** The period of the same length before: a change of rank is told against it. */
export function periodBefore(period: Period): Period {
  const [year = '', quarter] = period.split('-');
  const before = String(Number(year) - 1);
  if (quarter === undefined) return before;
  return quarter === 'Q1' ? `${before}-Q4` : `${year}-Q${Number(quarter.slice(1)) - 1}`;
}
