import { parseDecimal } from '../../kernel/number/decimal.ts';
import { compare, type Ratio } from '../../kernel/number/ratio.ts';
import { match, type Phrase, printDecimal, type Reading, readValue } from './phrase.ts';
import { plainly } from './piece.ts';

/** One end of a step; `closed` says whether the value belongs to it, undefined that nothing was said. */
type End = { readonly value: string; readonly closed: boolean | undefined };
/** What stands before the colon of a step. */
export type Bound = {
  readonly text: string;
  readonly lower: End | undefined;
  readonly upper: End | undefined;
};
/** As a document has it: v above `from`, or on it when closed; the last has neither. */
export type Step = { readonly from?: string; readonly closed?: boolean };

const REST: Phrase = [
  'còn lại',
  'các trường hợp còn lại',
  'trường hợp còn lại',
  'otherwise',
  'else',
  'the rest',
];
const NUMBER = '-?\\d+(?:[.,]\\d+)?';
const VALUE = `(${NUMBER} ?%?)`;
const ABOVE = '(>=|>|tu tren|tu|tren|from|over|at least|above)';
const BELOW = '(<=|<|duoi|khong qua|under|below|at most)';
const LOWER = new RegExp(`^${ABOVE} ?${VALUE}(?: tro len)?$`);
const UPPER = new RegExp(`^${BELOW} ?${VALUE}$`);
const DOWN = new RegExp(`^tu ?${VALUE} tro xuong$`);
const RANGE = new RegExp(`^${ABOVE}? ?${VALUE} ?(?:-|den|to) ?${BELOW}? ?${VALUE}$`);
const CLOSED_SIGNS = ['>=', '<=', 'tu', 'khong qua', 'from', 'at least', 'at most'];

/** Undefined when the text is no bound. */
export function readBound(reading: Reading, text: string): Bound | undefined {
  const plain = plainly(text);
  if (match(REST, plain) !== undefined) return { text, lower: undefined, upper: undefined };
  const end = (value: string | undefined, closed: boolean | undefined): End => ({
    value: readValue(reading, value),
    closed,
  });
  const [, sign, low] = LOWER.exec(plain) ?? [];
  if (low !== undefined) return { text, lower: end(low, includes(sign)), upper: undefined };
  const [, below, high] = UPPER.exec(plain) ?? [];
  if (high !== undefined) return { text, lower: undefined, upper: end(high, includes(below)) };
  const [, down] = DOWN.exec(plain) ?? [];
  if (down !== undefined) return { text, lower: undefined, upper: end(down, true) };
  const [, before, from, until, to] = RANGE.exec(plain) ?? [];
  if (from === undefined || to === undefined) return undefined;
  return { text, ...rangeOf(includes(before), includes(until), end(from, undefined), end(to, undefined)) };
}

function includes(sign: string | undefined): boolean | undefined {
  return sign === undefined ? undefined : CLOSED_SIGNS.includes(sign);
}

/**
 * `70–<90`: who excludes the upper end includes the lower. `trên 70 đến 90`: who excludes the lower end includes the
 * upper. `70–90` and `từ 70 đến 90` leave an end open to doubt, which only the neighbor can settle.
 */
function rangeOf(low: boolean | undefined, high: boolean | undefined, from: End, to: End) {
  return {
    lower: { ...from, closed: low ?? (high === undefined ? undefined : true) },
    upper: { ...to, closed: high ?? (low === false ? true : undefined) },
  };
}

/**
 * Steps best first out of bounds as they were written, in either order. An end that was left in doubt is settled by its
 * neighbor; where neighbors overlap, leave a gap or both say nothing, that is a fault.
 */
export function resolveBounds(reading: Reading, written: readonly Bound[]): Step[] {
  const bounds = isRising(written) ? written.toReversed() : written;
  const top = bounds[0]?.upper;
  if (top !== undefined && bounds.length > 1 && top.value !== '100')
    reading.faults.push({ code: 'tier_top', detail: { piece: bounds[0]?.text ?? '' } });
  return bounds.map((bound, at) => {
    const next = bounds[at + 1];
    if (next === undefined) return lastStep(bound, reading);
    return joint(reading, bound, next);
  });
}

export function isRising([first, ...others]: readonly Bound[]): boolean {
  const second = others[0];
  if (first === undefined || second?.lower === undefined) return false;
  if (first.lower !== undefined)
    return compare(parseDecimal(first.lower.value), parseDecimal(second.lower.value)) < 0;
  return first.upper !== undefined;
}

/** A share is never below 0, so that a last step may say that it begins there. */
function lastStep({ lower }: Bound, reading: Reading): Step {
  if (lower === undefined || (lower.value === '0' && reading.value === 'percent')) return {};
  return { from: lower.value, closed: lower.closed ?? true };
}

function joint(reading: Reading, { lower, text }: Bound, next: Bound): Step {
  const { upper } = next;
  const wrong = (code: string, bound = ''): Step => {
    reading.faults.push({ code, detail: { piece: text, next: next.text, bound: bound.replace('.', ',') } });
    return {};
  };
  if (lower === undefined) return wrong('tier_without_bound');
  if (upper !== undefined && compare(parseDecimal(lower.value), parseDecimal(upper.value)) !== 0)
    return wrong(
      compare(parseDecimal(lower.value), parseDecimal(upper.value)) < 0 ? 'tiers_overlap' : 'tiers_gap',
    );
  const closed = lower.closed ?? (upper?.closed === undefined ? undefined : !upper.closed);
  if (closed === undefined) return wrong('bound_open_or_closed', lower.value);
  if (upper?.closed === closed) return wrong(closed ? 'tiers_overlap' : 'tiers_gap');
  return { from: lower.value, closed };
}

type Written = { readonly from?: Ratio | undefined; readonly closed?: boolean | undefined };

/** `≥ 90 %`, `70–<90 %`, `còn lại`: the bound of a step below another. */
export function printBound({ from, closed }: Written, above: Written | undefined, unit: string): string {
  if (from === undefined) return REST[0];
  const low = printDecimal(from);
  if (above?.from === undefined) return `${closed === true ? '≥' : '>'} ${low}${unit}`;
  return `${closed === true ? '' : '>'}${low}–${above.closed === true ? '<' : '≤'}${printDecimal(above.from)}${unit}`;
}
