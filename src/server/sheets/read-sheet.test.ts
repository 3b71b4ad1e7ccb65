import { describe, expect, test } from 'vitest';
import { givenWorkbook, rowOfTexts } from '../../../tests/given-workbook.ts';
import { printSheetFault } from '../../text/print-sheet-fault.ts';
import { defineSheet } from './definition.ts';
import { readSheet } from './read-sheet.ts';

const SHEET = defineSheet({
  name: 'Nhiệm vụ',
  columns: {
    code: { kind: 'text', title: 'Mã', required: true, aliases: ['Code'] },
    points: { kind: 'decimal', title: 'Điểm' },
    pages: { kind: 'number', title: 'Số trang' },
    due: { kind: 'day', title: 'Hạn hoàn thành' },
    state: { kind: 'choice', title: 'Trạng thái', choices: [{ value: 'done', title: 'Đã xong' }] },
  },
});

const DAYS = '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs>';
const TITLES = rowOfTexts(1, 'Mã', 'Điểm', 'Số trang', 'Hạn hoàn thành', 'Trạng thái');

async function read(rows: string, after = '', more: Partial<Parameters<typeof givenWorkbook>[0]> = {}) {
  const sheet = `<sheetData>${rows}</sheetData>${after}`;
  return readSheet(SHEET, await givenWorkbook({ sheet, styles: DAYS, ...more }));
}

async function sentencesOf(rows: string, after = ''): Promise<string[]> {
  const { faults } = await read(rows, after);
  return faults.map((fault) => printSheetFault(fault, 'vi'));
}

describe('what people do to a sheet and may do', () => {
  test('columns stand in any order, titles are written without diacritics or in the other language', async () => {
    const { rows, faults } = await read(
      rowOfTexts(1, 'TRANG THAI', 'code', 'han hoan thanh') + rowOfTexts(2, 'da xong', 'A1', '5/3/2026'),
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { number: 2, row: { code: 'A1', points: null, pages: null, due: '2026-03-05', state: 'done' } },
    ]);
  });

  test('a letterhead above the table, blank rows between and columns of their own do no harm', async () => {
    const { rows, ignored } = await read(
      `${rowOfTexts(1, 'ỦY BAN NHÂN DÂN')}${rowOfTexts(4, 'Mã *', 'Ghi chú', 'Điểm')}<row r="5"/>${rowOfTexts(6, '  ')}${rowOfTexts(9, 'A1', 'xem lại', '12,5')}`,
      '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
    );
    expect(rows.map(({ number, row }) => [number, row.code, row.points])).toEqual([[9, 'A1', '12.5']]);
    expect(ignored).toEqual(['Ghi chú']);
  });

  test('shared texts with several runs and phonetic marks, numbers and days of Excel are read', async () => {
    const strings =
      '<si><t>A&amp;B</t></si><si><r><t>Đã </t></r><r><t xml:space="preserve">xong</t></r><rPh><t>ignored</t></rPh></si>';
    const { rows, faults } = await read(
      `${TITLES}<row><c t="s"><v>0</v></c><c><v>81.379999999999995</v></c><c><v>3</v></c><c s="1"><v>46348.5</v></c><c t="s"><v>1</v></c></row>`,
      '',
      { strings },
    );
    expect(faults).toEqual([]);
    expect(rows[0]?.row).toEqual({
      code: 'A&B',
      points: '81.38',
      pages: 3,
      due: '2026-11-22',
      state: 'done',
    });
  });

  test('days are counted from 1904 where the workbook says so', async () => {
    const cells = '<row r="2"><c r="A2"><v>7</v></c><c r="D2" s="1"><v>44886</v></c></row>';
    const { rows } = await read(TITLES + cells, '', { workbookPr: '<workbookPr date1904="1"/>' });
    expect(rows[0]?.row).toMatchObject({ code: '7', due: '2026-11-22' });
  });

  test('a format of one’s own that shows days makes a number a day', async () => {
    const styles = `<numFmts><numFmt numFmtId="165" formatCode="[$-42A]dd&quot; tháng &quot;mm"/></numFmts>${DAYS}`;
    const cells = '<row r="2"><c r="A2"><v>7</v></c><c r="D2" s="2"><v>46348</v></c></row>';
    const { rows } = await read(TITLES + cells, '', { styles });
    expect(rows[0]?.row.due).toBe('2026-11-22');
  });

  test('a formula counts with the value that was worked out for it', async () => {
    const { rows } = await read(
      `${TITLES}<row r="2"><c r="A2" t="str"><f>"A"&amp;1</f><v>A1</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>`,
    );
    expect(rows[0]?.row).toMatchObject({ code: 'A1', points: '2' });
  });

  test('elements with a prefix of their own are the same elements', async () => {
    const sheet = `<x:sheetData xmlns:x="m">${TITLES}<x:row r='2'><x:c r='A2' t='inlineStr'><x:is><x:t><![CDATA[A<1>]]></x:t></x:is></x:c></x:row></x:sheetData>`;
    const { rows } = await readSheet(SHEET, await givenWorkbook({ sheet: `<!-- > -->${sheet}` }));
    expect(rows[0]?.row.code).toBe('A<1>');
  });
});

describe('what is wrong is said with its row and column', () => {
  test('every cell that its column cannot hold, all at once', async () => {
    expect(
      await sentencesOf(
        TITLES +
          rowOfTexts(7, '', '1.234', 'ba', '31/02/2026', 'chưa rõ') +
          rowOfTexts(8, 'A1', 'nhiều', '2,5', '22.11.26') +
          '<row r="9"><c r="A9" s="1"><v>46348</v></c><c r="C9" s="1"><v>46348</v></c><c r="D9"><v>2026</v></c></row>' +
          '<row r="10"><c r="A10" t="e"><v>#N/A</v></c><c r="B10"><f>NOW()</f></c><c r="C10" t="b"><v>1</v></c></row>',
      ),
    ).toEqual([
      'dòng 7, cột "Mã": thiếu, phải có',
      'dòng 7, cột "Điểm": "1.234" có thể đọc theo hai cách; viết 1234 hoặc 1,234',
      'dòng 7, cột "Số trang": "ba" không phải số; viết như 12,5',
      'dòng 7, cột "Hạn hoàn thành": "31/02/2026" không phải ngày; viết như 22/11/2026',
      'dòng 7, cột "Trạng thái": "chưa rõ" không có trong danh mục được chọn',
      'dòng 8, cột "Điểm": "nhiều" không phải số; viết như 12,5',
      'dòng 8, cột "Số trang": "2,5" không phải số nguyên',
      'dòng 8, cột "Hạn hoàn thành": "22.11.26" không phải ngày; viết như 22/11/2026',
      'dòng 9, cột "Mã": Excel đã đổi nội dung thành ngày 22/11/2026; hãy định dạng ô là Văn bản rồi gõ lại',
      'dòng 9, cột "Số trang": "22/11/2026" không phải số; viết như 12,5',
      'dòng 9, cột "Hạn hoàn thành": "2026" không phải ngày; viết như 22/11/2026',
      'dòng 10, cột "Mã": công thức trong ô báo lỗi #N/A',
      'dòng 10, cột "Điểm": công thức chưa được tính; hãy mở bằng Excel, lưu lại rồi gửi',
      'dòng 10, cột "Số trang": "TRUE" không phải số; viết như 12,5',
    ]);
  });

  test('a row with a fault is not taken, the others are', async () => {
    const { rows, faults } = await read(TITLES + rowOfTexts(2, 'A1', 'x') + rowOfTexts(3, 'A2', '1'));
    expect(rows.map(({ row }) => row.code)).toEqual(['A2']);
    expect(faults).toHaveLength(1);
  });

  test('a missing column is named', async () => {
    expect(await sentencesOf(rowOfTexts(1, 'Điểm', 'Số trang'))).toEqual([
      'tệp: không thấy dòng tiêu đề; còn thiếu cột: Mã',
    ]);
  });

  test('a column that stands twice is named', async () => {
    expect(await sentencesOf(rowOfTexts(1, 'Mã', 'Điểm', 'diem'))).toEqual([
      'dòng 1, cột "Điểm": có hai cột cùng tên này; hãy bỏ bớt một cột',
    ]);
  });

  test('merged cells below the header are refused, for only the first of them holds anything', async () => {
    const merge = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
    expect(await sentencesOf(TITLES + rowOfTexts(2, 'A1'), merge)).toEqual([
      'dòng 2: có ô gộp; hãy bỏ gộp ô để mỗi dòng đủ dữ liệu của mình',
    ]);
  });

  test('a cell longer than Excel allows is refused', async () => {
    const { faults } = await read(TITLES + rowOfTexts(2, 'A'.repeat(40_000)));
    expect(faults).toEqual([{ row: 2, column: 'Mã', code: 'cell_too_long', detail: { most: 32_767 } }]);
  });
});
