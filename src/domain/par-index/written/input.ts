import type { Json, JsonObject } from '../../kernel/json.ts';
import type { Ratio } from '../../kernel/number/ratio.ts';
import type { Rounding } from '../../kernel/number/rounding.ts';
import type { Source, ValueFields } from '../rules/source.ts';
import { type Phrase, printDecimal, type Reading, say, take } from './phrase.ts';
import { plainly, readName, writeName } from './piece.ts';

const RATIO: Phrase = ['số liệu là tỷ lệ', 'the value is a ratio'];
const NUMBER: Phrase = ['số liệu là số', 'the value is a number'];
const ROUND: Phrase = ['làm tròn số liệu {i} chữ số', 'round the value to {i} decimals'];
const CUT: Phrase = ['cắt số liệu còn {i} chữ số', 'cut the value to {i} decimals'];

/**
 * Where the value comes from, and how it is rounded first. What is not said follows from the values of the rule: with
 * a percent sign, or without any value, it is a ratio; values without the sign mean a number.
 */
export function readInput(reading: Reading): JsonObject {
  const measure = takeMeasure(reading);
  const ratio = take(reading, RATIO) !== undefined;
  const number = take(reading, NUMBER) !== undefined;
  const round_input = readRounding(reading);
  const declared = ratio || (!number && reading.value !== 'plain') ? 'ratio' : 'number';
  const input: Json = measure === undefined ? { declared } : { measure };
  return round_input === undefined ? { input } : { input, round_input };
}

function takeMeasure(reading: Reading): string | undefined {
  const at = reading.pieces.findIndex(({ head, tail }) => tail !== undefined && isMeasure(head));
  const [piece] = at === -1 ? [] : reading.pieces.splice(at, 1);
  return piece?.tail === undefined ? undefined : readName(piece.tail);
}

function isMeasure(head: string): boolean {
  return ['do', 'chi tieu do', 'measure'].includes(plainly(head));
}

function readRounding(reading: Reading): Json | undefined {
  const [round] = take(reading, ROUND) ?? [];
  if (round !== undefined) return { decimals: Number(round), mode: 'half_up' };
  const [cut] = take(reading, CUT) ?? [];
  return cut === undefined ? undefined : { decimals: Number(cut), mode: 'cut' };
}

/** What must be said of the input beside a rule whose `values` were printed. */
export function writeInput({ input, round_input }: ValueFields, values: number): string[] {
  return [...writeSource(input, values), ...(round_input === undefined ? [] : [writeRounding(round_input)])];
}

function writeSource(input: Source, values: number): string[] {
  if ('measure' in input) return [`đo: ${writeName(input.measure, CLEAR_MEASURE)}`];
  if (input.declared === 'number' && values === 0) return [say(NUMBER)];
  return [];
}

const CLEAR_MEASURE = /^[\p{L}\p{N}_.]+$/u;

function writeRounding({ decimals, mode }: Rounding): string {
  return say(mode === 'cut' ? CUT : ROUND, `${decimals}`);
}

/** A value in its unit: a reported number has none, everything else is a percentage. */
export function printInput(value: Ratio, { input }: ValueFields): string {
  const plain = 'declared' in input && input.declared === 'number';
  return plain ? printDecimal(value) : `${printDecimal(value)} %`;
}
