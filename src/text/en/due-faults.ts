import { printMoment } from '../moments.ts';
import { printDate } from '../numbers.ts';
import type { dueFaults as vi } from '../vi/due-faults.ts';

export const dueFaults: typeof vi = {
  day: () => 'must be a day that exists, written YYYY-MM-DD, such as 2026-07-25',
  clock: () => 'must be a time of day, written HH:MM, such as 15:00',
  cutoff: () => 'must be a time of day, written HH:MM, such as 15:00, or none',
  moment: () => 'must be a date and time that exists, written YYYY-MM-DDTHH:MM, such as 2025-01-23T15:30',
  limit: () => 'must be 5d (working days), 40h (working hours) or 10cd (calendar days)',
  limit_too_long: () => 'the limit is longer than 100000',
  hours_by_date: () => 'a limit in hours needs --mode by_hours',
  suspension: () => 'must be written FROM/TO, such as 2025-02-03T09:00/2025-02-05T09:00',
  suspension_empty: () => 'the suspension must begin before it ends',
  suspended_before_receipt: ({ received }) =>
    `the suspension begins before the dossier was received (${printMoment(received)})`,
  suspensions_overlap: ({ from, to }) =>
    `overlaps the suspension from ${printMoment(from)} to ${printMoment(to)}`,
  unknown_year: ({ year }) => `the working calendar does not know the year ${year}`,
  calendar_year: () => 'must be a year from 1900 to 2199',
  calendar_basis: () =>
    'the basis must be found, found-as-proposal, own-knowledge-high, own-knowledge-medium, rule-computed or projection',
  day_off_kind: () => 'the kind of day off must be luat, bu or hoan-doi',
  month_day: () => 'must be a day of the year that exists, written MM-DD, such as 11-24',
  outside_year: ({ year }) => `this day is not in ${year}`,
  date_twice: ({ date }) => `${printDate(String(date))} stands in this list already`,
  off_and_working: ({ date }) => `${printDate(String(date))} is both a day off and a make-up working day`,
  weekday_differs: ({ date, actual }) => `${printDate(String(date))} is a ${actual}`,
  not_saturday: ({ date }) => `the make-up day ${printDate(String(date))} is not a Saturday`,
  unexpected_argument: () => 'is one argument too many',
};
