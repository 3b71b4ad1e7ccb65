import { serialOfDay } from '../days.ts';
import { fitsFloat } from '../decimals.ts';
import type { CellValue, ColumnKind } from '../definition.ts';
import { escapeXml, STYLE } from './parts.ts';
import { writeEscapes } from './shared-strings.ts';

/** A, B, … Z, AA, …: the name of the column at a position. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** A cell of a column of this kind; what no number of a workbook holds exactly is written as text. */
export function cellXml(kind: ColumnKind, place: string, value: CellValue): string {
  if (value === null || value === '') return '';
  switch (kind) {
    case 'number':
    case 'count':
    case 'decimal':
      return fitsFloat(String(value))
        ? numberXml(place, STYLE[kind], value)
        : textXml(place, STYLE.text, String(value).replace('.', ','));
    case 'day': {
      const serial = serialOfDay(String(value));
      return serial === undefined
        ? textXml(place, STYLE.text, String(value).split('-').reverse().join('/'))
        : numberXml(place, STYLE.day, serial);
    }
    default:
      return plainTextXml(place, String(value));
  }
}

/** What a spreadsheet could take for a formula stays a text, also when the cell is edited or saved as CSV again. */
export function plainTextXml(place: string, text: string): string {
  return textXml(place, isInert(text) ? STYLE.inert : STYLE.text, text);
}

function isInert(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}

/** A long text on as many lines as it needs. */
export function wrappedTextXml(place: string, text: string): string {
  if (text === '') return '';
  return isInert(text) ? plainTextXml(place, text) : textXml(place, STYLE.wrapped, text);
}

export function textXml(place: string, style: number, text: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${space}>${escapeXml(writeEscapes(text))}</t></is></c>`;
}

export function numberXml(place: string, style: number, value: number | string): string {
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}
