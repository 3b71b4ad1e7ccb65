import { type Day, weekdayOf } from '../domain/kernel/time/day.ts';
import type { ExplainedDay } from '../domain/kernel/time/due-explanation.ts';
import type { DueRequest } from '../domain/kernel/time/due-request.ts';
import type { Due } from '../domain/kernel/time/due-time.ts';
import { clockOf, dayOf, type Moment } from '../domain/kernel/time/moment.ts';
import { due as en } from './en/due.ts';
import type { Language } from './language.ts';
import { printDate } from './numbers.ts';
import { due as vi } from './vi/due.ts';

const CATALOGS: Record<Language, typeof vi> = { vi, en };

/** Everything there is to say about a day, as one line. */
export function printWhy(why: ExplainedDay['why'], language: Language): string {
  const { reasons } = CATALOGS[language];
  return why.map(({ code, detail }) => reasons[code](detail ?? {})).join('; ');
}

/** The due time and how it was counted, a line for each day; `+` marks the days that count. */
export function printDue({ received, limit }: DueRequest, result: Due, language: Language): string {
  const { promised, received: receivedLabel, limit: limitLabel, limits, provisional } = CATALOGS[language];
  const days = result.explain.map(
    ({ date, counted, why }) =>
      `${counted ? '+' : ' '} ${printDay(date, language).padEnd(WIDEST_DAY)}  ${printWhy(why, language)}`,
  );
  return [
    `${promised}: ${printTime(result.due, language)}`,
    `${receivedLabel}: ${printTime(received, language)}`,
    `${limitLabel}: ${limits[limit.unit](limit.count)}`,
    ...(result.provisional ? [provisional] : []),
    '',
    ...days,
  ].join('\n');
}

const WIDEST_DAY = 'Wednesday, 06/02/2025'.length;

function printTime(moment: Moment, language: Language): string {
  return `${clockOf(moment)} ${printDay(dayOf(moment), language)}`;
}

function printDay(day: Day, language: Language): string {
  return `${CATALOGS[language].weekdays[weekdayOf(day) - 1]}, ${printDate(day)}`;
}
