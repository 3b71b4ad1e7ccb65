import { fileURLToPath } from 'node:url';
import { readCalendar } from '../domain/kernel/time/calendar-file.ts';
import { type WorkingCalendar, workingCalendar } from '../domain/kernel/time/working-calendar.ts';
import { readDocument } from './command.ts';

const NATIONAL = fileURLToPath(new URL('../../data/holidays.json', import.meta.url));

/** The shipped national calendar, or the one of the file. @throws AppError with every fault of the file */
export function loadCalendar(file = NATIONAL, options?: { readonly pending: boolean }): WorkingCalendar {
  const { value, faults } = readDocument(file);
  return workingCalendar(readCalendar(value, faults), options);
}
