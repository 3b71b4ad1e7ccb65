import type { JsonObject } from '../../../kernel/json.ts';
import type { Ratio } from '../../../kernel/number/ratio.ts';
import { type Phrase, printDecimal, type Reading, readDecimal, say, take } from '../phrase.ts';

const LEAST: Phrase = ['không dưới {n}', 'thấp nhất {n}', 'not below {n}'];

/** The bound below which no points fall, said only where the rule has one. */
export function readLeast(reading: Reading): JsonObject {
  const [min] = take(reading, LEAST) ?? [];
  return min === undefined ? {} : { min: readDecimal(reading, min) };
}

export function writeLeast(min: Ratio | undefined): string[] {
  return min === undefined ? [] : [say(LEAST, printDecimal(min))];
}
