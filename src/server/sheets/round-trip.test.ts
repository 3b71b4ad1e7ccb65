import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unzipped } from '../../../tests/unzipped.ts';
import { defineSheet, type RowOf } from './definition.ts';
import { readSheet } from './read-sheet.ts';
import { writeSheet } from './write-sheet.ts';

const SHEET = defineSheet({
  name: 'Nhiệm vụ: 2026/Q1',
  columns: {
    code: { kind: 'text', title: 'Mã', required: true, help: 'Không trùng nhau' },
    content: { kind: 'text', title: 'Nội dung' },
    pages: { kind: 'number', title: 'Số trang' },
    points: { kind: 'decimal', title: 'Điểm' },
    due: { kind: 'day', title: 'Hạn hoàn thành' },
    state: {
      kind: 'choice',
      title: 'Trạng thái',
      choices: [
        { value: 'open', title: 'Đang làm' },
        { value: 'done', title: 'Đã xong' },
      ],
    },
  },
});
type Row = RowOf<(typeof SHEET)['columns']>;

const EMPTY: Row = { code: 'x', content: null, pages: null, points: null, due: null, state: null };

async function thereAndBack(rows: readonly Row[]) {
  const bytes = await buffer(writeSheet(SHEET, rows));
  return { bytes, reading: await readSheet(SHEET, bytes) };
}

test('a sheet is taken back as it was given out', async () => {
  const rows: Row[] = [
    { code: '00070', content: 'Rà soát', pages: 12, points: '12.5', due: '2026-11-22', state: 'done' },
    { code: '00071', content: null, pages: 0, points: '0', due: null, state: 'open' },
    { ...EMPTY, points: '12345678901234567.891', due: '1890-05-19' },
  ];
  const { reading } = await thereAndBack(rows);
  expect(reading.faults).toEqual([]);
  expect(reading.ignored).toEqual([]);
  expect(reading.rows.map(({ row }) => row)).toEqual(rows);
  expect(reading.rows.map(({ number }) => number)).toEqual([2, 3, 4]);
});

test.each([
  '=1+1',
  '+84 912 345 678',
  '-3 điểm',
  '@SUM(A1)',
  '=HYPERLINK("http://x","bấm vào đây")',
  "'=1",
  '<v>&amp;"',
  ' hai  dấu cách ',
  'dòng một\ndòng hai',
  '_x000D_',
  'ký tự điều khiển \u0001',
  'Ưu tiên 🚩 \u{20BB7}',
])('the text %j is a text and nothing else', async (text) => {
  const { bytes, reading } = await thereAndBack([{ ...EMPTY, content: text }]);
  expect(reading.rows[0]?.row.content).toBe(text.trim());
  const xml = (await unzipped(bytes)).get('xl/worksheets/sheet1.xml');
  expect(xml).not.toContain('<f>');
});

test.each(['=1+1', '+84 912', '-3 điểm', '@SUM(A1)'])(
  'the text %s stays a text when its cell is edited',
  async (content) => {
    const parts = await unzipped((await thereAndBack([{ ...EMPTY, content }])).bytes);
    const style = /<c r="B2" s="(\d)"/.exec(parts.get('xl/worksheets/sheet1.xml') ?? '')?.[1];
    const formats = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf [^>]*xfId="0"[^>]*>/g)];
    expect(formats[Number(style)]?.[0]).toContain('quotePrefix="1"');
  },
);

test('days are written as days that print dd/mm/yyyy, numbers as numbers, codes as text', async () => {
  const { bytes } = await thereAndBack([
    { ...EMPTY, code: '007', due: '2026-11-22', pages: 3, points: '81.38' },
  ]);
  const parts = await unzipped(bytes);
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('<c r="E2" s="3"><v>46348</v></c>');
  expect(sheet).toContain('<c r="C2" s="2"><v>3</v></c>');
  expect(sheet).toContain('<c r="D2" s="0"><v>81.38</v></c>');
  expect(sheet).toContain('<c r="A2" s="1" t="inlineStr"><is><t>007</t></is></c>');
  expect(parts.get('xl/styles.xml')).toContain('formatCode="dd/mm/yyyy"');
});

test('the header stays in sight, can be filtered by, and choices are offered', async () => {
  const { bytes } = await thereAndBack([EMPTY]);
  const parts = await unzipped(bytes);
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<autoFilter ref="A1:F2"/>');
  expect(sheet).toContain("<formula1>'Danh mục'!$A$2:$A$3</formula1>");
  expect(parts.get('xl/worksheets/sheet2.xml')).toContain('Đã xong');
  expect(parts.get('xl/workbook.xml')).toContain('name="Nhiệm vụ  2026 Q1"');
});

test('whatever rows hold comes back', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((raw) => raw.trim().normalize('NFC'));
  const row: fc.Arbitrary<Row> = fc.record({
    code: text.filter((code) => code !== ''),
    content: fc.option(text.filter((content) => content !== '')),
    pages: fc.option(fc.maxSafeInteger()),
    points: fc.option(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((n) => String(n / 1000))),
    due: fc.option(
      fc
        .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    ),
    state: fc.option(fc.constantFrom('open', 'done')),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const { reading } = await thereAndBack(rows);
      expect(reading.faults).toEqual([]);
      expect(reading.rows.map((read) => read.row)).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

test('rows that fail while they are written break the stream instead of a short file', async () => {
  function* failing(): Generator<Row> {
    yield EMPTY;
    throw new Error('connection lost');
  }
  await expect(buffer(writeSheet(SHEET, failing()))).rejects.toThrow('connection lost');
});
