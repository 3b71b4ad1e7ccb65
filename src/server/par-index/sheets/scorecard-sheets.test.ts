import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { type Caller, visitor } from '../../../../tests/given.ts';
import { givenWorkbook, rowOfTexts } from '../../../../tests/given-workbook.ts';
import {
  givenIndexPeople,
  givenIssued,
  type IndexPeople,
  indexScorecard,
} from '../../../../tests/index-examples.ts';
import { unzipped } from '../../../../tests/unzipped.ts';
import { defineSheet } from '../../sheets/definition.ts';
import { XLSX } from '../../sheets/http.ts';
import { readSheet } from '../../sheets/read-sheet.ts';
import { writeSheets } from '../../sheets/write-sheet.ts';
import { bandSheet, criteriaSheet, headSheet } from './scorecard-sheet.ts';

let app: TestApp;
let people: IndexPeople;

beforeAll(async () => {
  app = await startTestApp();
  people = await givenIndexPeople(app);
});
afterAll(() => app.close());

type Sent = Buffer | Readable;
type Place = { sheet?: string; row?: number; column?: string; code: string; detail?: Record<string, string> };
type Outcome = { document: string | null; faults: Place[]; ignored: string[]; asks: string[] };

function ask({ cookies }: Caller, path: string, body?: Sent, headers: Record<string, string> = {}) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return app.app.inject({
    method: body === undefined ? 'GET' : 'POST',
    url: `/api/scorecards${path}`,
    headers: { cookie, 'content-type': XLSX, ...headers },
    ...(body !== undefined && { payload: body }),
  });
}

async function read(bytes: Sent, query = ''): Promise<Outcome> {
  const answer = await ask(people.office, `/read.xlsx${query}`, bytes);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

type Cells = Record<string, string>;

/** A workbook as the template is filled in; columns that are left out are blank. */
function workbook(criteria: Cells[], head: Cells[] = HEAD, bands: Cells[] = []): Promise<Buffer> {
  const blank = (columns: object, rows: Cells[]) =>
    rows.map((row) => ({ ...Object.fromEntries(Object.keys(columns).map((key) => [key, null])), ...row }));
  const sheets = [
    { sheet: criteriaSheet('vi'), rows: criteria },
    { sheet: headSheet('vi'), rows: head },
    { sheet: bandSheet('vi'), rows: bands },
  ];
  const plain = sheets.map(({ sheet, rows }) => ({
    name: sheet.name,
    columns: Object.entries(sheet.columns),
    rows: blank(sheet.columns, rows),
  }));
  return buffer(writeSheets(plain));
}

const HEAD = [
  { field: 'code', value: 'thu-2026' },
  { field: 'name', value: 'Bộ chỉ số thử' },
  { field: 'year', value: '2026' },
  { field: 'total', value: '10' },
];
const ROWS = [
  { code: '1', name: 'Chỉ đạo, điều hành', max: '6' },
  { code: '1.1', name: 'Kế hoạch', max: '2', rule: 'Có: 2; Không: 0' },
  { code: '1.2', name: 'Đúng hạn', max: '4', rule: '≥ 90 %: 4; 70–<90 %: 2; còn lại: 0' },
  { code: '2', name: 'Báo cáo', max: '4', rule: 'mỗi lần trừ 0,5; không dưới 0' },
];

describe('a scorecard as a workbook', () => {
  it.each(['minh-hoa-xa-2026', 'qd-766-2022'])('of the shipped %s comes back as it was', async (name) => {
    const document = readFileSync(`data/scorecards/${name}.json`, 'utf8');
    const { body } = await people.office.post('/scorecards/import', { indexKind: 'cchc', document });
    const { scorecardId }: { scorecardId?: string } = body;
    for (const language of ['vi', 'en']) {
      const sheet = await ask(people.office, `/${scorecardId}/export.xlsx?language=${language}`);
      expect(sheet.headers['content-type']).toBe(XLSX);
      const outcome = await read(sheet.rawPayload, `?language=${language}`);
      expect(outcome).toMatchObject({ faults: [], ignored: [], asks: [] });
      expect(JSON.parse(outcome.document ?? '')).toEqual(JSON.parse(document));
    }
  });

  it('is read and not stored; what was read is then imported as any document', async () => {
    const before = (await people.office.get('/scorecards')).body;
    const { document } = await read(await workbook(ROWS));
    expect((await people.office.get('/scorecards')).body).toEqual(before);
    const stored = await people.office.post('/scorecards/import', { indexKind: 'cchc', document });
    expect(stored).toMatchObject({ status: 200, body: { code: 'thu-2026', year: 2026, status: 'draft' } });
  });

  it('has variants right below their criterion, bands with their bounds, and flags', async () => {
    const variant = { code: '2', rule: 'mỗi lần trừ 1', for: 'Xã, vung_kho_khan' };
    const bands = [
      { name: 'Tốt', bound: 'từ 80 trở lên', notWith: 'tre_han', needs: '1 ≥ 50 %' },
      { name: 'Khá', bound: '70–<80' },
      { name: 'Chưa đạt', bound: 'còn lại' },
    ];
    const head = [
      ...HEAD,
      { field: 'flag', value: '[tre_han] Có hồ sơ trễ hạn' },
      { field: 'block', value: 'Xã, Phường' },
    ];
    const { document, faults } = await read(await workbook([...ROWS, variant], head, bands));
    expect(faults).toEqual([]);
    expect(JSON.parse(document ?? '')).toMatchObject({
      block: ['xa', 'phuong'],
      flags: [{ id: 'tre_han', label: 'Có hồ sơ trễ hạn' }],
      bands: [
        {
          name: 'Tốt',
          from: '80',
          closed: true,
          not_with: ['tre_han'],
          needs: [{ code: '1', percent: '50' }],
        },
        { name: 'Khá', from: '70', closed: true },
        { name: 'Chưa đạt' },
      ],
      criteria: [{}, { variants: [{ for: ['xa', 'vung_kho_khan'], rule: { kind: 'deduct', per: '1' } }] }],
    });
  });

  it('as an office keeps it, a table under a letterhead with titles of its own, asks only for what is missing', async () => {
    const bytes = await givenWorkbook({
      sheet: `<sheetData>${rowOfTexts(1, 'UBND TỈNH TRƯỜNG GIANG')}${rowOfTexts(2, '', 'BỘ TIÊU CHÍ')}${rowOfTexts(4, 'STT', 'Tiêu chí/Tiêu chí thành phần', 'Điểm chuẩn', 'Cách tính điểm', 'Ghi chú')}${rowOfTexts(5, '1', 'Điều hành', '12,5')}${rowOfTexts(6, '1.1', 'Kế hoạch', '2.5', 'Có: 2,5; Không: 0')}<row r="7"><c r="A7"><v>1.2</v></c><c r="B7" t="inlineStr"><is><t>Đúng hạn</t></is></c><c r="C7"><v>10</v></c><c r="D7" t="inlineStr"><is><t>Trên 90%: 10
70%-90%: 5
Dưới 70%: 0</t></is></c></row>${rowOfTexts(8, '', 'TỔNG CỘNG', '12,5')}</sheetData>`,
    });
    const first = await read(bytes);
    expect(first).toMatchObject({ document: null, faults: [], asks: ['code', 'name', 'year'] });
    expect(first.ignored).toEqual(['Ghi chú']);
    const asked = await read(bytes, `?code=truong-giang&name=${encodeURIComponent('Bộ tiêu chí')}&year=2026`);
    expect(asked).toMatchObject({ faults: [], asks: [] });
    expect(JSON.parse(asked.document ?? '')).toMatchObject({
      code: 'truong-giang',
      total: '12.5',
      criteria: [
        {
          max: '12.5',
          children: [
            { max: '2.5' },
            { rule: { tiers: [{ from: '90', closed: false }, { from: '70', closed: true }, {}] } },
          ],
        },
      ],
    });
  });
});

describe('what is wrong in a workbook', () => {
  const changed = (at: number, change: Cells) =>
    ROWS.map((row, position) => (position === at ? { ...row, ...change } : row));
  it.each<[string, Cells[], Place]>([
    [
      'maxima that do not add up',
      changed(0, { max: '7' }),
      { row: 2, column: 'Điểm tối đa', code: 'sum_of_maxima', detail: { sum: '6', max: '7' } },
    ],
    ['a code twice', changed(2, { code: '1.1' }), { row: 4, column: 'Mã', code: 'repeated_code' }],
    [
      'tiers that overlap',
      changed(2, { rule: '≥ 80 %: 4; 70–<90 %: 2; còn lại: 0' }),
      { row: 4, column: 'Cách chấm', code: 'tiers_overlap' },
    ],
    [
      'a bound that belongs to nobody',
      changed(2, { rule: '70–90 %: 1; 90–100 %: 2' }),
      { row: 4, column: 'Cách chấm', code: 'bound_open_or_closed' },
    ],
    [
      'more points than the maximum',
      changed(1, { rule: 'Có: 3; Không: 0' }),
      { row: 3, column: 'Cách chấm', code: 'above_max' },
    ],
    [
      'no rule',
      ROWS.map(({ rule: _, ...row }) => row),
      { row: 3, column: 'Cách chấm', code: 'criterion_without_rule' },
    ],
    [
      'a rule of a group',
      changed(0, { rule: 'Có: 2' }),
      { row: 2, column: 'Cách chấm', code: 'only_without_children' },
    ],
    [
      'a parent that is not there',
      changed(3, { parent: '9' }),
      { row: 5, column: 'Mã cấp trên', code: 'unknown_parent_code' },
    ],
    [
      'parents in a circle',
      changed(0, { parent: '1.1' }),
      { row: 2, column: 'Mã cấp trên', code: 'parent_circle' },
    ],
    [
      'a maximum in words',
      changed(1, { max: 'hai' }),
      { row: 3, column: 'Điểm tối đa', code: 'not_a_number' },
    ],
    [
      'a kind of rule that is none',
      changed(1, { kind: 'đoán' }),
      { row: 3, column: 'Loại quy tắc', code: 'no_such_choice' },
    ],
    [
      'a variant of nothing',
      [{ for: 'xa', rule: 'Có: 1' }, ...ROWS],
      { row: 2, column: 'Áp dụng cho', code: 'variant_without_rule' },
    ],
  ])('%s is told at its row and column', async (_, criteria, fault) => {
    const { document, faults } = await read(await workbook(criteria));
    expect(document).toBeNull();
    expect(faults).toContainEqual(expect.objectContaining({ sheet: 'Tiêu chí', ...fault }));
  });

  it('on the other sheets is told there', async () => {
    const head = HEAD.map((row) => (row.field === 'total' ? { ...row, value: '11' } : row));
    const bands = [
      { name: 'Tốt', bound: '80' },
      { name: 'Chưa đạt', bound: 'còn lại' },
    ];
    const { faults } = await read(
      await workbook(ROWS, [...head, { field: 'year', value: 'hai nghìn' }], bands),
    );
    expect(faults).toEqual([
      expect.objectContaining({
        sheet: 'Thông tin chung',
        row: 5,
        column: 'Nội dung',
        code: 'sum_of_maxima',
      }),
      expect.objectContaining({ sheet: 'Thông tin chung', row: 6, code: 'head_twice' }),
      expect.objectContaining({ sheet: 'Phân loại', row: 2, column: 'Ngưỡng', code: 'band_bound' }),
    ]);
  });

  it('comes back as the same workbook with a column of faults, and that is taken again', async () => {
    const bytes = await workbook(changed(0, { max: '7' }));
    const back = await ask(people.office, '/read.xlsx', bytes, { accept: XLSX });
    const parts = await unzipped(back.rawPayload);
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
      'cột &quot;Điểm tối đa&quot;: điểm tối đa các tiêu chí con cộng lại là 6, ở đây ghi 7',
    );
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('thu-2026');
    const again = await read(back.rawPayload);
    expect(again.faults).toMatchObject([
      { sheet: 'Thông tin chung', row: 5, code: 'sum_of_maxima' },
      { sheet: 'Tiêu chí', row: 2, code: 'sum_of_maxima' },
    ]);
    expect(again.ignored).toEqual(['Lỗi']);
  });
});

describe('who may', () => {
  it.each<[string, () => Caller, number]>([
    ['nobody', () => visitor(app), 401],
    ['an officer of a ward', () => people.ward, 403],
    ['an auditor', () => people.auditor, 403],
  ])('%s does not have a workbook read', async (_, caller, status) => {
    expect((await ask(caller(), '/read.xlsx', await workbook(ROWS))).statusCode).toBe(status);
    expect((await ask(caller(), '/template.xlsx')).statusCode).toBe(status);
  });

  it('a draft is exported only by who sees it, an issued one by who reads scorecards', async () => {
    const document = indexScorecard({ code: 'xuat' });
    const { body } = await people.office.post('/scorecards/import', { indexKind: 'cchc', document });
    const { scorecardId }: { scorecardId?: string } = body;
    expect((await ask(people.ward, `/${scorecardId}/export.xlsx`)).statusCode).toBe(404);
    const issued = await givenIssued(people.office, indexScorecard({ code: 'da-ban-hanh' }));
    expect((await ask(people.ward, `/${issued}/export.xlsx`)).statusCode).toBe(200);
    expect((await ask(visitor(app), `/${issued}/export.xlsx`)).statusCode).toBe(401);
    expect((await ask(people.ward, '/khong/export.xlsx')).statusCode).toBe(400);
  });
});

describe('a file that costs too much or is another', () => {
  const titles = rowOfTexts(1, 'Mã', 'Tên tiêu chí', 'Điểm tối đa', 'Cách chấm');
  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['JSON by the name of a workbook', () => Buffer.from(indexScorecard()), 'not_xlsx'],
    [
      'a table of something else',
      () => givenWorkbook({ sheet: `<sheetData>${rowOfTexts(1, 'Họ tên')}</sheetData>` }),
      'no_header',
    ],
    [
      'a bomb',
      () => givenWorkbook({ sheet: `<sheetData>${titles}${'<row></row>'.repeat(1_000_000)}</sheetData>` }),
      'inflates_too_much',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    const answer = await ask(people.office, '/read.xlsx', await bytes());
    expect(answer.statusCode).toBe(400);
    expect(answer.json().faults).toMatchObject([{ code }]);
  });

  it('with merged cells, or with more rows than any scorecard has, is told so', async () => {
    const merged = `<sheetData>${titles}${rowOfTexts(2, '1', 'A', '1', 'Có: 1')}</sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>`;
    expect((await read(await givenWorkbook({ sheet: merged }))).faults).toContainEqual(
      expect.objectContaining({ row: 2, code: 'merged_cells' }),
    );
    const rows = Array.from({ length: 20_001 }, (_, at) => rowOfTexts(at + 2, `${at}`, 'A', '1', 'Có: 1'));
    const { document, faults } = await read(
      await givenWorkbook({ sheet: `<sheetData>${titles}${rows.join('')}</sheetData>` }),
    );
    expect(document).toBeNull();
    expect(faults).toContainEqual(expect.objectContaining({ code: 'too_many_rows' }));
  });

  it('of 200 MB is refused by the length it names, and without one where the limit is reached', async () => {
    let taken = 0;
    const endless = () =>
      Readable.from(
        (function* () {
          for (; taken < 200; taken += 1) yield Buffer.alloc(1024 * 1024, 'PK');
        })(),
      );
    const length = `${200 * 1024 * 1024}`;
    const named = await ask(people.office, '/read.xlsx', endless(), { 'content-length': length });
    expect(named.json().faults).toMatchObject([{ code: 'file_too_large' }]);
    expect(taken).toBeLessThan(5);
    const unnamed = await ask(people.office, '/read.xlsx', endless());
    expect(unnamed.json().faults).toMatchObject([{ code: 'file_too_large' }]);
    expect(taken).toBeLessThan(40);
    expect((await people.office.get('/scorecards')).status).toBe(200);
  });
});

describe('lists', () => {
  it('of scorecards holds what the caller may read', async () => {
    const columns = { code: { kind: 'text', title: 'Mã', required: true } } as const;
    const sheet = defineSheet({ name: 'Danh sách bộ chỉ số', columns });
    const codes = async (caller: Caller) =>
      (await readSheet(sheet, (await ask(caller, '.xlsx')).rawPayload)).rows.map(({ row }) => row.code);
    expect(await codes(people.office)).toEqual(expect.arrayContaining(['xuat', 'da-ban-hanh']));
    expect(await codes(people.ward)).toEqual(['da-ban-hanh']);
  });

  it('of changes say rules as sentences, before and after', async () => {
    const one = await givenIssued(people.office, indexScorecard({ code: 'truoc' }));
    const other = await givenIssued(
      people.office,
      indexScorecard({ code: 'sau' }).replace('"to": "best"', '"to": "mean"'),
    );
    const answer = await ask(people.ward, `/${one}/compare/${other}/export.xlsx`);
    const xml = (await unzipped(answer.rawPayload)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toContain('kết quả cao nhất của khối');
    expect(xml).toContain('kết quả trung bình của khối');
  });
});
