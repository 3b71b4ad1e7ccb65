import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { papers } from '../../text/vi/papers.ts';
import { bodyOf } from './body.ts';
import { LYING_WIDTH, PAGE, SHORT_LINE, SIZE, TEXT_WIDTH } from './layout.ts';
import type { Annex, OfficialPaper } from './paper.ts';
import { centered, lineBelow, run } from './pieces.ts';

/** In the middle of the top margin. */
export function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: SIZE.pageNumber * 2 });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

/** The same line at the foot of every page, the first included. */
export function feetOf({ foot }: OfficialPaper): Pick<ISectionOptions, 'footers'> {
  if (foot === undefined) return {};
  const line = () =>
    new Footer({ children: [new Paragraph({ children: [run(foot, { size: SIZE.foot })] })] });
  return { footers: { default: line(), first: line() } };
}

/**
 * An annex begins a page; its pages are numbered by themselves, from the second on (Nghị định 30/2020/NĐ-CP,
 * Phụ lục I, mục III.1).
 */
export function annexSection(paper: OfficialPaper, annex: Annex): ISectionOptions {
  const { width, height, ...margin } = PAGE;
  const orientation = annex.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const textWidth = annex.landscape ? LYING_WIDTH : TEXT_WIDTH;
  const title = { size: SIZE.annex, bold: true };
  const name = annex.title.toLocaleUpperCase('vi');
  const reference = { size: SIZE.reference, italics: true };
  return {
    properties: {
      titlePage: true,
      page: { size: { width, height, orientation }, margin, pageNumbers: { start: 1 } },
    },
    headers: { default: pageNumber(), first: new Header({ children: [] }) },
    ...feetOf(paper),
    children: [
      centered(papers.annex, title),
      centered(name, title),
      centered(annex.reference, reference),
      lineBelow(annex.reference, reference, SHORT_LINE, textWidth),
      new Paragraph({ spacing: { after: 60 } }),
      ...bodyOf(annex.body, textWidth),
    ],
  };
}
