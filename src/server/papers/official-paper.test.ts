import { describe, expect, test } from 'vitest';
import { unzipped } from '../../../tests/unzipped.ts';
import { Day } from '../../domain/kernel/time/day.ts';
import { officialPaper } from './official-paper.ts';
import type { OfficialPaper } from './paper.ts';

// The facts come from Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I và II. A millimeter is 56.7 twips; sizes are half points.

const REPORT: OfficialPaper = {
  superior: 'Ủy ban nhân dân tỉnh Trường Giang',
  agency: 'Sở Nội vụ',
  number: 8,
  symbol: 'BC-SNV',
  place: 'Trường Giang',
  date: Day.parse('2026-02-05'),
  kind: 'Báo cáo',
  abstract: 'Kết quả cải cách hành chính quý III năm 2026',
  body: [
    { kind: 'heading', text: 'I. KẾT QUẢ' },
    { kind: 'paragraph', spans: ['Đúng hạn ', { text: '99,12%', bold: true }, ' < 100% & hơn năm trước.'] },
    { kind: 'list', items: ['Rà soát', 'Số hóa'], numbered: true },
    {
      kind: 'table',
      columns: [
        { title: 'Đơn vị', percent: 70 },
        { title: 'Tỷ lệ', percent: 30, align: 'right' },
      ],
      rows: [['Phường Đông Kiều', '99,50'], ['Xã Thạch Vĩnh']],
    },
  ],
  signer: { authority: ['KT. Giám đốc'], title: 'Phó Giám đốc', name: 'Nguyễn Thị Hồng Hạnh' },
  recipients: ['Ủy ban nhân dân tỉnh', 'Lưu: VT, CCHC'],
};
const LETTER: OfficialPaper = { ...REPORT, kind: null, symbol: 'SNV-CCHC', abstract: 'đôn đốc giải trình' };

async function partsOf(paper: OfficialPaper) {
  const parts = await unzipped(await officialPaper(paper));
  const document = parts.get('word/document.xml') ?? '';
  return { parts, document, paragraphs: paragraphsOf(document) };
}

function paragraphsOf(xml: string): { text: string; xml: string }[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) => ({
    xml: paragraph,
    text: [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  }));
}

async function lineWith(paper: OfficialPaper, text: string): Promise<string> {
  const { paragraphs } = await partsOf(paper);
  const found = paragraphs.find((paragraph) => paragraph.text === text);
  expect(paragraphs.map((paragraph) => paragraph.text)).toContain(text);
  return found?.xml ?? '';
}

function attributeOf(xml: string, element: string, name: string): string | undefined {
  return new RegExp(`<w:${element} [^>]*w:${name}="([^"]*)"`).exec(xml)?.[1];
}

describe('the page', () => {
  test('is A4 with the decreed margins', async () => {
    const { document } = await partsOf(REPORT);
    const millimeters = (element: string, name: string) =>
      Math.round(Number(attributeOf(document, element, name)) / 5.67) / 10;
    expect([millimeters('pgSz', 'w'), millimeters('pgSz', 'h')]).toEqual([210, 297]);
    expect(millimeters('pgMar', 'left')).toBeGreaterThanOrEqual(30);
    expect(millimeters('pgMar', 'left')).toBeLessThanOrEqual(35);
    expect(millimeters('pgMar', 'right')).toBeGreaterThanOrEqual(15);
    expect(millimeters('pgMar', 'right')).toBeLessThanOrEqual(20);
    for (const side of ['top', 'bottom']) {
      expect(millimeters('pgMar', side)).toBeGreaterThanOrEqual(20);
      expect(millimeters('pgMar', side)).toBeLessThanOrEqual(25);
    }
  });

  test('is written in Times New Roman throughout', async () => {
    const { parts } = await partsOf(REPORT);
    const fonts = [...parts.values()].flatMap((xml) =>
      [...xml.matchAll(/<w:rFonts [^>]*w:ascii="([^"]*)"/g)].map(([, font]) => font),
    );
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']));
    expect(parts.get('word/styles.xml')).toMatch(/<w:rPrDefault>.*Times New Roman.*<\/w:rPrDefault>/s);
  });

  test('has its number in the middle of the top margin, but not on the first page', async () => {
    const { parts, document } = await partsOf(REPORT);
    expect(document).toContain('<w:titlePg/>');
    const headers = [...parts].filter(([name]) => name.startsWith('word/header')).map(([, xml]) => xml);
    const numbered = headers.filter((xml) => xml.includes('PAGE'));
    expect([headers.length, numbered.length]).toEqual([2, 1]);
    expect(numbered[0]).toContain('<w:jc w:val="center"/>');
    expect(attributeOf(numbered[0] ?? '', 'sz', 'val')).toBe('28');
    const kinds = [...document.matchAll(/<w:headerReference w:type="(\w+)"/g)].map(([, kind]) => kind);
    expect(kinds.sort()).toEqual(['default', 'first']);
  });
});

describe('the parts of the paper', () => {
  test.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '26', true, false],
    ['Độc lập - Tự do - Hạnh phúc', '28', true, false],
    ['ỦY BAN NHÂN DÂN TỈNH TRƯỜNG GIANG', '26', false, false],
    ['SỞ NỘI VỤ', '26', true, false],
    ['Số: 08/BC-SNV', '26', false, false],
    ['Trường Giang, ngày 05 tháng 02 năm 2026', '28', false, true],
    ['BÁO CÁO', '28', true, false],
    ['Kết quả cải cách hành chính quý III năm 2026', '28', true, false],
    ['Đúng hạn 99,12% &lt; 100% &amp; hơn năm trước.', '28', undefined, false],
    ['KT. GIÁM ĐỐC', '28', true, false],
    ['PHÓ GIÁM ĐỐC', '28', true, false],
    ['Nguyễn Thị Hồng Hạnh', '28', true, false],
    ['Nơi nhận:', '24', true, true],
    ['- Ủy ban nhân dân tỉnh;', '22', false, false],
    ['- Lưu: VT, CCHC.', '22', false, false],
  ])('%s in its size and weight', async (text, halfPoints, bold, italic) => {
    const xml = await lineWith(REPORT, text);
    expect(attributeOf(xml, 'sz', 'val')).toBe(halfPoints);
    if (bold !== undefined) expect(/<w:b(?: w:val="true")?\/>/.test(xml)).toBe(bold);
    expect(/<w:i(?: w:val="true")?\/>/.test(xml)).toBe(italic);
  });

  test('a line stands below the agency, the motto and the abstract, that of the motto the longest', async () => {
    const { paragraphs } = await partsOf(REPORT);
    const lines = paragraphs.flatMap(({ xml }, at) =>
      xml.includes('<w:pBdr>') ? [{ above: paragraphs[at - 1]?.text, xml }] : [],
    );
    expect(lines.map(({ above }) => above)).toEqual([
      'SỞ NỘI VỤ',
      'Độc lập - Tự do - Hạnh phúc',
      'Kết quả cải cách hành chính quý III năm 2026',
    ]);
    for (const { xml } of lines) expect(xml).toMatch(/<w:top w:val="single"/);
  });

  test('the body is justified, its first lines indented, its paragraphs at least 6 points apart', async () => {
    const xml = await lineWith(REPORT, 'Đúng hạn 99,12% &lt; 100% &amp; hơn năm trước.');
    expect(attributeOf(xml, 'jc', 'val')).toBe('both');
    expect(Number(attributeOf(xml, 'ind', 'firstLine'))).toBe(720);
    expect(Number(attributeOf(xml, 'spacing', 'after'))).toBeGreaterThanOrEqual(120);
    const line = Number(attributeOf(xml, 'spacing', 'line'));
    expect(line >= 240 && line <= 360).toBe(true);
  });

  test('a table repeats its titles on each page, and a missing cell is an empty one', async () => {
    const { document, paragraphs } = await partsOf(REPORT);
    expect(document).toContain('<w:tblHeader/>');
    const texts = paragraphs.map(({ text }) => text);
    expect(texts.slice(texts.indexOf('Xã Thạch Vĩnh')).slice(0, 2)).toEqual(['Xã Thạch Vĩnh', '']);
  });
});

describe('a công văn', () => {
  test('has no kind; its abstract stands below the number', async () => {
    const { paragraphs } = await partsOf({ ...LETTER, addressees: ['Ủy ban nhân dân phường Đông Kiều'] });
    const texts = paragraphs.map(({ text }) => text);
    expect(texts).not.toContain('BÁO CÁO');
    expect(texts[texts.indexOf('Số: 08/SNV-CCHC') + 1]).toBe('V/v đôn đốc giải trình');
    expect(texts).toContain('Kính gửi: Ủy ban nhân dân phường Đông Kiều');
  });

  test('to several is addressed to each on a line', async () => {
    const { paragraphs } = await partsOf({ ...LETTER, addressees: ['Sở Y tế', 'Sở Tư pháp'] });
    const texts = paragraphs.map(({ text }) => text);
    expect(texts.slice(texts.indexOf('Kính gửi:')).slice(0, 3)).toEqual([
      'Kính gửi:',
      '- Sở Y tế;',
      '- Sở Tư pháp.',
    ]);
  });
});

test('a draft leaves room for its number and its day', async () => {
  const { paragraphs } = await partsOf({ ...REPORT, number: null, date: null });
  const texts = paragraphs.map(({ text }) => text.replace(/ +/g, ' '));
  expect(texts).toContain('Số: /BC-SNV');
  expect(texts).toContain('Trường Giang, ngày tháng năm ');
});

test.each([
  ['2026-01-09', 'ngày 09 tháng 01 năm 2026'],
  ['2026-03-31', 'ngày 31 tháng 3 năm 2026'],
  ['2026-12-01', 'ngày 01 tháng 12 năm 2026'],
])('%s is written %s', async (day, written) => {
  await lineWith({ ...REPORT, date: Day.parse(day) }, `Trường Giang, ${written}`);
});

test('characters that no document may hold are left out', async () => {
  const { document } = await partsOf({ ...REPORT, abstract: 'Kết quả\u0000\u0008 \ud800năm\n2026' });
  expect(document).toContain('Kết quả năm 2026');
});
