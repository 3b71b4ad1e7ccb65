/** What remains of a text when diacritics and case do not count: `Đông Kiều` as `dong kieu`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether every word that was typed begins a word of the text, diacritics and case aside. */
export function matches(text: string, typed: string): boolean {
  const folded = ` ${fold(text).replace(/[^a-z0-9@.]+/g, ' ')}`;
  return fold(typed)
    .split(/[^a-z0-9@.]+/)
    .every((word) => folded.includes(` ${word}`));
}
