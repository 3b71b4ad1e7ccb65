import { fold } from '../../kernel/fold.ts';

/** One thing wrong in a cell; the sentence lives in `text`. */
export type CellFault = {
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

/**
 * What stands between two semicolons or line ends of a cell. `head` and `tail` lie before and after its last colon;
 * without a colon the head is all of it. `plain` is folded, with one sign for each dash and comparison.
 */
export type Piece = {
  readonly text: string;
  readonly plain: string;
  readonly head: string;
  readonly tail: string | undefined;
};

/** Nobody reads more in one cell; a file with more was made to be slow. */
const MOST_PIECES = 2_000;

/** The pieces of a cell. A text in double quotes is one name, whatever it holds; `""` in it is a quote. */
export function splitPieces(cell: string): Piece[] {
  return splitAt(cell, ';\n\r')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .slice(0, MOST_PIECES)
    .map(toPiece);
}

function toPiece(text: string): Piece {
  const parts = splitAt(text, ':');
  const tail = parts.length > 1 ? parts.at(-1) : undefined;
  const head = tail === undefined ? text : text.slice(0, text.length - tail.length - 1);
  return { text, plain: plainly(text), head: head.trim(), tail: tail?.trim() };
}

/** Folded, and with `-`, `>=` and `<=` for every sign that means the same. */
export function plainly(text: string): string {
  return fold(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('≥', '>=')
    .replaceAll('≤', '<=');
}

/** Cut at each of the signs that stands outside quotes. A quote counts where a name can begin. */
export function splitAt(text: string, signs: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '"' && /^$|[\s;:,[\]]/.test(text[at - 1] ?? '')) at = endOfQuote(text, at);
    else if (signs.includes(sign)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** Position of the closing quote; of the opening one when nothing closes it. */
function endOfQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at += 1;
  }
  return from;
}

/** A name as it stands in a cell, without the quotes it may stand in. */
export function readName(text: string): string {
  const [, inner] = /^"((?:[^"]|"")*)"$/.exec(text.trim()) ?? [];
  return inner === undefined ? text.trim() : inner.replaceAll('""', '"');
}

/** Whether a name stands in quotes, and so is never taken for a word of the grammar. */
export function isQuoted(text: string): boolean {
  return /^"(?:[^"]|"")*"$/.test(text.trim());
}

/** In quotes only where it could be misread. */
export function writeName(name: string, clear: RegExp = CLEAR): string {
  return clear.test(name) && name.trim() === name ? name : `"${name.replaceAll('"', '""')}"`;
}

const CLEAR = /^[\p{L}\p{N}(][^;:"[\]\n\r\t]*$/u;
/** Of names in a list, which commas part. */
export const CLEAR_IN_LIST = /^[\p{L}\p{N}_][\p{L}\p{N}_.\- ]*$/u;

export function readList(cell: string): string[] {
  return splitAt(cell, ',;\n\r')
    .filter((name) => name.trim() !== '')
    .map(readName);
}

export function writeList(names: readonly string[]): string {
  return names.map((name) => writeName(name, CLEAR_IN_LIST)).join(', ');
}
