const DAY = 86_400_000;

/** Day 0 of a workbook; a day 60 that never was, 29/2/1900, stands between it and the days that count. */
const FIRST = Date.UTC(1899, 11, 30);
const FIRST_SOUND = 61;
const LAST = 2_958_465;

/** The ISO day of a workbook's day number; undefined before 1/3/1900, where workbooks count wrong. */
export function dayOfSerial(serial: number): string | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= FIRST_SOUND && whole <= LAST)) return undefined;
  return new Date(FIRST + whole * DAY).toISOString().slice(0, 10);
}

/** The workbook's number of an ISO day; undefined for a day that no workbook can hold as one. */
export function serialOfDay(day: string): number | undefined {
  const serial = (Date.parse(`${day}T00:00:00Z`) - FIRST) / DAY;
  return serial >= FIRST_SOUND && serial <= LAST ? serial : undefined;
}

/** `5/3/2026`, `05-03-2026`, `5.3.2026` and `2026-03-05`; undefined for anything else and for days that are not. */
export function readDay(typed: string): string | undefined {
  const [, year, month, date] =
    /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ??
    reversed(/^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(typed)) ??
    [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

function reversed(found: RegExpExecArray | null): (string | undefined)[] | undefined {
  return found === null ? undefined : [found[0], found[4], found[3], found[1]];
}
