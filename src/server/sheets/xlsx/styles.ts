import { type Archive, scanPart } from './archive.ts';
import { attribute } from './scan-xml.ts';

/** Formats that every workbook knows without writing them down; 27–36 and 50–58 are days in Asian editions. */
const BUILT_IN_DAYS = [
  ...[14, 15, 16, 17, 22],
  ...Array.from({ length: 10 }, (_, at) => 27 + at),
  ...Array.from({ length: 9 }, (_, at) => 50 + at),
].map(String);

/** The positions of cell formats that show a number as a day. */
export async function readDayStyles(archive: Archive, part: string | undefined): Promise<Set<number>> {
  const dayFormats = new Set(BUILT_IN_DAYS);
  const dayStyles = new Set<number>();
  if (part === undefined) return dayStyles;
  let inCellFormats = false;
  let position = 0;
  await scanPart(archive, part, {
    open: (name, attributes) => {
      const format = attribute(attributes, 'numFmtId') ?? '0';
      if (name === 'numFmt' && showsDay(attribute(attributes, 'formatCode') ?? '')) dayFormats.add(format);
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      if (dayFormats.has(format)) dayStyles.add(position);
      position += 1;
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return dayStyles;
}

/** `dd/mm/yyyy`, `[$-42A]d mmmm yyyy`; not `"day" 0` and not `[h]:mm`. */
function showsDay(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  return /y|d/i.test(bare) && !/general/i.test(bare);
}
