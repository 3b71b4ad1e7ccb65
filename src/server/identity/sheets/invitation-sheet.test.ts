import { buffer } from 'node:stream/consumers';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { type Caller, givenProvince, signedInAs, visitor } from '../../../../tests/given.ts';
import { XLSX } from '../../sheets/http.ts';
import { readSheet } from '../../sheets/read-sheet.ts';
import { writeSheet } from '../../sheets/write-sheet.ts';
import { invitationSheet } from './invitation-sheet.ts';

const SHEET = invitationSheet('vi');
type Row = Parameters<typeof writeSheet<typeof SHEET.columns>>[1] extends Iterable<infer R> ? R : never;

let app: TestApp;
let administrator: Caller;
let ward: Caller;
beforeAll(async () => {
  app = await startTestApp();
  const tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  ward = await signedInAs(app, tenantId, 'administrator', 4);
});
afterAll(() => app.close());

const person = (at: number, unitCode: string) => ({
  unitCode,
  unitName: 'tên chỉ để đọc',
  name: `Người Thứ ${at}`,
  email: `thu${at}@truonggiang.example`,
  title: 'Chủ tịch UBND',
  role: 'head_of_unit',
});
const nobody = (unitCode: string) => ({
  unitCode,
  unitName: 'Đơn vị chưa có người',
  name: null,
  email: null,
  title: null,
  role: null,
});

function request(
  { cookies }: Caller,
  method: 'GET' | 'POST',
  url: string,
  payload?: Buffer,
  accept = 'application/json',
) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, accept, ...(payload && { 'content-type': XLSX }) };
  return app.app.inject({ method, url: `/api/invitations/${url}`, headers, ...(payload && { payload }) });
}
const sheetOf = (rows: readonly object[]) => buffer(writeSheet(SHEET, rows as readonly Row[]));
const send = async (
  caller: Caller,
  rows: readonly object[],
  query = '',
  accept?: string,
): Promise<LightMyRequestResponse> =>
  request(caller, 'POST', `import.xlsx?from=2026-11-01${query}`, await sheetOf(rows), accept);
const found = async (name: string): Promise<number> => {
  const { body } = await administrator.get(`/people?search=${encodeURIComponent(name)}`);
  const people: object[] = body.people ?? [];
  return people.length;
};

test('the template holds every unit where the caller may invite, and is nobody until filled in', async () => {
  const template = await request(ward, 'GET', 'template.xlsx');
  const { rows } = await readSheet(SHEET, template.rawPayload);
  expect(rows.map(({ row }) => [row.unitCode, row.unitName])).toEqual([
    ['U4', 'Phường Đông Kiều'],
    ['U5', 'Bộ phận Một cửa'],
  ]);
  const empty = await request(ward, 'POST', 'import.xlsx?from=2026-11-01', template.rawPayload);
  expect(empty.json()).toMatchObject({ faults: [{ code: 'no_rows' }] });
});

test('one wrong row and nobody is invited; the sheet comes back with a column that says why', async () => {
  const rows = [person(1, 'U4'), nobody('U5'), { ...person(2, 'U999'), email: 'không phải' }];
  const answer = await send(administrator, rows);
  expect(answer.json()).toMatchObject({
    done: false,
    rows: [
      { row: 2, fate: 'invited' },
      { row: 4, fate: 'refused' },
    ],
    faults: [
      { row: 4, column: 'Mã đơn vị', code: 'unknown_code' },
      { row: 4, column: 'Thư điện tử công vụ', code: 'email' },
    ],
  });
  const back = await send(administrator, rows, '', XLSX);
  expect(back.headers['content-type']).toBe(XLSX);
  expect((await readSheet(SHEET, back.rawPayload)).ignored).toContain('Lỗi');
  expect(await found('Người Thứ')).toBe(0);
});

test('a dry run says each fate and invites nobody; then 120 communes are invited in one go', async () => {
  const rows = Array.from({ length: 120 }, (_, at) => person(at + 1, at % 2 === 0 ? 'U4' : 'U6'));
  const tried = await send(administrator, rows, '&dryRun=true');
  expect(tried.json()).toMatchObject({ done: false, faults: [] });
  expect(await found('Người Thứ')).toBe(0);
  const done = (await send(administrator, rows)).json();
  expect(done).toMatchObject({ done: true, faults: [] });
  const links: string[] = done.rows.map(({ link }: { link: string }) => link);
  expect(new Set(links).size).toBe(120);
  expect(await found('Người Thứ 120')).toBe(1);
});

test('a role or a cell that cannot be is told at its place', async () => {
  const [wrong] = [{ ...person(201, 'U4'), title: 'x'.repeat(300) }];
  expect((await send(administrator, [wrong])).json()).toMatchObject({
    done: false,
    faults: [{ row: 2, column: 'Chức danh' }],
  });
});

test('it is closed to who may invite nobody, and another unit is refused in its row', async () => {
  expect((await send(visitor(app), [person(301, 'U4')])).statusCode).toBe(401);
  const refused = await send(ward, [person(301, 'U6')]);
  expect(refused.json()).toMatchObject({ done: false, faults: [{ row: 2, code: 'unknown_code' }] });
});
