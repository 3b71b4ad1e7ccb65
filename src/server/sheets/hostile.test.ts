import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GivenWorkbook, givenWorkbook, rowOfTexts, zipOf } from '../../../tests/given-workbook.ts';
import { printSheetFault } from '../../text/print-sheet-fault.ts';
import { defineSheet } from './definition.ts';
import { readSheet } from './read-sheet.ts';
import { SHEET_LIMITS } from './xlsx/limits.ts';

const SHEET = defineSheet({
  name: 'Đơn vị',
  columns: { code: { kind: 'text', title: 'Mã', required: true }, note: { kind: 'text', title: 'Ghi chú' } },
});
const TITLES = rowOfTexts(1, 'Mã', 'Ghi chú');

const LONG = Array.from({ length: 80_000 }, (_, at) => Math.sin(at)).join('');

async function codesOf(bytes: Buffer, limits = SHEET_LIMITS): Promise<string[]> {
  return (await readSheet(SHEET, bytes, limits)).faults.map(({ code }) => code);
}

function workbook(rows: string, more: Partial<GivenWorkbook> = {}): Promise<Buffer> {
  return givenWorkbook({ sheet: `<sheetData>${rows}</sheetData>`, ...more });
}

describe('a file that is no workbook', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'not_xlsx'],
    ['text', Buffer.from('Mã;Ghi chú\n1;2'), 'not_xlsx'],
    ['a page', Buffer.from('<html><table><tr><td>Mã</td></tr></table></html>'), 'not_xlsx'],
    [
      'old Excel or a password',
      Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'),
      'old_or_locked_xls',
    ],
    ['the beginning of an archive', Buffer.from('PK\u0003\u0004 and no more'), 'damaged_xlsx'],
  ])('%s', async (_, bytes, code) => {
    expect(await codesOf(bytes)).toEqual([code]);
  });

  test('another archive, a letter named .xlsx, a workbook with macros', async () => {
    expect(await codesOf(await zipOf({ 'readme.txt': 'xin chào' }))).toEqual(['not_xlsx']);
    const letter =
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
    expect(await codesOf(await workbook(TITLES, { parts: { '[Content_Types].xml': letter } }))).toEqual([
      'not_xlsx',
    ]);
    const macros = letter.replace(/application[^"]*/, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml');
    expect(await codesOf(await workbook(TITLES, { parts: { '[Content_Types].xml': macros } }))).toEqual([
      'has_macros',
    ]);
    expect(await codesOf(await workbook(TITLES, { parts: { 'xl/vbaProject.bin': 'x' } }))).toEqual([
      'has_macros',
    ]);
  });
});

describe('a workbook that costs too much', () => {
  test('a file over the limit is not even looked into', async () => {
    expect(await codesOf(Buffer.alloc(200 * 1024 * 1024, 'PK\u0003\u0004'))).toEqual(['file_too_large']);
  });

  test('a bomb is stopped while it unpacks', async () => {
    const endless = `${TITLES}<row r="2">${' '.repeat(64 * 1024 * 1024)}</row>`;
    expect(await codesOf(await workbook(endless))).toEqual(['damaged_xlsx']);
    const blank = '<row></row>'.repeat(1_000_000);
    expect(await codesOf(await workbook(TITLES + blank))).toEqual(['inflates_too_much']);
  });

  test('the sum of all parts counts', async () => {
    const strings = Array.from({ length: 40_000 }, (_, at) => `<si><t>${Math.sin(at)}</t></si>`).join('');
    const bytes = await workbook(TITLES + rowOfTexts(2, 'A'), { strings });
    expect(await codesOf(bytes, { ...SHEET_LIMITS, inflatedBytes: 1_000_000 })).toEqual([
      'inflates_too_much',
    ]);
    expect(await codesOf(bytes)).toEqual([]);
  });

  test('rows beyond the limit are refused and those before it are known', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => rowOfTexts(at + 2, `A${at}`)).join('');
    const reading = await readSheet(SHEET, await workbook(TITLES + rows), { ...SHEET_LIMITS, rows: 10 });
    expect(reading.faults).toEqual([{ code: 'too_many_rows', detail: { most: 10 } }]);
    expect(reading.rows).toHaveLength(10);
  });

  test('a row at the end of the sheet and a cell in its last column take no room', async () => {
    const far = `<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>A</t></is></c><c r="XFD1048576"><v>1</v></c></row>`;
    const { rows, faults } = await readSheet(SHEET, await workbook(TITLES + far));
    expect(faults).toEqual([]);
    expect(rows).toEqual([{ number: 1_048_576, row: { code: 'A', note: null } }]);
  });

  test('an archive of thousands of parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 1_100 }, (_, at) => [`xl/media/${at}`, '']));
    expect(await codesOf(await workbook(TITLES, { parts }))).toEqual(['damaged_xlsx']);
  });
});

describe('a workbook that was tampered with', () => {
  test.each([
    ['a document type with entities of its own', '<!DOCTYPE x [<!ENTITY a "aaaa">]><sheetData/>'],
    ['an entity nobody declared', `<sheetData>${rowOfTexts(1, '&a;')}</sheetData>`],
    ['a character that is none', `<sheetData>${rowOfTexts(1, '&#x110000;')}</sheetData>`],
    ['an element that is not closed', '<sheetData><row>'],
    ['elements closed crosswise', '<sheetData><row></sheetData></row>'],
    ['elements without end inside each other', '<a>'.repeat(10_000)],
    ['a text that names no shared text', '<sheetData><row><c t="s"><v>5</v></c></row></sheetData>'],
    [
      'a text that names something of the program',
      '<sheetData><row><c t="s"><v>length</v></c></row></sheetData>',
    ],
    ['a number that is none', '<sheetData><row><c><v>12abc</v></c></row></sheetData>'],
    ['a place that is none', '<sheetData><row><c r="ÀÀ1"><v>1</v></c></row></sheetData>'],
    ['a row before the first', '<sheetData><row r="-5"/></sheetData>'],
    ['a row after the last of any workbook', '<sheetData><row r="1048577"/></sheetData>'],
    ['a kind of cell nobody knows', '<sheetData><row><c t="constructor"><v>1</v></c></row></sheetData>'],
    ['a tag of a million characters', `<sheetData a="${LONG}`],
    ['an attribute without its quotes', '<sheetData><row r=1/></sheetData>'],
  ])('%s', async (_, sheet) => {
    expect(await codesOf(await givenWorkbook({ sheet }))).toEqual(['damaged_xlsx']);
  });

  test('a part in another encoding', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': Buffer.from(`<worksheet>${TITLES}</worksheet>`, 'utf16le') };
    expect(await codesOf(await workbook('', { parts }))).toEqual(['damaged_xlsx']);
  });

  test('titles that are names of the program are titles like any other', async () => {
    const titles = rowOfTexts(1, '__proto__', 'constructor', 'Mã');
    const { rows, ignored } = await readSheet(SHEET, await workbook(titles + rowOfTexts(2, 'x', 'y', 'A')));
    expect(ignored).toEqual(['__proto__', 'constructor']);
    expect(rows[0]?.row).toEqual({ code: 'A', note: null });
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  test('whatever is changed or cut off in a good file, the answer is rows or faults and no crash', async () => {
    const good = await workbook(TITLES + rowOfTexts(2, 'A1', 'Rà soát'));
    const change = fc.record({ at: fc.nat({ max: good.length - 1 }), to: fc.nat({ max: 255 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 4 }),
        fc.integer({ min: 1, max: good.length }),
        async (changes, length) => {
          const bytes = Buffer.from(good.subarray(0, length));
          for (const { at, to } of changes) if (at < length) bytes[at] = to;
          const { faults } = await readSheet(SHEET, bytes);
          const unsaid = faults.filter((fault) => printSheetFault(fault, 'vi').includes(fault.code));
          expect(unsaid).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
