import * as z from 'zod';
import { AppError } from '../domain/kernel/app-error.ts';
import { type Fault, fault } from '../domain/kernel/fault.ts';
import { type DueRequest, Limit, Suspension } from '../domain/kernel/time/due-request.ts';
import { type Due, dueTime } from '../domain/kernel/time/due-time.ts';
import { Clock, Moment, printOffset } from '../domain/kernel/time/moment.ts';
import { zodFaults } from '../domain/kernel/zod-faults.ts';
import type { Language } from '../text/language.ts';
import { printDue, printWhy } from '../text/print-due.ts';
import { loadCalendar } from './calendar.ts';
import { type Command, parse, print } from './command.ts';

/** `FROM/TO` */
const WrittenSuspension = z
  .string()
  .refine((text) => text.split('/').length === 2, { error: 'suspension' })
  .transform((text) => ({ from: text.split('/')[0], to: text.split('/')[1] }))
  .pipe(Suspension);

const Options = z.object({
  received: Moment,
  limit: Limit,
  mode: z.enum(['by_date', 'by_hours']).default('by_date'),
  cutoff: z.union([z.literal('none').transform(() => undefined), Clock], { error: 'cutoff' }).optional(),
  suspend: z.array(WrittenSuspension).default([]),
  'suspend-mode': z.enum(['extend', 'restart']).default('extend'),
});

const ARGUMENTS = {
  received: { type: 'string' },
  limit: { type: 'string' },
  mode: { type: 'string' },
  cutoff: { type: 'string' },
  calendar: { type: 'string' },
  suspend: { type: 'string', multiple: true },
  'suspend-mode': { type: 'string' },
  pending: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parse<typeof ARGUMENTS>>['values'];

/**
 * `minhchung due --received 2025-01-23T15:30 --limit 5d [--mode by_hours] [--cutoff 15:00] [--suspend FROM/TO]…
 * [--suspend-mode restart] [--calendar FILE] [--pending] [--json]`
 */
export const command: Command = async (args, language) => {
  const { values, positionals } = parse(args, ARGUMENTS);
  const request = readRequest(values, positionals);
  const [due, faults] = attempt(() => dueTime(request));
  if (due === undefined) throw new AppError('invalid_input', faults.map(asOption));
  return print([values.json ? printJson(due, language) : printDue(request, due, language)]);
};

/** @throws AppError with everything that is wrong with the options and with the calendar file */
function readRequest({ calendar: file, pending, ...written }: Values, positionals: string[]): DueRequest {
  const options = Options.safeParse(written);
  const [calendar, calendarFaults] = attempt(() => loadCalendar(file, { pending }));
  const faults = [
    ...positionals.map((argument) => fault([argument], 'unexpected_argument')),
    ...(options.success ? [] : zodFaults(options.error).map(asOption)),
    ...calendarFaults.map((found) => (found.path.length === 0 ? asOption(found) : found)),
  ];
  if (!options.success || calendar === undefined || faults.length > 0)
    throw new AppError('invalid_input', faults);
  const { suspend: suspensions, 'suspend-mode': suspendMode, cutoff, ...rest } = options.data;
  return { ...rest, cutoff, suspensions, suspendMode, calendar };
}

/** What the work gives, or what it is refused for. */
function attempt<T>(work: () => T): [T, readonly []] | [undefined, readonly Fault[]] {
  try {
    return [work(), []];
  } catch (error) {
    if (error instanceof AppError) return [undefined, error.faults];
    throw error;
  }
}

/** The fault at the option it comes from; what has no place of its own comes from the calendar. */
function asOption(found: Fault): Fault {
  const [first = 'calendar', ...rest] = found.path;
  return { ...found, path: [`--${first === 'suspensions' ? 'suspend' : first}`, ...rest] };
}

function printJson({ due, provisional, explain }: Due, language: Language): string {
  const days = explain.map(({ date, counted, why }) => ({ date, counted, why: printWhy(why, language) }));
  return JSON.stringify({ due: printOffset(due), provisional, explain: days }, null, 2);
}
