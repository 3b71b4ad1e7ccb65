import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { type Caller, visitor } from '../../../../tests/given.ts';
import { givenWorkbook, rowOfTexts } from '../../../../tests/given-workbook.ts';
import { givenIndexPeople, type IndexPeople } from '../../../../tests/index-examples.ts';
import { unzipped } from '../../../../tests/unzipped.ts';
import { XLSX } from '../../sheets/http.ts';

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
      const xml = (await unzipped(exported.rawPayload)).get('xl/worksheets/sheet2.xml') ?? '';
      expect(xml.match(/<row /g)).toHaveLength(findings.length + 1);
      const read = (await ask(people.office, '/read.xlsx', exported.rawPayload)).json();
      expect(read.faults).toEqual([]);
      expect(facesOf(read.document)).toEqual(facesOf(document));
    },
  );
});

type Unit = { unit: string; rank?: number; total?: string; index?: string; band?: string | null };

/** What the table says of each unit; figures by their value. */
function facesOf(document: string) {
  const { units }: { units: Unit[] } = JSON.parse(document);
  return units.map(({ unit, rank, total, index, band }) => ({
    ...{ unit, rank, band: band ?? undefined },
    total: total && Number(total),
    index: index && Number(index),
  }));
}
