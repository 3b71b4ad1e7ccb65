import { letters, textXml } from './xlsx/cells.ts';
import { type ListedSheet, SHEET_HEAD, STYLE } from './xlsx/parts.ts';

/** One sheet of a workbook, in pieces of XML. */
export type SheetSource = ListedSheet & { readonly xml: Iterable<string> | AsyncIterable<string> };

/** Of a column: its width in characters, and the format of its empty cells. */
export type Look = { readonly width: number; readonly style?: number };

/** Up to the rows: those up to the header and the first columns stay in sight, columns have their widths. */
export function sheetBegin(looks: readonly Look[], headerRow = 1, frozen = 0): string {
  const columns = looks.map(
    ({ width, style = 0 }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${style}" customWidth="1"/>`,
  );
  const split = frozen === 0 ? '' : `xSplit="${frozen}" `;
  const first = `${letters(frozen)}${headerRow + 1}`;
  const pane = frozen === 0 ? 'bottomLeft' : 'bottomRight';
  return `${SHEET_HEAD}<sheetViews><sheetView workbookViewId="0"><pane ${split}ySplit="${headerRow}" topLeftCell="${first}" activePane="${pane}" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

export function headerXml(row: number, titles: readonly string[]): string {
  const cells = titles.map((title, at) => textXml(`${letters(at)}${row}`, STYLE.header, title));
  return `<row r="${row}">${cells.join('')}</row>`;
}
