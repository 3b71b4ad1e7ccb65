/** A column of a printed table; numbers stand to the right. */
export type Column = { readonly title: string; readonly align: 'left' | 'right' };

/** Lines of a table for a terminal, columns two spaces apart, with a rule under the titles. */
export function printTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ title }, at) =>
    rows.reduce((widest, row) => Math.max(widest, width(row[at] ?? '')), width(title)),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, at) => pad(cells[at] ?? '', widths[at] ?? 0, align))
      .join('  ')
      .trimEnd();
  const rule = widths.map((count) => '─'.repeat(count)).join('  ');
  return [line(columns.map(({ title }) => title)), rule, ...rows.map(line)];
}

function pad(text: string, count: number, align: Column['align']): string {
  const blank = ' '.repeat(Math.max(0, count - width(text)));
  return align === 'right' ? blank + text : text + blank;
}

/** Columns a text takes: a letter with its diacritics is one. */
function width(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}
