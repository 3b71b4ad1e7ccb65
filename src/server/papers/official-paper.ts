import { Document, Header, Packer, Paragraph, type Table } from 'docx';
import { papers } from '../../text/vi/papers.ts';
import { annexSection, feetOf, pageNumber } from './annex.ts';
import { bodyOf } from './body.ts';
import { FONT, LEFT_WIDTH, PAGE, RIGHT_WIDTH, SHORT_LINE, SIZE, TEXT_WIDTH } from './layout.ts';
import type { OfficialPaper } from './paper.ts';
import { centered, lineBelow, plain, run, sideBySide } from './pieces.ts';

/** A docx of the paper in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export async function officialPaper(paper: OfficialPaper): Promise<Buffer> {
  const document = new Document({
    title: plain(paper.abstract),
    creator: plain(paper.agency),
    styles: {
      default: { document: { run: { font: FONT, size: SIZE.body * 2, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: { titlePage: true, page: pageOf() },
        headers: { default: pageNumber(), first: new Header({ children: [] }) },
        ...feetOf(paper),
        children: [letterhead(paper), ...titleOf(paper), ...bodyOf(paper.body), closing(paper)],
      },
      ...(paper.annexes ?? []).map((annex) => annexSection(paper, annex)),
    ],
  });
  return Packer.toBuffer(document);
}

function pageOf() {
  const { width, height, ...margin } = PAGE;
  return { size: { width, height }, margin };
}

const GAP = { spacing: { before: 120 } };

function letterhead(paper: OfficialPaper): Table {
  const { superior, agency, kind, abstract } = paper;
  const own = { size: SIZE.agency, bold: true };
  const motto = { size: SIZE.motto, bold: true };
  const head = {
    left: [
      ...(superior === null ? [] : [centered(upper(superior), { size: SIZE.superior })]),
      centered(upper(agency), own),
      lineBelow(upper(agency), own, SHORT_LINE, LEFT_WIDTH),
    ],
    right: [
      centered(papers.nation, { size: SIZE.nation, bold: true }),
      centered(papers.motto, motto),
      lineBelow(papers.motto, motto, 1, RIGHT_WIDTH),
    ],
  };
  const draft = paper.draft === true ? [centered(papers.draft, { size: SIZE.draft, bold: true }, GAP)] : [];
  const number = {
    left: [
      centered(numberLine(paper), { size: SIZE.number }, GAP),
      ...draft,
      ...(kind === null ? [centered(papers.subject(abstract), { size: SIZE.subject })] : []),
    ],
    right: [centered(placeAndDate(paper), { size: SIZE.placeAndDate, italics: true }, GAP)],
  };
  return sideBySide(head, number);
}

/** A number below 10 has a zero before it (Phụ lục I, mục II.3). */
function numberLine({ number, symbol }: OfficialPaper): string {
  const written = number === null ? '       ' : String(number).padStart(2, '0');
  return papers.number(written, symbol);
}

/** Days below 10 and the months January and February have a zero before them (Phụ lục I, mục II.4). */
function placeAndDate({ place, date }: OfficialPaper): string {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  if (date === null) return papers.placeAndDate(place, '     ', '     ', '       ');
  return papers.placeAndDate(place, day, Number(month) <= 2 ? month : String(Number(month)), year);
}

function titleOf({ kind, abstract, addressees = [] }: OfficialPaper): Paragraph[] {
  const look = { size: SIZE.abstract, bold: true };
  const title =
    kind === null
      ? [new Paragraph({ spacing: { after: 120 } })]
      : [
          centered(upper(kind), { size: SIZE.kind, bold: true }, { spacing: { before: 360 } }),
          centered(abstract, look),
          lineBelow(abstract, look, SHORT_LINE, TEXT_WIDTH),
          new Paragraph({ spacing: { after: 60 } }),
        ];
  return [...title, ...addressedTo(addressees)];
}

function addressedTo(addressees: readonly string[]): Paragraph[] {
  const [first, ...others] = addressees;
  const look = { size: SIZE.body };
  if (first === undefined) return [];
  if (others.length === 0) return [centered(papers.addressee(first), look, { spacing: { after: 240 } })];
  const lines = addressees.map(
    (name, at) =>
      new Paragraph({
        indent: { left: 3000 },
        spacing: { after: at === others.length ? 240 : 0 },
        children: [run(`- ${name}${at === others.length ? '.' : ';'}`, look)],
      }),
  );
  return [new Paragraph({ indent: { left: 1800 }, children: [run(papers.addressees, look)] }), ...lines];
}

/** Recipients on the left, the signature on the right with room for it; they stay together. */
function closing({ signer, recipients }: OfficialPaper): Table {
  const list = recipients.map(
    (name, at) =>
      new Paragraph({
        children: [run(`- ${name}${at === recipients.length - 1 ? '.' : ';'}`, { size: SIZE.recipients })],
      }),
  );
  const title = run(papers.recipients, { size: SIZE.recipientsTitle, bold: true, italics: true });
  const bold = { size: SIZE.signer, bold: true };
  const room = { spacing: { before: 1500 } };
  return sideBySide({
    left: [new Paragraph({ children: [title] }), ...list],
    right: [
      ...[...signer.authority, signer.title].map((line) => centered(upper(line), bold)),
      centered(signer.name, bold, room),
    ],
  });
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}
