import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../../tests/app.ts';
import { type Caller, visitor } from '../../../../../tests/given.ts';
import { givenSheets, givenWorkbook, rowOfTexts } from '../../../../../tests/given-workbook.ts';
import { givenIndexPeople, type IndexPeople } from '../../../../../tests/index-examples.ts';
import { unzipped } from '../../../../../tests/unzipped.ts';
import { printRatio } from '../../../../domain/kernel/number/decimal.ts';
import type { Published } from '../../../../domain/par-index/published/published.ts';
import { XLSX } from '../../../sheets/http.ts';
import { publishedOf } from '../../documents.ts';
import { readPublishedSheet } from './read-published.ts';
import { writePublished } from './write-published.ts';

let app: TestApp;
let people: IndexPeople;

beforeAll(async () => {
  app = await startTestApp();
  people = await givenIndexPeople(app);
});
afterAll(() => app.close());

function ask({ cookies }: Caller, path: string, body?: Buffer, accept = 'application/json') {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return app.app.inject({
    method: body === undefined ? 'GET' : 'POST',
    url: `/api/published-tables${path}`,
    headers: { cookie, accept, 'content-type': XLSX },
    ...(body !== undefined && { payload: body }),
  });
}

/** Two fields out of 60 and 40; the parts of the second unit add up to 70, not to the 71 that is printed. */
function table(...rows: string[]): Promise<Buffer> {
  const given = rows.length > 0 ? rows : [rowOfTexts(6, '2', 'Xã B', '40', '30', '71', '71', 'Khá', 'x')];
  return givenWorkbook({
    sheet: `<sheetData>${rowOfTexts(1, 'KẾT QUẢ CHỈ SỐ CCHC NĂM 2025')}${rowOfTexts(3, 'Xếp hạng', 'Tên đơn vị', 'Chỉ đạo', 'Thể chế (điểm)', 'Tổng điểm', 'Tỷ lệ (%)', 'Xếp loại', 'Ghi chú')}${rowOfTexts(4, '', 'Điểm tối đa', '60', '40', '100')}${rowOfTexts(5, '1', 'Xã A', '50,25', '35,5', '85,75', '85,75', 'Tốt')}${given.join('')}</sheetData>`,
  });
}

describe('a published table as a workbook', () => {
  it('is read by its titles, and the findings are those of the document', async () => {
    const answer = await ask(people.office, '/read.xlsx?title=Thử&year=2025', await table());
    const { document, faults, columns } = answer.json();
    expect(faults).toEqual([]);
    expect(columns.map(({ role }: { role: string }) => role)).toEqual([
      'rank',
      'points',
      'points',
      'total',
      'index',
      'band',
      'skip',
    ]);
    expect(JSON.parse(document)).toEqual({
      format: 'minhchung/published@1',
      title: 'Thử',
      year: 2025,
      total: '100',
      units: [
        {
          unit: 'Xã A',
          rank: 1,
          total: '85.75',
          index: '85.75',
          band: 'Tốt',
          parts: [
            { name: 'Chỉ đạo', points: '50.25', max: '60' },
            { name: 'Thể chế', points: '35.5', max: '40' },
          ],
        },
        {
          unit: 'Xã B',
          rank: 2,
          total: '71.00',
          index: '71.00',
          band: 'Khá',
          parts: [
            { name: 'Chỉ đạo', points: '40.00', max: '60' },
            { name: 'Thể chế', points: '30.0', max: '40' },
          ],
        },
      ],
    });
    const { body } = await people.office.post('/published-tables/import', { document, dryRun: true });
    expect(body).toMatchObject({ table: null, findings: [{ unit: 'Xã B', kind: 'sum', found: '71.00' }] });
  });

  it('takes a column for what the reader says it is', async () => {
    const answer = await ask(
      people.office,
      `/read.xlsx?role=${encodeURIComponent('index:Tổng điểm')}&role=${encodeURIComponent('skip:Tỷ lệ (%)')}`,
      await table(),
    );
    expect(JSON.parse(answer.json().document).units[0]).toMatchObject({ index: '85.75' });
    expect((await ask(people.office, '/read.xlsx?role=king:A', await table())).statusCode).toBe(400);
  });

  it('tells what is wrong at its row and column, also in the workbook that comes back', async () => {
    const wrong = await table(rowOfTexts(6, 'nhất', 'Xã B', '40'), rowOfTexts(7, '1,5', 'Xã C', '1'));
    const { document, faults } = (await ask(people.office, '/read.xlsx', wrong)).json();
    expect(document).toBeNull();
    expect(faults).toEqual([
      { row: 6, column: 'Xếp hạng', code: 'not_a_number', detail: { written: 'nhất' } },
      { row: 7, column: 'Xếp hạng', code: 'not_a_rank', detail: { written: '1.5' } },
    ]);
    const back = await ask(people.office, '/read.xlsx', wrong, XLSX);
    const xml = (await unzipped(back.rawPayload)).get('xl/worksheets/sheet1.xml');
    expect(xml).toContain('cột &quot;Xếp hạng&quot;: &quot;nhất&quot; không phải số');
  });

  it('without units, or sent by who may not, is refused', async () => {
    const other = await givenWorkbook({ sheet: `<sheetData>${rowOfTexts(1, 'Họ tên')}</sheetData>` });
    const answer = await ask(people.office, '/read.xlsx', other);
    expect([answer.statusCode, answer.json().faults[0].code]).toEqual([400, 'no_header']);
    expect((await ask(people.ward, '/read.xlsx', await table())).statusCode).toBe(403);
    expect((await ask(visitor(app), '/read.xlsx', await table())).statusCode).toBe(401);
  });

  it.each(['dong-anh-2018', 'binh-duong-2017', 'quan-3-2019'])(
    'of the shipped %s is exported with its findings, and taken back with the same',
    async (name) => {
      const document = readFileSync(`data/published/${name}.json`, 'utf8');
      const kept = await people.office.post('/published-tables/import', { document });
      const { table: line, findings }: { table: { tableId: string }; findings: { kind: string }[] } =
        JSON.parse(JSON.stringify(kept.body));
      const exported = await ask(people.ward, `/${line.tableId}/export.xlsx`);
      const xml = (await unzipped(exported.rawPayload)).get('xl/worksheets/sheet4.xml') ?? '';
      expect(xml.match(/<row /g)).toHaveLength(findings.length + 1);
      const read = (await ask(people.office, '/read.xlsx', exported.rawPayload)).json();
      expect(read.faults).toEqual([]);
      expect(facesOf(read.document)).toEqual(facesOf(document));
    },
  );
});

it('the list of tables holds each with its contradictions, for who reads results', async () => {
  const xml = (await unzipped((await ask(people.ward, '.xlsx')).rawPayload)).get('xl/worksheets/sheet1.xml');
  expect(xml).toContain('Chỉ số CCHC huyện Đông Anh 2018');
  expect((await ask(visitor(app), '.xlsx')).statusCode).toBe(401);
});

describe('what a notice says beside its table', () => {
  const main = `<sheetData>${rowOfTexts(1, 'Hạng', 'Đơn vị', 'Tổng điểm', 'Xếp loại')}${rowOfTexts(2, '1', 'Xã A', '85', 'A')}${rowOfTexts(3, '2', 'Xã B', '71', 'B')}</sheetData>`;
  const beside = (head: string[][], bands: string[][], names = ['Thông tin chung', 'Phân loại']) =>
    givenSheets([
      ['Kết quả', main],
      [names[0] ?? '', sheetOf([['Thông tin', 'Nội dung'], ...head])],
      [names[1] ?? '', sheetOf([['Mức', 'Khoảng điểm'], ...bands])],
    ]);
  const read = async (bytes: Buffer) => (await ask(people.office, '/read.xlsx', bytes)).json();

  it('is read as offices write it: title, mean, ranking method, bands from the worst up', async () => {
    const { document, faults, said } = await read(
      await beside(
        [
          ['Tiêu đề', 'Kết quả năm 2025'],
          ['Năm', '2025'],
          ['Thang điểm', '100 điểm'],
          ['Bình quân', '78,00'],
          ['Phương pháp xếp hạng', '1, 2, 2, 4'],
        ],
        [
          ['B', 'dưới 80'],
          ['A', 'từ 80 trở lên'],
        ],
        ['Thông tin', 'Xếp loại'],
      ),
    );
    expect(faults).toEqual([]);
    expect(said).toEqual({ title: 'Kết quả năm 2025', year: 2025, source: null, total: '100' });
    expect(JSON.parse(document)).toMatchObject({
      ...{ title: 'Kết quả năm 2025', year: 2025, total: '100', mean: '78.00' },
      bands: [{ name: 'A', from: '80', closed: true }, { name: 'B' }],
      ranking: { method: 'competition' },
      units: [{ unit: 'Xã A' }, { unit: 'Xã B' }],
    });
  });

  it('is refused where it lies: sheet, row and column', async () => {
    const wrong = await beside(
      [
        ['Năm', 'hai nghìn'],
        ['Cách xếp hạng', 'tùy ý'],
        ['Trung bình', 'khá'],
        ['Màu', 'xanh'],
      ],
      [
        ['A', '80–100'],
        ['B', 'dưới 75'],
      ],
    );
    const { document, faults } = await read(wrong);
    expect(document).toBeNull();
    const places = faults.map(({ sheet, row, column, code }: Record<string, string>) =>
      [sheet, row, column, code].join(' | '),
    );
    expect(places.toSorted()).toEqual([
      'Phân loại | 2 | Ngưỡng | tiers_gap',
      'Thông tin chung | 2 | Nội dung | table_year',
      'Thông tin chung | 3 | Nội dung | no_such_choice',
      'Thông tin chung | 4 | Nội dung | not_a_number',
      'Thông tin chung | 5 | Thông tin | no_such_choice',
    ]);
    const back = await ask(people.office, '/read.xlsx', wrong, XLSX);
    const parts = await unzipped(back.rawPayload);
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('không phải năm');
    expect(parts.get('xl/worksheets/sheet3.xml')).toContain('khoảng không thuộc mức nào');
  });

  it('goes before nothing that the reader of the file says', async () => {
    const bytes = await beside([['Tên bảng', 'Trong tệp']], []);
    const answer = await ask(people.office, `/read.xlsx?title=${encodeURIComponent('Người nhập')}`, bytes);
    expect(JSON.parse(answer.json().document).title).toBe('Người nhập');
  });

  it('has its place in the template, which is for who keeps tables', async () => {
    const template = await ask(people.office, '/template.xlsx');
    const parts = await unzipped(template.rawPayload);
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('Cách xếp hạng khi bằng nhau');
    expect(parts.get('xl/worksheets/sheet3.xml')).toContain('Ngưỡng');
    expect((await ask(people.ward, '/template.xlsx')).statusCode).toBe(403);
    expect((await ask(visitor(app), '/template.xlsx')).statusCode).toBe(401);
  });
});

const figure = fc.integer({ min: 0, max: 10_000 }).map((value) => (value / 100).toFixed(2));
const thing = (names: readonly string[], more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.uniqueArray(
    fc.record(
      { name: fc.constantFrom(...names), points: figure, max: figure, percent: figure, ...more },
      { requiredKeys: ['name', 'points'] },
    ),
    { selector: ({ name }) => name, maxLength: 3 },
  );
const unit = fc.record(
  {
    unit: fc.constantFrom('Xã A', 'Phường Đông Kiều', 'Xã 3'),
    rank: fc.integer({ min: 1, max: 99 }),
    of: fc.integer({ min: 1, max: 99 }),
    total: figure,
    applicable: figure,
    index: figure,
    change: fc.constantFrom('-1.25', '0.00', '2.50'),
    band: fc.constantFrom('Tốt', 'Khá', null),
    previous: fc.record({ year: fc.constantFrom(2023, 2024), index: figure }, { requiredKeys: ['index'] }),
    parts: thing(['Thể chế', '1', 'Điều tra xã hội học', 'Tài chính công (mới)']),
    groups: thing(['Nhóm 1: 9 lĩnh vực', 'Thẩm định']).map((groups) =>
      groups.map((group) => (group.name === 'Thẩm định' ? { ...group, of: 'all' } : group)),
    ),
  },
  { requiredKeys: ['unit', 'rank'] },
);
const bands = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 })
  .chain((bounds) =>
    fc.tuple(
      fc.constant(bounds.toSorted((a, b) => b - a)),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    ),
  )
  .map(([bounds, closed]) => [
    ...bounds.map((from, at) => ({ name: `Loại ${at + 1}`, from: `${from}`, closed: closed[at] })),
    { name: 'Còn lại' },
  ]);
const document = fc.record(
  {
    format: fc.constant('minhchung/published@1'),
    title: fc.constantFrom('Kết quả; năm 2025', 'Thông báo 130/TB-BCĐCCHC'),
    year: fc.constantFrom(2019, 2025),
    source: fc.constant('quan3.example, 31/12/2019'),
    total: fc.constantFrom('100', '100.00'),
    mean: figure,
    bands,
    ranking: fc.record({ method: fc.constantFrom('dense', 'competition', 'ordinal') }),
    units: fc.array(unit, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['format', 'units'] },
);

it('a table goes through its workbook with everything that it says, in either language', async () => {
  await fc.assert(
    fc.asyncProperty(document, fc.constantFrom('vi', 'en'), async (given, language) => {
      const before = publishedOf(JSON.stringify(given));
      const bytes = await buffer(writePublished(before, [], language));
      const read = await readPublishedSheet(bytes, {}, {}, language);
      expect(read.faults).toEqual([]);
      expect(meaning(publishedOf(read.document ?? ''))).toEqual(meaning(before));
    }),
    { numRuns: 40 },
  );
});

/**
 * Figures by their value, for a cell of a workbook has no zeros at the end. A list of nothing says no more than no list;
 * parts stand in the order of the columns, which units share.
 */
function meaning(table: Published) {
  const plain = (one: object) =>
    Object.fromEntries(
      Object.entries(one).map(([key, value]) => [
        key,
        typeof value === 'object' && value !== null && 'decimals' in value ? printRatio(value.value) : value,
      ]),
    );
  const named = (list: readonly { name?: string | undefined }[] = []) =>
    Object.fromEntries(list.map((one) => [one.name, plain(one)]));
  return {
    ...plain(table),
    bands: table.bands?.map(({ closed = false, ...band }) => ({ ...plain(band), closed })),
    units: table.units.map(({ parts, groups, previous, ...unit }) => ({
      ...plain(unit),
      previous: previous && plain(previous),
      parts: named(parts),
      groups: named(groups),
    })),
  };
}

function sheetOf(rows: readonly string[][]): string {
  return `<sheetData>${rows.map((cells, at) => rowOfTexts(at + 1, ...cells)).join('')}</sheetData>`;
}

/** What the document says, figures by their value: a cell of a workbook has no zeros at the end. */
function facesOf(document: string) {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null)
      return typeof value === 'string' && /^-?[0-9.]+$/.test(value) ? Number(value) : value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  };
  return plain(JSON.parse(document));
}
