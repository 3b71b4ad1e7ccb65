import { printScaled } from '../../kernel/number/decimal.ts';
import type { Ratio } from '../../kernel/number/ratio.ts';
import { type CellFault, type Piece, plainly } from './piece.ts';

/**
 * One thing that a rule says, in the ways it may be written; the first is the one that is written. Slots: `{n}` a
 * decimal, `{v}` a decimal that may have a percent sign, `{i}` a whole number, `{d}` a day.
 */
export type Phrase = readonly [string, ...string[]];

/** A rule being read: pieces are taken out as they are understood. */
export type Reading = {
  readonly pieces: Piece[];
  readonly faults: CellFault[];
  /** Whether a value was said at all, and with a percent sign. */
  value: 'none' | 'plain' | 'percent';
};

const NUMBER = '-?\\d+(?:[.,]\\d+)?';
const SLOTS: Readonly<Record<string, string>> = {
  n: `(${NUMBER})(?: ?(?:diem|points?))?`,
  v: `(${NUMBER} ?%?)`,
  i: '(\\d+)',
  d: '(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{4}-\\d{2}-\\d{2})',
};

const compiled = new Map<Phrase, RegExp>();

function patternOf(phrase: Phrase): RegExp {
  const known = compiled.get(phrase);
  if (known !== undefined) return known;
  const ways = phrase.map((way) =>
    way
      .split(/(\{[nvid]\})/)
      .map((part) => SLOTS[/^\{(.)\}$/.exec(part)?.[1] ?? ''] ?? escaped(part))
      .join(''),
  );
  const pattern = new RegExp(`^(?:${ways.join('|')})$`);
  compiled.set(phrase, pattern);
  return pattern;
}

function escaped(words: string): string {
  const [before = '', after = ''] = [/^\s/.exec(words)?.[0], /\s$/.exec(words)?.[0]];
  const plain = plainly(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const spaced = plain.replace(/\s*:\s*/g, ' ?: ?').replace(/: \?0$/, '$&(?: ?(?:diem|points?))?');
  return `${before && ' ?'}${spaced}${after && ' ?'}`;
}

/** What stands in the slots of a text, in their order; undefined when the text says something else. */
export function match(phrase: Phrase, plain: string): string[] | undefined {
  return patternOf(phrase)
    .exec(plain)
    ?.slice(1)
    .filter((slot) => slot !== undefined);
}

/** Takes the first piece that says this out of the reading. */
export function take(reading: Reading, phrase: Phrase): string[] | undefined {
  const at = reading.pieces.findIndex(({ plain }) => match(phrase, plain) !== undefined);
  const [piece] = at === -1 ? [] : reading.pieces.splice(at, 1);
  return piece && match(phrase, piece.plain);
}

/** Like `take`; a rule cannot be without it. */
export function need(reading: Reading, phrase: Phrase): string[] | undefined {
  const taken = take(reading, phrase);
  if (taken === undefined) reading.faults.push({ code: 'rule_lacks', detail: { piece: sample(phrase) } });
  return taken;
}

/** The phrase as people write it, with dots for its numbers. */
function sample([way]: Phrase): string {
  return way.replace(/\{[nvid]\}/g, '…');
}

/** The phrase with its slots filled in order. */
export function say([way]: Phrase, ...slots: readonly string[]): string {
  let at = -1;
  return way.replace(/\{[nvid]\}/g, () => {
    at += 1;
    return slots[at] ?? '';
  });
}

/** `12,5` or `12.5` as `12.5`; a point before three digits could group thousands and is refused. */
export function readDecimal(reading: Reading, written: string | undefined): string {
  const text = (written ?? '').trim();
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(text))
    reading.faults.push({ code: 'ambiguous_number', detail: { written: text } });
  return text.replace(',', '.');
}

/** A value of the rule's input; a percent sign tells that the input is a ratio. */
export function readValue(reading: Reading, written: string | undefined): string {
  const percent = written?.includes('%') === true;
  if (percent || reading.value === 'none') reading.value = percent ? 'percent' : 'plain';
  return readDecimal(reading, written?.replace('%', ''));
}

/** Numbers beyond what a double holds keep their digits. */
export function readWhole(written: string | undefined): number | bigint {
  const whole = Number(written);
  return Number.isSafeInteger(whole) ? whole : BigInt(written ?? 0);
}

/** Exact, with a comma and every decimal that the value was written with. */
export function printDecimal({ n, d }: Ratio): string {
  return printScaled(n, String(d).length - 1).replace('.', ',');
}

/** Points at the end of a piece: `2`, `0,5 điểm`; undefined when something else stands there. */
export function pointsIn(reading: Reading, tail: string | undefined): string | undefined {
  const [points] = match(POINTS, plainly(tail ?? '')) ?? [];
  return points && readDecimal(reading, points);
}

const POINTS: Phrase = ['{n}'];
