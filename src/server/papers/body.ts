import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { INDENT, LINE, PARAGRAPH_GAP, SIZE, TEXT_WIDTH } from './layout.ts';
import type { Block, Span } from './paper.ts';
import { centered, run } from './pieces.ts';

const SPACING = { before: 0, after: PARAGRAPH_GAP, line: LINE };
const CELL_MARGIN = 80;

/** `width` is that of the text, in twentieths of a point. */
export function bodyOf(blocks: readonly Block[], width = TEXT_WIDTH): (Paragraph | Table)[] {
  return blocks.flatMap((block) => piecesOf(block, width));
}

function piecesOf(block: Block, width: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'paragraph':
      return [paragraph(block.spans)];
    case 'list':
      return block.items.map((item, at) =>
        paragraph([block.numbered === true ? `${at + 1}. ${item}` : `- ${item}`]),
      );
    case 'table':
      return [tableOf(block, width), new Paragraph({ spacing: { after: PARAGRAPH_GAP } })];
  }
}

function paragraph(spans: readonly Span[]): Paragraph {
  const runs = spans.map((span) => {
    if (typeof span === 'string') return run(span, { size: SIZE.body });
    return run(span.text, {
      size: SIZE.body,
      bold: span.bold === true,
      italics: span.italic === true,
    });
  });
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: SPACING,
    children: runs,
  });
}

/** Stays with the paragraph that follows. */
function heading(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: SPACING,
    keepNext: true,
    children: [run(text, { size: SIZE.body, bold: true })],
  });
}

type TableBlock = Extract<Block, { kind: 'table' }>;

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** The titles are repeated on each page. */
function tableOf({ columns, rows, size = SIZE.table }: TableBlock, width: number): Table {
  const widths = columns.map(({ percent }) => Math.round((width * percent) / 100));
  const cell = (at: number, content: Paragraph) =>
    new TableCell({
      children: [content],
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 40, bottom: 40 },
    });
  const titles = columns.map(({ title }, at) => cell(at, centered(title, { size, bold: true })));
  const lines = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: columns.map(({ align = 'left' }, at) =>
          cell(at, new Paragraph({ alignment: ALIGN[align], children: [run(row[at] ?? '', { size })] })),
        ),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: titles }), ...lines],
  });
}
