/**
 * Measures of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I and II, in twentieths of a point; where the decree leaves a
 * range, the value in use is named beside it.
 */

const TWIPS_PER_MM = 1440 / 25.4;

export function mm(millimeters: number): number {
  return Math.round(millimeters * TWIPS_PER_MM);
}

export const PAGE = {
  width: mm(210),
  height: mm(297),
  /** 20–25 mm. */
  top: mm(20),
  /** 20–25 mm. */
  bottom: mm(20),
  /** 30–35 mm. */
  left: mm(30),
  /** 15–20 mm. */
  right: mm(15),
  /** The page number stands in the middle of the top margin. */
  header: mm(10),
};

export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** The agency stands on the left of the first page, the name of the state on the right. */
export const LEFT_WIDTH = Math.round(TEXT_WIDTH * 0.385);
export const RIGHT_WIDTH = TEXT_WIDTH - LEFT_WIDTH;

/** Of a page that lies, with the same margins. */
export const LYING_WIDTH = PAGE.height - PAGE.left - PAGE.right;

export const FONT = 'Times New Roman';

/** In points. */
export const SIZE = {
  /** 12–13, bold capitals. */
  nation: 13,
  /** 13–14, bold. */
  motto: 14,
  /** 12–13, capitals. */
  superior: 13,
  /** 12–13, bold capitals. */
  agency: 13,
  /** 13. */
  number: 13,
  /** 13–14, italic. */
  placeAndDate: 14,
  /** 13–14, bold capitals. */
  kind: 14,
  /** 13–14, bold; of a công văn 12–13, plain. */
  abstract: 14,
  subject: 13,
  /** 13–14. */
  body: 14,
  /** 13–14, bold. */
  signer: 14,
  /** 12, bold italic. */
  recipientsTitle: 12,
  /** 11. */
  recipients: 11,
  /** 13–14. */
  pageNumber: 14,
  table: 13,
  /** 13–14, upright, bold; of the name of the annex capitals. */
  annex: 14,
  /** 13–14, italic. */
  reference: 14,
  draft: 13,
  foot: 9,
} as const;

/** First line of a paragraph: 1 or 1.27 cm. */
export const INDENT = mm(12.7);
/** At least 6 points between paragraphs. */
export const PARAGRAPH_GAP = 6 * 20;
/** From single to 1.5 lines; 240 is single. */
export const LINE = 264;

/** The decreed length of the line under the agency and under the abstract is from a third to half of the text. */
export const SHORT_LINE = 0.42;

/** Width of a text in Times New Roman, near enough for the length of a line below it. */
export function textWidth(text: string, points: number, bold: boolean): number {
  let ems = 0;
  for (const character of text)
    ems += /\p{Lu}/u.test(character) ? 0.7 : /[\s.,;:/-]/.test(character) ? 0.27 : 0.48;
  return Math.round(ems * (bold ? 1.08 : 1) * points * 20);
}
