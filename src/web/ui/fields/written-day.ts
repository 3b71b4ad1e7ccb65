/**
 * The day that was typed, `2026-11-22`: `22/11/2026`, `22-11-2026`, `22.11.2026` or `2026-11-22`, on leaving the field
 * also `22/11/26` and `22112026`. What is no day of the calendar is none.
 */
export function readDay(typed: string, leaving = false): string | undefined {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const full = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (full !== null) return dayOf(full[3], full[2], full[1]);
  if (!leaving) return undefined;
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (short === null) return undefined;
  const [, day, month, year = ''] = short;
  return dayOf(year.length === 2 ? `20${year}` : year, month, day);
}

function dayOf(year = '', month = '', day = ''): string | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written ? undefined : written;
}
