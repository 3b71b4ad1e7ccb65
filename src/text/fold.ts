import { fold } from '../domain/kernel/fold.ts';

export { fold };

/** Whether every word that was typed begins a word of the text, diacritics and case aside. */
export function matches(text: string, typed: string): boolean {
  const folded = ` ${fold(text).replace(/[^a-z0-9@.]+/g, ' ')}`;
  return fold(typed)
    .split(/[^a-z0-9@.]+/)
    .every((word) => folded.includes(` ${word}`));
}
