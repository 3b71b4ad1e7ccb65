import { readFileSync } from 'node:fs';
import { readJson } from '../../domain/kernel/json.ts';
import { readCalendar } from '../../domain/kernel/time/calendar-file.ts';
import { type WorkingCalendar, workingCalendar } from '../../domain/kernel/time/working-calendar.ts';

const NATIONAL = new URL('../../../data/holidays.json', import.meta.url);

let national: WorkingCalendar | undefined;

/** The shipped national calendar, by which deadlines in working days are counted. */
export function nationalCalendar(): WorkingCalendar {
  if (national === undefined) {
    const { value, faults } = readJson(readFileSync(NATIONAL, 'utf8'));
    national = workingCalendar(readCalendar(value, faults));
  }
  return national;
}
