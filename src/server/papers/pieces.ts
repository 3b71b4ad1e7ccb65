import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { LEFT_WIDTH, RIGHT_WIDTH, textWidth } from './layout.ts';

type Look = { readonly size: number; readonly bold?: boolean; readonly italics?: boolean };

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

/** `size` in points. What XML cannot hold is left out. */
export function run(text: string, { size, ...look }: Look): TextRun {
  const options: IRunOptions = { ...look, size: size * 2, text: plain(text) };
  return new TextRun(options);
}

export function plain(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
}

export function centered(text: string, look: Look, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, alignment: AlignmentType.CENTER, children: [run(text, look)] });
}

/** A solid line in the middle of a space of this width, as long as this share of the text above it. */
export function lineBelow(text: string, look: Look, share: number, space: number): Paragraph {
  const whole = Math.min(textWidth(text, look.size, look.bold === true), space);
  const side = Math.round((space - whole * share) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 50, after: 0, line: 40, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
    children: [],
  });
}

/** Two columns without borders, of the widths that the first page has; what stands in one row begins level. */
export function sideBySide(...rows: readonly { left: Paragraph[]; right: Paragraph[] }[]): Table {
  const cell = (children: Paragraph[], width: number) =>
    new TableCell({
      children,
      width: { size: width, type: WidthType.DXA },
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: LEFT_WIDTH + RIGHT_WIDTH, type: WidthType.DXA },
    columnWidths: [LEFT_WIDTH, RIGHT_WIDTH],
    borders: NO_BORDERS,
    rows: rows.map(
      ({ left, right }) =>
        new TableRow({ cantSplit: true, children: [cell(left, LEFT_WIDTH), cell(right, RIGHT_WIDTH)] }),
    ),
  });
}
