import { type Archive, scanPart } from './archive.ts';
import { DamagedWorkbook } from './damaged.ts';
import { MOST_CHARACTERS, MOST_STRINGS } from './limits.ts';

/** Texts that cells name by their position. Runs of one text are joined, phonetic marks left out. */
export async function readSharedStrings(archive: Archive, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let current = '';
  let inText = false;
  let phonetic = false;
  await scanPart(archive, part, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text: (piece) => {
      if (inText) current += piece;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') phonetic = false;
      if (name !== 'si') return;
      if (strings.push(readEscapes(current)) > MOST_STRINGS) throw new DamagedWorkbook('inflates_too_much');
    },
  });
  return strings;
}

/** A workbook writes a control character as `_x000D_`. Longer texts than Excel knows are cut. */
export function readEscapes(text: string): string {
  const cut = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text;
  if (!cut.includes('_x')) return cut;
  return cut.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** What XML cannot hold, and what would be read as an escape, is written as an escape. */
export function writeEscapes(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) => {
      const hex = character.charCodeAt(0).toString(16).toUpperCase();
      return `_x${hex.padStart(4, '0')}_`;
    });
}
