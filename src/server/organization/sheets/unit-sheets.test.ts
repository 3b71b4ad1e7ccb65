import { buffer } from 'node:stream/consumers';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { type Caller, givenProvince, signedInAs, visitor } from '../../../../tests/given.ts';
import { givenWorkbook, rowOfTexts } from '../../../../tests/given-workbook.ts';
import { asOwner } from '../../../../tests/tenant.ts';
import { unzipped } from '../../../../tests/unzipped.ts';
import { defineSheet } from '../../sheets/definition.ts';
import { XLSX } from '../../sheets/http.ts';
import { readSheet } from '../../sheets/read-sheet.ts';
import { writeSheet } from '../../sheets/write-sheet.ts';

const DECIDED = 'day=2026-07-01&decisionNumber=12%2FNQ-H%C4%90ND';

/** What the export of units is read with, as a person with Excel would. */
const UNITS = defineSheet({
  name: 'Đơn vị',
  columns: {
    code: { kind: 'text', title: 'Mã', required: true },
    name: { kind: 'text', title: 'Tên đơn vị', required: true },
    kind: { kind: 'text', title: 'Loại', required: true },
    parentCode: { kind: 'text', title: 'Mã đơn vị chủ quản' },
    validFrom: { kind: 'day', title: 'Có hiệu lực từ' },
  },
});
type Line = { code: string; name: string; kind: string; parentCode: string | null };

let app: TestApp;
let administrator: Caller;
let wardAdministrator: Caller;
let officer: Caller;

beforeAll(async () => {
  app = await startTestApp();
  const tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  wardAdministrator = await signedInAs(app, tenantId, 'administrator', 4);
  officer = await signedInAs(app, tenantId, 'officer', 4);
});
afterAll(() => app.close());

function headersOf({ cookies }: Caller): Record<string, string> {
  return { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}

function download(caller: Caller, path: string): Promise<LightMyRequestResponse> {
  return app.app.inject({ method: 'GET', url: `/api${path}`, headers: headersOf(caller) });
}

function upload(
  caller: Caller,
  payload: Buffer,
  query = DECIDED,
  more: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const headers = { ...headersOf(caller), 'content-type': XLSX, ...more };
  return app.app.inject({ method: 'POST', url: `/api/units/import.xlsx?${query}`, headers, payload });
}

function sheetOf(...lines: Line[]): Promise<Buffer> {
  return buffer(
    writeSheet(
      UNITS,
      lines.map((line) => ({ ...line, validFrom: null })),
    ),
  );
}

async function countUnits(): Promise<number> {
  const { body } = await administrator.get('/units?day=2026-11-23');
  return JSON.parse(JSON.stringify(body)).units.length;
}

describe('the sheet of units', () => {
  test('shows the tree of the day to those who read it, parents first', async () => {
    const answer = await download(administrator, '/units.xlsx?day=2026-06-30');
    expect(answer.headers['content-type']).toBe(XLSX);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="don-vi-2026-06-30.xlsx"');
    const { rows } = await readSheet(UNITS, answer.rawPayload);
    expect(rows.slice(0, 3).map(({ row }) => row)).toEqual([
      {
        code: 'U1',
        name: 'UBND tỉnh Trường Giang',
        kind: 'Ủy ban nhân dân tỉnh',
        parentCode: null,
        validFrom: '2015-01-01',
      },
      {
        code: 'U2',
        name: 'Sở Nội vụ',
        kind: 'Sở, cơ quan ngang sở',
        parentCode: 'U1',
        validFrom: '2015-01-01',
      },
      {
        code: 'U3',
        name: 'Phòng Cải cách hành chính',
        kind: 'Phòng',
        parentCode: 'U2',
        validFrom: '2015-01-01',
      },
    ]);
  });

  test('holds for an officer only what they see', async () => {
    const { rows } = await readSheet(UNITS, (await download(officer, '/units.xlsx')).rawPayload);
    expect(rows.map(({ row }) => row.code)).toEqual(['U1', 'U4', 'U5']);
  });

  test('is for nobody who is not signed in, and asks for a real day', async () => {
    expect((await download(visitor(app), '/units.xlsx')).statusCode).toBe(401);
    expect((await download(administrator, '/units.xlsx?day=2026-02-30')).statusCode).toBe(400);
  });

  test.each(['vi', 'en'])('its own export in %s is taken back and changes nothing', async (language) => {
    const exported = await download(administrator, `/units.xlsx?day=2026-06-30&language=${language}`);
    const answer = await upload(administrator, exported.rawPayload);
    expect(answer.json()).toMatchObject({ done: true, faults: [] });
    const fates: { fate: string }[] = answer.json().rows;
    expect(new Set(fates.map(({ fate }) => fate))).toEqual(new Set(['known']));
  });

  test('the template offers the kinds to choose from and is for those who change units', async () => {
    const answer = await download(administrator, '/units/template.xlsx');
    const parts = await unzipped(answer.rawPayload);
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('Đặc khu');
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('Mã *');
    expect((await download(officer, '/units/template.xlsx')).statusCode).toBe(403);
  });
});

describe('importing a sheet of units', () => {
  const ward = { code: 'U8', name: 'Phường Bình An', kind: 'Phường', parentCode: 'U1' };
  const desk = { code: 'U9', name: 'Bộ phận Một cửa', kind: 'bo_phan', parentCode: 'U8' };

  test('a dry run tells each row’s fate and changes nothing', async () => {
    const before = await countUnits();
    const answer = await upload(administrator, await sheetOf(desk, ward), `${DECIDED}&dryRun=true`);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      done: false,
      rows: [
        { row: 2, code: 'U9', fate: 'created' },
        { row: 3, code: 'U8', fate: 'created' },
      ],
      faults: [],
      ignored: ['Có hiệu lực từ'],
    });
    expect(await countUnits()).toBe(before);
  });

  test('a row that the tree refuses is named, and then no row is done', async () => {
    const before = await countUnits();
    const lost = { ...desk, code: 'U77', parentCode: 'U404' };
    const answer = await upload(administrator, await sheetOf(ward, lost));
    expect(answer.json()).toMatchObject({
      done: false,
      rows: [
        { row: 2, fate: 'created' },
        { row: 3, fate: 'refused' },
      ],
      faults: [{ row: 3, column: 'Mã đơn vị chủ quản', code: 'unknown_code', detail: { code: 'U404' } }],
    });
    expect(await countUnits()).toBe(before);
  });

  test('cells that cannot be read and names that no unit may have are told at once', async () => {
    const answer = await upload(
      administrator,
      await sheetOf({ ...ward, kind: 'Tổng' }, { ...ward, code: 'a b', name: 'X' }),
    );
    expect(answer.json().faults).toEqual([
      { row: 2, column: 'Loại', code: 'no_such_choice', detail: { written: 'Tổng' } },
      { row: 3, column: 'Mã', code: 'unit_code' },
      { row: 3, column: 'Tên đơn vị', code: 'name' },
    ]);
  });

  test('who asks for a sheet gets theirs back with what is wrong', async () => {
    const answer = await upload(administrator, await sheetOf({ ...ward, parentCode: 'U404' }), DECIDED, {
      accept: XLSX,
    });
    expect(answer.headers['content-type']).toBe(XLSX);
    const xml = (await unzipped(answer.rawPayload)).get('xl/worksheets/sheet1.xml');
    expect(xml).toContain('Phường Bình An');
    expect(xml).toContain(
      'cột &quot;Mã đơn vị chủ quản&quot;: không có đơn vị nào mang mã U404 vào ngày này',
    );
  });

  test('a good sheet begins its units by the decision, and the journal knows', async () => {
    const before = await countUnits();
    const key = { 'idempotency-key': 'import-of-units-1' };
    const bytes = await sheetOf(desk, ward);
    const first = await upload(administrator, bytes, DECIDED, key);
    expect(first.json()).toMatchObject({ done: true, faults: [] });
    expect(await countUnits()).toBe(before + 2);
    expect((await upload(administrator, bytes, DECIDED, key)).json()).toEqual(first.json());
    const entries = await asOwner(
      app.database.ownerUrl,
      "select reason, after->>'name' as name from journal_entry where action = 'unit.created' order by name",
    );
    expect(entries).toEqual([
      { reason: '12/NQ-HĐND', name: 'Bộ phận Một cửa' },
      { reason: '12/NQ-HĐND', name: 'Phường Bình An' },
    ]);
  });

  test('nobody imports without the permission, nor where they do not hold it', async () => {
    const bytes = await sheetOf({ ...ward, code: 'U10' });
    expect((await upload(visitor(app), bytes)).statusCode).toBe(401);
    expect((await upload(officer, bytes)).statusCode).toBe(403);
    expect((await upload(wardAdministrator, bytes)).statusCode).toBe(403);
  });

  test('a file that is no sheet of units, another kind of file and a missing decision are refused', async () => {
    const refused = await upload(administrator, Buffer.from('Mã;Tên'));
    expect([refused.statusCode, refused.json().faults[0].code]).toEqual([400, 'not_xlsx']);
    const strange = await givenWorkbook({ sheet: `<sheetData>${rowOfTexts(1, 'Họ tên')}</sheetData>` });
    expect((await upload(administrator, strange)).json().faults[0].code).toBe('no_header');
    expect((await upload(administrator, await sheetOf())).json().faults[0].code).toBe('no_rows');
    const csv = await upload(administrator, Buffer.from('a'), DECIDED, { 'content-type': 'text/csv' });
    expect(csv.statusCode).toBe(415);
    const nobody = await upload(administrator, await sheetOf(ward), 'day=2026-07-01');
    expect([nobody.statusCode, nobody.json().faults[0].path]).toEqual([400, ['decisionNumber']]);
  });

  test('a file over the limit is refused while it comes', async () => {
    const large = Buffer.alloc(21 * 1024 * 1024, 'PK\u0003\u0004');
    const answer = await upload(administrator, large);
    expect([answer.statusCode, answer.json().faults[0].code]).toEqual([400, 'file_too_large']);
  });
});
