import type { Language } from './language.ts';

/** `"1234.50"` as people read it: `1.234,50` in Vietnamese, `1,234.50` in English; digits are kept as they are. */
export function printNumber(written: string, language: Language): string {
  const [whole = '', fraction] = written.split('.');
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}

/** `2026-11-22` as `22/11/2026`, in both languages. */
export function printDate(day: string): string {
  return day.split('-').reverse().join('/');
}
