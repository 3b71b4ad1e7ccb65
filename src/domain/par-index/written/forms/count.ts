import type { Json, JsonObject } from '../../../kernel/json.ts';
import type { DeductRule } from '../../rules/count/deduct.ts';
import type { PerCountRule } from '../../rules/count/per-count.ts';
import type { PercentOffRule } from '../../rules/count/percent-off.ts';
import type { ViolationsRule } from '../../rules/count/violations.ts';
import {
  match,
  need,
  type Phrase,
  printDecimal,
  type Reading,
  readDecimal,
  readWhole,
  say,
  take,
} from '../phrase.ts';
import { plainly } from '../piece.ts';
import { readLabel, writeLabel } from './label.ts';
import { readLeast, writeLeast } from './least.ts';

/** Rules that count occurrences: how each is written in a cell, and read from it. */

export const PER: Phrase = [
  'mỗi lần trừ {n}',
  'mỗi trường hợp trừ {n}',
  'cứ mỗi lần trừ {n}',
  'each time minus {n}',
];
export const ITEM: Phrase = ['trừ {n}', 'minus {n}'];

export function readDeduct(reading: Reading): JsonObject {
  const [per] = take(reading, PER) ?? [];
  const items: Json[] = [];
  for (const piece of [...reading.pieces]) {
    const [off] = match(ITEM, plainly(piece.tail ?? '')) ?? [];
    if (off === undefined) continue;
    reading.pieces.splice(reading.pieces.indexOf(piece), 1);
    items.push({ ...readLabel(piece.head, items.length), per: readDecimal(reading, off) });
  }
  const min = readLeast(reading);
  if (per === undefined && items.length === 0) need(reading, PER);
  return {
    kind: 'deduct',
    ...(per !== undefined && { per: readDecimal(reading, per) }),
    ...(items.length > 0 && { items }),
    ...min,
  };
}

export function writeDeduct({ per, items = [], min }: DeductRule): string[] {
  return [
    ...(per === undefined ? [] : [say(PER, printDecimal(per))]),
    ...items.map((item) => `${writeLabel(item)}: ${say(ITEM, printDecimal(item.per))}`),
    ...writeLeast(min),
  ];
}

export const ZERO_FROM: Phrase = [
  'từ {i} trường hợp: 0',
  'từ {i} trường hợp trở lên: 0',
  'from {i} cases: 0',
];
const FURTHER: Phrase = ['mỗi trường hợp trừ tiếp {n}', 'each case minus a further {n}'];
const FURTHER_FROM: Phrase = ['trừ tiếp từ trường hợp thứ {i}', 'further minus from case {i}'];

export function readViolations(reading: Reading): JsonObject {
  const [zeroFrom] = need(reading, ZERO_FROM) ?? [];
  const [per] = take(reading, FURTHER) ?? [];
  const [from] = take(reading, FURTHER_FROM) ?? [];
  return {
    kind: 'violations',
    zero_from: readWhole(zeroFrom),
    ...(per !== undefined && { deduct_per: readDecimal(reading, per) }),
    ...(from !== undefined && { deduct_from: readWhole(from) }),
    ...readLeast(reading),
  };
}

export function writeViolations({ zero_from, deduct_per, deduct_from, min }: ViolationsRule): string[] {
  return [
    say(ZERO_FROM, `${zero_from}`),
    ...(deduct_per === undefined ? [] : [say(FURTHER, printDecimal(deduct_per))]),
    ...(deduct_from === undefined ? [] : [say(FURTHER_FROM, `${deduct_from}`)]),
    ...writeLeast(min),
  ];
}

export const PERCENT_OFF: Phrase = [
  'mỗi lần trừ {n} % số điểm',
  'mỗi lần trừ {n} %',
  'mỗi trường hợp trừ {n} % số điểm',
  'each time minus {n} % of the points',
];

export function readPercentOff(reading: Reading): JsonObject {
  const [per] = need(reading, PERCENT_OFF) ?? [];
  return { kind: 'percent_off', per: readDecimal(reading, per), ...readLeast(reading) };
}

export function writePercentOff({ per, min }: PercentOffRule): string[] {
  return [say(PERCENT_OFF, printDecimal(per)), ...writeLeast(min)];
}

export const EACH: Phrase = ['mỗi trường hợp {n}', 'mỗi lần {n}', 'each case {n}'];
const LOW: Phrase = ['thấp nhất {n}', 'từ {n}', 'at least {n}'];
const HIGH: Phrase = ['cao nhất {n}', 'đến {n}', 'tối đa {n}', 'at most {n}'];

export function readPerCount(reading: Reading): JsonObject {
  const [each] = need(reading, EACH) ?? [];
  const [min] = need(reading, LOW) ?? [];
  const [max] = need(reading, HIGH) ?? [];
  const read = { each: readDecimal(reading, each), min: readDecimal(reading, min) };
  return { kind: 'per_count', ...read, max: readDecimal(reading, max) };
}

export function writePerCount({ each, min, max }: PerCountRule): string[] {
  return [say(EACH, printDecimal(each)), say(LOW, printDecimal(min)), say(HIGH, printDecimal(max))];
}
