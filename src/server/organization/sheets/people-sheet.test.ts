import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { type Caller, givenPerson, givenProvince, signedInAs, visitor } from '../../../../tests/given.ts';
import { unitId } from '../../../../tests/unit-examples.ts';
import { defineSheet } from '../../sheets/definition.ts';
import { readSheet } from '../../sheets/read-sheet.ts';

const PEOPLE = defineSheet({
  name: 'Người dùng',
  columns: {
    name: { kind: 'text', title: 'Họ và tên', required: true },
    unit: { kind: 'text', title: 'Đơn vị', required: true },
    titles: { kind: 'text', title: 'Chức danh' },
    roles: { kind: 'text', title: 'Vai trò' },
    account: { kind: 'text', title: 'Tài khoản' },
  },
});

let app: TestApp;
let administrator: Caller;
let officer: Caller;

beforeAll(async () => {
  app = await startTestApp();
  const tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  officer = await signedInAs(app, tenantId, 'officer', 4);
  for (let at = 1; at <= 205; at += 1)
    await givenPerson(app, tenantId, {
      name: `Lê Văn Số ${at}`,
      email: `so${at}@truonggiang.example`,
      unit: 6,
      roles: at === 1 ? [{ role: 'one_stop_clerk' }, { role: 'appraiser' }] : [],
    });
});
afterAll(() => app.close());

function download({ cookies }: Caller, query = ''): Promise<LightMyRequestResponse> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return app.app.inject({ method: 'GET', url: `/api/people.xlsx${query}`, headers: { cookie } });
}

async function namesIn(answer: LightMyRequestResponse): Promise<string[]> {
  const { rows } = await readSheet(PEOPLE, answer.rawPayload);
  return rows.map(({ row }) => row.name);
}

test('everybody the caller sees is in the sheet, however many pages they fill', async () => {
  const names = await namesIn(await download(administrator));
  expect(names).toHaveLength(207);
  expect(new Set(names).size).toBe(207);
});

test('a person stands there with unit, titles, roles and account in words', async () => {
  const answer = await download(administrator, '?search=so%201&role=appraiser');
  const { rows } = await readSheet(PEOPLE, answer.rawPayload);
  expect(rows.map(({ row }) => row)).toEqual([
    {
      name: 'Lê Văn Số 1',
      unit: 'Xã Thạch Vĩnh',
      titles: 'Chuyên viên',
      roles: expect.stringContaining('Công chức Một cửa'),
      account: 'Đang dùng',
    },
  ]);
});

test('an officer of a ward finds only the ward in it', async () => {
  expect(await namesIn(await download(officer))).toEqual(['Người officer']);
});

test('who is not signed in, or asks for a unit out of sight, gets a refusal and no file', async () => {
  expect((await download(visitor(app))).statusCode).toBe(401);
  expect((await download(officer, `?unitId=${unitId(6)}`)).statusCode).toBe(404);
  expect((await download(administrator, '?role=king')).statusCode).toBe(400);
});
