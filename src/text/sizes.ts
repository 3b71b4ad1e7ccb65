import type { Language } from './language.ts';
import { printNumber } from './numbers.ts';

const STEPS = ['B', 'KB', 'MB', 'GB'] as const;

/** `1,6 KB`: one decimal below ten, none above; thousands are of 1024. */
export function printSize(bytes: number, language: Language): string {
  let value = bytes;
  let step = 0;
  while (value >= 1024 && step < STEPS.length - 1) {
    value /= 1024;
    step += 1;
  }
  const written = value < 10 && step > 0 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0);
  return `${printNumber(written, language)} ${STEPS[step]}`;
}
