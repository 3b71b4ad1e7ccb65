import type { Json, JsonObject } from '../../../kernel/json.ts';
import { printShortPoints } from '../../../kernel/number/points.ts';
import type { AllOfRule } from '../../rules/answer/all-of.ts';
import type { ChoiceRule } from '../../rules/answer/choice.ts';
import type { DeadlineRule } from '../../rules/answer/deadline.ts';
import type { GivenRule } from '../../rules/answer/given.ts';
import {
  match,
  need,
  type Phrase,
  pointsIn,
  printDecimal,
  type Reading,
  readDecimal,
  readWhole,
  say,
  take,
} from '../phrase.ts';
import { readName, writeName } from '../piece.ts';
import { readLabel, writeLabel } from './label.ts';
import { readLeast, writeLeast } from './least.ts';

/** Rules that judge an answer: how each is written in a cell, and read from it. */

export function readChoice(reading: Reading): JsonObject {
  const options: Json[] = [];
  for (const piece of [...reading.pieces]) {
    const points = pointsIn(reading, piece.tail);
    if (points === undefined) continue;
    reading.pieces.splice(reading.pieces.indexOf(piece), 1);
    options.push({ ...readLabel(piece.head, options.length), points });
  }
  if (options.length === 0) reading.faults.push({ code: 'rule_lacks', detail: { piece: 'Có: …' } });
  return { kind: 'choice', options };
}

export function writeChoice({ options }: ChoiceRule): string[] {
  return options.map((option) => `${writeLabel(option)}: ${printDecimal(option.points)}`);
}

export const ALL_OF: Phrase = [
  'đạt đủ các điều kiện',
  'đạt đủ',
  'đạt tất cả các điều kiện',
  'all of the conditions',
];

export function readAllOf(reading: Reading): JsonObject {
  take(reading, ALL_OF);
  const [first] = reading.pieces;
  const joined = first?.tail !== undefined && match(ALL_OF, first.plain.split(/ ?:/)[0] ?? '') !== undefined;
  const conditions = reading.pieces
    .splice(0)
    .map(({ text }, at) => readName(joined && at === 0 ? text.slice(text.indexOf(':') + 1) : text));
  if (conditions.length === 0) need(reading, ALL_OF);
  return { kind: 'all_of', conditions };
}

export function writeAllOf({ conditions }: AllOfRule): string[] {
  return [say(ALL_OF), ...conditions.map((condition) => writeCondition(condition))];
}

/** A condition that begins with the words that open the list stands in quotes. */
function writeCondition(condition: string): string {
  return writeName(condition, /^(?!đạt|all of)[\p{L}\p{N}(][^;"[\]\n\r\t]*$/iu);
}

export const BY: Record<GivenRule['by'], Phrase> = {
  unit: ['đơn vị tự cho điểm', 'đơn vị tự chấm', 'points given by the unit'],
  appraiser: ['người thẩm định cho điểm', 'thẩm định cho điểm', 'points given by the appraiser'],
  council: ['hội đồng cho điểm', 'points given by the council'],
  outside: ['theo kết quả bên ngoài', 'points from outside'],
};
const STEP: Phrase = ['bước {n}', 'step {n}'];

export function readGiven(reading: Reading): JsonObject {
  const by = (['unit', 'appraiser', 'council', 'outside'] as const).find(
    (who) => take(reading, BY[who]) !== undefined,
  );
  if (by === undefined) need(reading, BY.appraiser);
  const [step] = take(reading, STEP) ?? [];
  return {
    kind: 'given',
    by: by ?? 'appraiser',
    ...(step !== undefined && { step: readDecimal(reading, step) }),
    ...readLeast(reading),
  };
}

export function writeGiven({ by, step, min }: GivenRule): string[] {
  const said = step === undefined ? [] : [say(STEP, printShortPoints(step).replace('.', ','))];
  return [say(BY[by]), ...said, ...writeLeast(min)];
}

export const DUE_DAY: Phrase = ['hạn {d}', 'thời hạn {d}', 'trước ngày {d}', 'due {d}'];
export const DUE_AFTER: Phrase = [
  'hạn {i} ngày làm việc sau mốc',
  'hạn {i} ngày làm việc',
  'due {i} working days after the event',
];
const ON_TIME: Phrase = ['đúng hạn: {n}', 'kịp thời: {n}', 'on time: {n}'];
const LATE: Phrase = ['chậm không quá {i} ngày: {n}', 'chậm đến {i} ngày: {n}', 'up to {i} days late: {n}'];
const LATER: Phrase = ['còn lại: {n}', 'otherwise: {n}'];

export function readDeadline(reading: Reading): JsonObject {
  const [after] = take(reading, DUE_AFTER) ?? [];
  const [day] = after === undefined ? (need(reading, DUE_DAY) ?? []) : [];
  const tiers: Json[] = [];
  for (const piece of [...reading.pieces]) {
    const tier = readLateness(reading, piece.plain);
    if (tier === undefined) continue;
    reading.pieces.splice(reading.pieces.indexOf(piece), 1);
    tiers.push(tier);
  }
  if (tiers.length === 0) need(reading, LATER);
  const due = after === undefined ? isoDay(day ?? '') : { working_days_after: readWhole(after) };
  return { kind: 'deadline', due, tiers };
}

function readLateness(reading: Reading, plain: string): JsonObject | undefined {
  const [onTime] = match(ON_TIME, plain) ?? [];
  if (onTime !== undefined) return { late_days: 0, points: readDecimal(reading, onTime) };
  const [days, late] = match(LATE, plain) ?? [];
  if (days !== undefined) return { late_days: readWhole(days), points: readDecimal(reading, late) };
  const [later] = match(LATER, plain) ?? [];
  return later === undefined ? undefined : { points: readDecimal(reading, later) };
}

/** `5/3/2026` as `2026-03-05`; a day that is none stays as it is and is refused with the rule. */
function isoDay(written: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written) ?? [];
  if (day === undefined || month === undefined) return written;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

export function writeDeadline({ due, tiers }: DeadlineRule): string[] {
  const said =
    typeof due === 'string'
      ? say(DUE_DAY, due.split('-').reverse().join('/'))
      : say(DUE_AFTER, `${due.working_days_after}`);
  const steps = tiers.map(({ late_days, points }) => {
    if (late_days === undefined) return say(LATER, printDecimal(points));
    if (late_days === 0) return say(ON_TIME, printDecimal(points));
    return say(LATE, `${late_days}`, printDecimal(points));
  });
  return [said, ...steps];
}
