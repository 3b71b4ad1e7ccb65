import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { givenWorkbook, rowOfTexts } from '../../../tests/given-workbook.ts';
import { unzipped } from '../../../tests/unzipped.ts';
import { printCellFault } from '../../text/print-sheet-fault.ts';
import { defineSheet } from './definition.ts';
import { writeFaultSheet } from './fault-sheet.ts';
import { readSheet, type SheetReading } from './read-sheet.ts';

const SHEET = defineSheet({
  name: 'Đơn vị',
  columns: {
    code: { kind: 'text', title: 'Mã', required: true },
    points: { kind: 'decimal', title: 'Điểm' },
    due: { kind: 'day', title: 'Hạn' },
  },
});
type Columns = (typeof SHEET)['columns'];

const ORIGINAL = givenWorkbook({
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  sheet: `<sheetData>${rowOfTexts(2, 'BÁO CÁO')}${rowOfTexts(4, 'Mã', 'Điểm', 'Hạn', 'Của tôi')}${rowOfTexts(5, '', 'nhiều')}<row r="8"><c r="A8"><v>7</v></c><c r="B8"><v>12.5</v></c><c r="C8" s="1"><v>46348</v></c><c r="D8" t="inlineStr"><is><t>=1+1</t></is></c></row></sheetData>`,
});

async function withFaults(original: Buffer, { faults, headerRow }: SheetReading<Columns>): Promise<Buffer> {
  const place = { name: SHEET.name, headerRow: headerRow ?? 1 };
  const column = { title: 'Lỗi', print: (fault: (typeof faults)[number]) => printCellFault(fault, 'vi') };
  return buffer(await writeFaultSheet(original, faults, [place], column));
}

test('the sheet comes back with its rows in their places and what is wrong beside them', async () => {
  const original = await ORIGINAL;
  const reading = await readSheet(SHEET, original);
  const answer = await withFaults(original, reading);
  const xml = (await unzipped(answer)).get('xl/worksheets/sheet1.xml') ?? '';
  expect(xml).toContain('BÁO CÁO');
  expect(xml).toMatch(/<c r="E4"[^>]*><is><t>Lỗi</);
  expect(xml).toMatch(
    /<c r="E5"[^>]*><is><t[^>]*>cột &quot;Mã&quot;: thiếu, phải có&#10;cột &quot;Điểm&quot;: &quot;nhiều&quot; không phải số/,
  );
  expect(xml).toContain('<c r="C8" s="3"><v>46348</v></c>');
  expect(xml).not.toMatch(/<c r="E8"/);
  expect(xml).not.toContain('<f>');
});

test('it is taken again as it is: the same faults, and the column of faults does not grow', async () => {
  const original = await ORIGINAL;
  const first = await readSheet(SHEET, original);
  const answer = await withFaults(original, first);
  const second = await readSheet(SHEET, answer);
  expect(second.faults).toEqual(first.faults);
  expect(second.rows).toEqual(first.rows);
  expect(second.ignored).toEqual(['Của tôi', 'Lỗi']);
  const again = await readSheet(SHEET, await withFaults(answer, second));
  expect(again.ignored).toEqual(['Của tôi', 'Lỗi']);
});

test('in a wide sheet the faults stand beside the names of the rows, and the wrong cells are marked', async () => {
  const original = await ORIGINAL;
  const reading = await readSheet(SHEET, original);
  const place = { name: SHEET.name, headerRow: reading.headerRow ?? 1, keyColumns: 1 };
  const column = { title: 'Lỗi', print: ({ code }: { code: string }) => code };
  const answer = await buffer(await writeFaultSheet(original, reading.faults, [place], column));
  const xml = (await unzipped(answer)).get('xl/worksheets/sheet1.xml') ?? '';
  expect(xml).toMatch(/<c r="B4"[^>]*><is><t>Lỗi</);
  expect(xml).toContain('<c r="A5" s="7"/>');
  expect(xml).toMatch(/<c r="C5" s="7"[^>]*><is><t>nhiều</);
  expect((await readSheet(SHEET, answer)).rows).toEqual(reading.rows);
  const again = await buffer(await writeFaultSheet(answer, reading.faults, [place], column));
  expect((await unzipped(again)).get('xl/worksheets/sheet1.xml')).toMatch(/<c r="E4"[^>]*><is><t>Của tôi</);
});
