import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { unzipped } from '../../../tests/unzipped.ts';
import { defineSheet } from './definition.ts';
import { readSheet } from './read-sheet.ts';
import { type Report, reportSource } from './report.ts';
import { writeSheet, writeWorkbook } from './write-sheet.ts';

const REPORT: Report = {
  name: "Xếp hạng 'thử'",
  widths: [30, 12, 12],
  above: [[{ text: 'BẢNG XẾP HẠNG', look: 'title' }], []],
  titles: ['Đơn vị', 'Điểm', 'Tổng'],
  frozen: 1,
  paper: 'a3',
  rows: [
    [
      '=1+1',
      { number: '68.3', decimals: 2 },
      { number: '81.33', decimals: 2, formula: 'IF(B4<>"",B4+13.03)' },
    ],
    ['Xã B', null, { number: '7', decimals: 0 }],
  ],
};

const READ = defineSheet({
  name: REPORT.name,
  columns: {
    unit: { kind: 'text', title: 'Đơn vị', required: true },
    points: { kind: 'decimal', title: 'Điểm' },
    total: { kind: 'decimal', title: 'Tổng' },
  },
});

test('a report shows the value of each formula without being worked out again', async () => {
  const bytes = await buffer(writeWorkbook([reportSource(REPORT)]));
  const { rows, headerRow, faults } = await readSheet(READ, bytes);
  expect(faults).toEqual([]);
  expect(headerRow).toBe(3);
  expect(rows.map(({ row }) => row)).toEqual([
    { unit: '=1+1', points: '68.3', total: '81.33' },
    { unit: 'Xã B', points: null, total: '7' },
  ]);
});

test('only the program writes a formula; the table prints on A3 with its titles on each page', async () => {
  const parts = await unzipped(await buffer(writeWorkbook([reportSource(REPORT)])));
  const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(xml.match(/<f>[^<]*<\/f><v>[^<]*<\/v>/g)).toEqual([
    '<f>IF(B4&lt;&gt;&quot;&quot;,B4+13.03)</f><v>81.33</v>',
  ]);
  expect(xml).toContain('paperSize="8" orientation="landscape"');
  expect(parts.get('xl/workbook.xml')).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Xếp hạng ''thử'!$3:$3</definedName>`,
  );
});

const FORM = defineSheet({
  name: 'Số liệu',
  frozen: 1,
  columns: {
    code: { kind: 'text', title: 'Mã', required: true },
    numerator: {
      kind: 'count',
      title: '1.1 Tử số',
      band: '1.1. Đúng hạn',
      words: [{ value: 'nothing_arose', title: 'không phát sinh' }],
    },
    denominator: { kind: 'count', title: '1.1 Mẫu số', band: '1.1. Đúng hạn' },
    state: {
      kind: 'choice',
      title: '1.2 Mức',
      band: '1.2. Kế hoạch',
      choices: [{ value: '0', title: 'Có' }],
      words: [{ value: 'nothing_arose', title: 'không phát sinh' }],
    },
  },
});

test('titles stand below what they belong to, and a word may stand where a number is asked for', async () => {
  const empty = { numerator: null, denominator: null, state: null };
  const given = [
    { ...empty, code: 'a', numerator: '9007199254740993', denominator: '50', state: '0' },
    { ...empty, code: 'b', numerator: 'nothing_arose', state: 'nothing_arose' },
  ];
  const bytes = await buffer(writeSheet(FORM, given));
  const { rows, headerRow, faults, ignored } = await readSheet(FORM, bytes);
  expect([faults, ignored, headerRow]).toEqual([[], [], 2]);
  expect(rows.map(({ row }) => row)).toEqual(given);
  const xml = (await unzipped(bytes)).get('xl/worksheets/sheet1.xml') ?? '';
  expect(xml).toContain('<mergeCell ref="B1:C1"/>');
  expect(xml).toContain('topLeftCell="B3"');
});
