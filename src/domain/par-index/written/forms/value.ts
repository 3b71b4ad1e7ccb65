import type { JsonObject } from '../../../kernel/json.ts';
import type { BaseStepRule } from '../../rules/value/base-step.ts';
import type { ProportionalRule } from '../../rules/value/proportional.ts';
import type { RelativeRule } from '../../rules/value/relative.ts';
import type { ShortfallRule } from '../../rules/value/shortfall.ts';
import type { TiersRule } from '../../rules/value/tiers.ts';
import { type Bound, isRising, printBound, readBound, resolveBounds } from '../bounds.ts';
import { printInput, readInput, writeInput } from '../input.ts';
import {
  need,
  type Phrase,
  pointsIn,
  printDecimal,
  type Reading,
  readDecimal,
  readValue,
  say,
  take,
} from '../phrase.ts';
import { isQuoted, readName } from '../piece.ts';
import { readLeast, writeLeast } from './least.ts';

/** Rules that judge a value: how each is written in a cell, and read from it. */

export const PROPORTIONAL: Phrase = ['theo tỷ lệ', 'điểm theo tỷ lệ', 'proportional'];
const TARGET: Phrase = ['đủ điểm khi đạt {v}', 'đạt {v} trở lên: đủ điểm', 'full points from {v}'];
const BELOW: Phrase = ['dưới {v}: 0', '< {v}: 0', 'below {v}: 0'];
const NOT_ABOVE: Phrase = ['từ {v} trở xuống: 0', '<= {v}: 0', 'up to {v}: 0'];

export function readProportional(reading: Reading): JsonObject {
  take(reading, PROPORTIONAL);
  const [target] = take(reading, TARGET) ?? [];
  const [below] = take(reading, BELOW) ?? [];
  const [notAbove] = below === undefined ? (take(reading, NOT_ABOVE) ?? []) : [];
  const floor = below ?? notAbove;
  const read = {
    ...(target !== undefined && { target: readValue(reading, target) }),
    ...(floor !== undefined && {
      floor: { value: readValue(reading, floor), closed: below !== undefined },
    }),
  };
  return { kind: 'proportional', ...readInput(reading), ...read };
}

export function writeProportional(rule: ProportionalRule): string[] {
  const { target, floor } = rule;
  const pieces = [
    ...(target === undefined ? [] : [say(TARGET, printInput(target, rule))]),
    ...(floor === undefined ? [] : [say(floor.closed ? BELOW : NOT_ABOVE, printInput(floor.value, rule))]),
  ];
  return [say(PROPORTIONAL), ...pieces, ...writeInput(rule, pieces.length)];
}

export const SHORT: Phrase = ['cứ thiếu {v} trừ {n}', 'thiếu mỗi {v} trừ {n}', 'each {v} short minus {n}'];
const PARTIAL: Record<ShortfallRule['partial'], Phrase> = {
  full: ['phần lẻ: bỏ', 'unfinished step: ignored'],
  started: ['phần lẻ: tính tròn', 'unfinished step: counted whole'],
  prorata: ['phần lẻ: theo tỷ lệ', 'unfinished step: in part'],
};
const ANY_PARTIAL: Phrase = ['phần lẻ: bỏ, tính tròn hoặc theo tỷ lệ'];

export function readShortfall(reading: Reading): JsonObject {
  const [target] = need(reading, TARGET) ?? [];
  const [each, per] = need(reading, SHORT) ?? [];
  const partial = (['full', 'started', 'prorata'] as const).find(
    (way) => take(reading, PARTIAL[way]) !== undefined,
  );
  if (partial === undefined) need(reading, ANY_PARTIAL);
  const min = readLeast(reading);
  const read = {
    target: readValue(reading, target),
    each: readValue(reading, each),
    per: readDecimal(reading, per),
  };
  return { kind: 'shortfall', ...readInput(reading), ...read, ...min, partial: partial ?? 'full' };
}

export function writeShortfall(rule: ShortfallRule): string[] {
  return [
    say(TARGET, printInput(rule.target, rule)),
    say(SHORT, printInput(rule.each, rule), printDecimal(rule.per)),
    say(PARTIAL[rule.partial]),
    ...writeLeast(rule.min),
    ...writeInput(rule, 2),
  ];
}

export const TO: Record<RelativeRule['to'], Phrase> = {
  best: ['so với đơn vị cao nhất', 'relative to the best'],
  mean: ['so với trung bình của khối', 'so với trung bình', 'relative to the mean'],
};

export function readRelative(reading: Reading): JsonObject {
  const mean = take(reading, TO.mean) !== undefined;
  if (!mean) need(reading, TO.best);
  return { kind: 'relative', ...readInput(reading), to: mean ? 'mean' : 'best' };
}

export function writeRelative(rule: RelativeRule): string[] {
  return [say(TO[rule.to]), ...writeInput(rule, 0)];
}

const BASE: Phrase = ['từ {v}: {n}', '>= {v}: {n}', 'from {v}: {n}'];
export const FURTHER: Phrase = ['cứ thêm {v} cộng {n}', 'each further {v} plus {n}'];
const CAP: Phrase = ['tối đa {n}', 'at most {n}'];

export function readBaseStep(reading: Reading): JsonObject {
  const [from, points] = need(reading, BASE) ?? [];
  const [each, add] = need(reading, FURTHER) ?? [];
  const [cap] = need(reading, CAP) ?? [];
  const read = {
    from: readValue(reading, from),
    points: readDecimal(reading, points),
    each: readValue(reading, each),
    add: readDecimal(reading, add),
    cap: readDecimal(reading, cap),
  };
  return { kind: 'base_step', ...readInput(reading), ...read };
}

export function writeBaseStep(rule: BaseStepRule): string[] {
  return [
    say(BASE, printInput(rule.from, rule), printDecimal(rule.points)),
    say(FURTHER, printInput(rule.each, rule), printDecimal(rule.add)),
    say(CAP, printDecimal(rule.cap)),
    ...writeInput(rule, 2),
  ];
}

export function readTiers(reading: Reading): JsonObject {
  const tiers: { readonly bound: Bound; readonly points: string }[] = [];
  for (const piece of [...reading.pieces]) {
    const bound = piece.tail === undefined ? undefined : readBound(reading, piece.head);
    if (bound === undefined || piece.tail === undefined) continue;
    reading.pieces.splice(reading.pieces.indexOf(piece), 1);
    tiers.push({ bound, points: pointsIn(reading, piece.tail) ?? readName(piece.tail) });
  }
  if (tiers.length === 0) reading.faults.push({ code: 'rule_lacks', detail: { piece: '≥ … %: …' } });
  const steps = resolveBounds(
    reading,
    tiers.map(({ bound }) => bound),
  );
  const rising = isRising(tiers.map(({ bound }) => bound));
  const points = (rising ? tiers.toReversed() : tiers).map((tier) => tier.points);
  return {
    kind: 'tiers',
    ...readInput(reading),
    tiers: steps.map((step, at) => ({ ...step, points: points[at] ?? '' })),
  };
}

export function writeTiers(rule: TiersRule): string[] {
  const unit = printInput({ n: 0n, d: 1n }, rule).slice(1);
  const pieces = rule.tiers.map((tier, at) => {
    const points = 'n' in tier.points ? printDecimal(tier.points) : writeExpression(tier.points.text);
    return `${printBound(tier, rule.tiers[at - 1], unit)}: ${points}`;
  });
  const values = rule.tiers.filter(({ from }) => from !== undefined).length;
  return [...pieces, ...writeInput(rule, values)];
}

/** As its author wrote it; blanks at its ends and line ends stand in quotes. */
export function writeExpression(text: string): string {
  return text.trim() === text && !/[\n\r]/.test(text) && !isQuoted(text) ? text : `"${text}"`;
}
