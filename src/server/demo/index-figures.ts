import type { Json } from '../../domain/kernel/json.ts';
import { isObject } from './index-file.ts';

/** Which figure of which unit and time is invented: the same every time. */
export type Drift = { readonly seed: string; readonly year: number; readonly perMille: number };

/**
 * An illustrative figure as it may have been at another time: rates and satisfaction move by about `perMille`, counts
 * by one here and there, dates go to their year; what was decided once stays.
 */
export function drift(input: Json, code: string, { seed, year, perMille }: Drift): Json {
  if (!isObject(input)) return input;
  const chance = draw(`${seed} ${code}`);
  const { ratio, count, survey } = input;
  if (Array.isArray(ratio)) return { ratio: moved(ratio, perMille + (chance % 41) - 20) };
  if (typeof count === 'number') return { count: perMille < 0 && chance % 4 === 0 ? count + 1 : count };
  if (isObject(survey)) return { survey: soured(survey, perMille) };
  return toYear(input, year);
}

function moved(ratio: readonly Json[], perMille: number): Json[] {
  const [numerator, denominator] = ratio.map(Number);
  if (numerator === undefined || denominator === undefined || denominator === 0) return [...ratio];
  const shifted = numerator + Math.round((denominator * perMille) / 1000);
  return [Math.max(0, Math.min(Math.max(numerator, denominator), shifted)), denominator];
}

/** Some of those most content answer one step below, or the other way round; the number of answers stays. */
function soured(survey: { [key: string]: Json }, perMille: number): Json {
  const [best, next] = Object.keys(survey);
  if (best === undefined || next === undefined) return survey;
  const [first, second] = [survey[best], survey[next]];
  if (isObject(first))
    return Object.fromEntries(
      Object.entries(survey).map(([group, answers]) => [
        group,
        isObject(answers) ? soured(answers, perMille) : answers,
      ]),
    );
  const most = perMille < 0 ? Number(first) : Number(second);
  const turned = Math.min(most, Math.round((most * Math.abs(perMille)) / 250)) * Math.sign(-perMille);
  return { ...survey, [best]: Number(first) - turned, [next]: Number(second) + turned };
}

function toYear(input: { [key: string]: Json }, year: number): Json {
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.replace(/^20\d\d(?=-\d\d-\d\d$)/, String(year)) : value,
    ]),
  );
}

/** A number from 0 to 9999 that looks drawn by lot and is always the same for the same words (FNV-1a). */
export function draw(words: string): number {
  let hash = 0x811c9dc5;
  for (const symbol of words) hash = Math.imul(hash ^ (symbol.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % 10_000;
}
