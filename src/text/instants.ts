const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function parts(instant: string): Record<string, string> {
  return Object.fromEntries(CLOCK.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}

/** `2026-11-22T09:30:00Z` as people in Vietnam read it: `16:30 22/11/2026`. */
export function printInstant(instant: string): string {
  const { day, month, year, hour, minute } = parts(instant);
  return `${hour}:${minute} ${day}/${month}/${year}`;
}

/** The day in Vietnam at an instant, `2026-11-22`. */
export function dayOf(instant: string): string {
  const { day, month, year } = parts(instant);
  return `${year}-${month}-${day}`;
}
