import * as z from 'zod';
import { AppError } from '../app-error.ts';
import { type Fault, fault, printPath, type Step } from '../fault.ts';
import { named, zodFaults } from '../zod-faults.ts';
import { Day, isDay, weekdayOf, yearOf } from './day.ts';

/** How well an entry is known; a projection or a proposal makes every time counted over it provisional. */
export const Basis = z.enum(
  ['found', 'found-as-proposal', 'own-knowledge-high', 'own-knowledge-medium', 'rule-computed', 'projection'],
  { error: named('calendar_basis') },
);
export type Basis = z.infer<typeof Basis>;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const YEAR = /^(19|20|21)\d\d$/;

const Text = z.string();
const Weekday = z.enum(WEEKDAYS);
const Source = z.string().nullable().optional();
const Known = { basis: Text.optional(), source: Source };

/** `luat` by Điều 112 of the Labor Code, `bu` in lieu of a weekly rest day (Điều 111.3), `hoan-doi` swapped for a Saturday. */
const DayOff = z.strictObject({
  date: Day,
  name: Text.optional(),
  kind: z.enum(['luat', 'bu', 'hoan-doi'], { error: named('day_off_kind') }).optional(),
  basis: Basis.optional(),
  source: Source,
  weekday: Weekday.optional(),
});
export type DayOff = z.infer<typeof DayOff>;

const WorkingSaturday = z.strictObject({
  date: Day,
  insteadOf: Day.optional(),
  basis: Basis.optional(),
  source: Source,
});

const LunarDay = z.strictObject({ date: Day, weekday: Weekday.optional() });

/** Only `daysOff` and `workingSaturdays` are counted with; the rest tells people where they come from. */
const Year = z.strictObject({
  daysOff: z.array(DayOff),
  workingSaturdays: z.array(WorkingSaturday).default([]),
  weekdaysOff: z.array(Day).optional(),
  lunar: z.strictObject({ mung1Tet: LunarDay, gioTo10Thang3: LunarDay, basis: Text.optional() }).optional(),
  declaredRanges: z
    .array(z.strictObject({ name: Text, from: Day, to: Day, ...Known, note: Text.optional() }))
    .optional(),
  notes: z.array(Text).optional(),
});

const PendingHoliday = z.strictObject({
  name: Text,
  monthDay: Text.refine((monthDay) => isDay(`2024-${monthDay}`), { error: 'month_day' }),
  paidDayOffIntended: z.boolean().optional(),
  basis: Text.optional(),
  status: Text.optional(),
  sources: z.array(Text).optional(),
});
export type PendingHoliday = z.infer<typeof PendingHoliday>;

const Fact = z.strictObject({ fact: Text, ...Known });

/** The yearly decisions on days off, make-up Saturdays, and the facts behind them, as `data/holidays.json` has them. */
export const CalendarFile = z.strictObject({
  format: z.literal('minhchung/calendar@1').optional(),
  title: Text.optional(),
  compiled: Day.optional(),
  legend: z.record(Text, z.record(Text, Text)).optional(),
  rules: z.array(Fact).optional(),
  workingHours: z.record(Text, Fact).optional(),
  lunarMethod: Text.optional(),
  sourceNote: Text.optional(),
  pendingHolidays: z.array(PendingHoliday).default([]),
  years: z.record(Text.regex(YEAR), Year, {
    error: ({ code }) => (code === 'invalid_key' ? 'calendar_year' : undefined),
  }),
});
export type CalendarFile = z.infer<typeof CalendarFile>;

/**
 * `writing` is what is already known to be wrong with how the file is written.
 * @throws AppError `invalid_input` with every fault of the file, each with its path
 */
export function readCalendar(document: unknown, writing: readonly Fault[] = []): CalendarFile {
  const read = CalendarFile.safeParse(document);
  const said = new Set(writing.map(({ path }) => printPath(path)));
  const further = read.success ? [] : zodFaults(read.error).filter(({ path }) => !said.has(printPath(path)));
  const faults = [...writing, ...further, ...contradictions(document)];
  if (!read.success || faults.length > 0) throw new AppError('invalid_input', faults);
  return read.data;
}

const DatedEntry = z.object({ date: Day, weekday: Weekday.optional().catch(undefined) });
const DatedEntries = z.array(DatedEntry.optional().catch(undefined)).catch([]);

/** The dates of a file as far as they can be read, whatever else is wrong with it. */
const Dates = z
  .object({
    years: z.record(
      Text,
      z
        .object({ daysOff: DatedEntries, workingSaturdays: DatedEntries })
        .catch({ daysOff: [], workingSaturdays: [] }),
    ),
  })
  .catch({ years: {} });

function* contradictions(document: unknown): Generator<Fault> {
  for (const [year, lists] of Object.entries(Dates.parse(document).years)) {
    if (!YEAR.test(year)) continue;
    const listed = new Map<Day, string>();
    for (const [list, entries] of Object.entries(lists)) {
      for (const [i, entry] of entries.entries()) {
        if (entry === undefined) continue;
        const path = ['years', year, list, i];
        yield* entryFaults(path, entry, Number(year), list === 'workingSaturdays');
        const before = listed.get(entry.date);
        if (before !== undefined)
          yield fault([...path, 'date'], before === list ? 'date_twice' : 'off_and_working', {
            date: entry.date,
          });
        listed.set(entry.date, list);
      }
    }
  }
}

function* entryFaults(
  path: readonly Step[],
  { date, weekday }: z.infer<typeof DatedEntry>,
  year: number,
  isMakeUp: boolean,
): Generator<Fault> {
  const actual = WEEKDAYS[weekdayOf(date) - 1] ?? '';
  if (yearOf(date) !== year) yield fault([...path, 'date'], 'outside_year', { year });
  if (isMakeUp && actual !== 'Sat') yield fault([...path, 'date'], 'not_saturday', { date });
  if (weekday !== undefined && weekday !== actual)
    yield fault([...path, 'weekday'], 'weekday_differs', { date, actual });
}
