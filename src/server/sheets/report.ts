import { headerXml, type SheetSource, sheetBegin } from './sheet-head.ts';
import { letters, numberXml, plainTextXml, textXml } from './xlsx/cells.ts';
import { escapeXml, type PaperSize, STYLE, sheetFoot } from './xlsx/parts.ts';

/**
 * A cell of a table that people read. A formula is always given with the value that it has, so that the workbook shows
 * it without being worked out again; formulas are made by the program alone, never from a text that somebody typed.
 */
export type ReportCell =
  | null
  | string
  | { readonly text: string; readonly look: 'title' | 'note' | 'center' | 'wrapped' }
  /** An exact decimal, shown with so many digits after the point. */
  | { readonly number: string; readonly decimals: number; readonly formula?: string | undefined };

export type ReportRow = readonly ReportCell[];

export type Report = {
  readonly name: string;
  /** In characters, one for each column. */
  readonly widths: readonly number[];
  /** Stands above the titles: what the table is about. */
  readonly above: readonly ReportRow[];
  readonly titles: readonly string[];
  readonly rows: Iterable<ReportRow> | AsyncIterable<ReportRow>;
  /** So many columns stay in sight. */
  readonly frozen?: number;
  readonly paper?: PaperSize;
};

/** The row of the titles; the first row of the table is the next. */
export function titleRowOf({ above }: Pick<Report, 'above'>): number {
  return above.length + 1;
}

export function reportSource(report: Report): SheetSource {
  const row = titleRowOf(report);
  return { name: report.name, titleRows: [row, row], xml: reportXml(report) };
}

async function* reportXml(report: Report): AsyncGenerator<string> {
  const { widths, above, titles, rows, frozen = 0, paper = 'a4' } = report;
  const titleRow = titleRowOf(report);
  yield sheetBegin(
    widths.map((width) => ({ width })),
    titleRow,
    frozen,
  );
  for (const [at, row] of above.entries()) yield rowXml(at + 1, row);
  yield headerXml(titleRow, titles);
  let number = titleRow;
  for await (const row of rows) {
    number += 1;
    yield rowXml(number, row);
  }
  const last = `${letters(titles.length - 1)}${number}`;
  yield `</sheetData><autoFilter ref="A${titleRow}:${last}"/>${sheetFoot(paper)}`;
}

function rowXml(number: number, cells: ReportRow): string {
  const written = cells.map((cell, at) => cellOf(`${letters(at)}${number}`, cell));
  return `<row r="${number}">${written.join('')}</row>`;
}

function cellOf(place: string, cell: ReportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell === '' ? '' : plainTextXml(place, cell);
  if ('text' in cell) return textXml(place, STYLE[cell.look], cell.text);
  const style = STYLE.fixed + cell.decimals;
  if (cell.formula === undefined) return numberXml(place, style, cell.number);
  return `<c r="${place}" s="${style}"><f>${escapeXml(cell.formula)}</f><v>${cell.number}</v></c>`;
}
