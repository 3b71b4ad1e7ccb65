import { type Json, writeJson } from '../../../../domain/kernel/json.ts';
import type { Language } from '../../../../text/language.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** What stands in a document, as a field shows it: `"12.5"` as `12,5`; what is no number, as it was typed. */
export function shownNumber(value: Json | undefined, language: Language): string {
  if (value === undefined) return '';
  const written = typeof value === 'object' && value !== null ? writeJson(value) : String(value);
  return DECIMAL.test(written) && language === 'vi' ? written.replace('.', ',') : written;
}

/** What was typed, as it is written into a document: `12,5` as `"12.5"`; what is no number stays as it was typed. */
export function typedDecimal(typed: string): string {
  const written = typed.trim().replace(',', '.').replace('−', '-');
  return DECIMAL.test(written) ? written : typed;
}

/** A count is written as an integer; what is none stays as it was typed. */
export function typedCount(typed: string): Json {
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : typed;
}
