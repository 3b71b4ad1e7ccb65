import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { type Caller, givenProvince, signedInAs, visitor } from '../../../tests/given.ts';
import { unitId } from '../../../tests/unit-examples.ts';
import { defineSheet } from '../sheets/definition.ts';
import { readSheet } from '../sheets/read-sheet.ts';

const JOURNAL = defineSheet({
  name: 'Nhật ký',
  columns: {
    number: { kind: 'number', title: 'Số', required: true },
    action: { kind: 'text', title: 'Việc', required: true },
    unit: { kind: 'text', title: 'Đơn vị' },
    actor: { kind: 'text', title: 'Người thực hiện' },
    after: { kind: 'text', title: 'Sau' },
  },
});

let app: TestApp;
let administrator: Caller;
let ward: Caller;
beforeAll(async () => {
  app = await startTestApp();
  const tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  ward = await signedInAs(app, tenantId, 'head_of_unit', 4);
  for (const [at, unit] of [4, 6, 4].entries())
    await administrator.post(`/units/${unitId(unit)}/rename`, {
      name: `Đơn vị đổi tên ${at}`,
      day: `2026-0${at + 1}-01`,
      decision: { number: `0${at}/QĐ` },
    });
});
afterAll(() => app.close());

async function rowsFor({ cookies }: Caller, query = '') {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await app.app.inject({ url: `/api/journal.xlsx?${query}`, headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  const { rows } = await readSheet(JOURNAL, answer.rawPayload);
  return rows.map(({ row }) => row);
}

test('the journal goes into a workbook in words, narrowed as on the screen', async () => {
  const rows = await rowsFor(administrator, 'action=unit.renamed');
  expect(rows.map(({ action, actor }) => [action, actor])).toEqual(
    Array(3).fill(['Đổi tên đơn vị', 'Người administrator']),
  );
  expect(rows[0]?.after).toContain('Đơn vị đổi tên 2');
  const under = `/${unitId(1)}/${unitId(6)}/`;
  expect(await rowsFor(administrator, `action=unit.renamed&under=${under}`)).toMatchObject([
    { unit: 'Đơn vị đổi tên 1' },
  ]);
});

test('nobody finds more in it than in the journal itself', async () => {
  const rows = await rowsFor(ward, 'action=unit.renamed');
  expect(rows.map(({ unit }) => unit)).toEqual(['Đơn vị đổi tên 2', 'Đơn vị đổi tên 2']);
});

test('a page of the journal brings the names of its people and units, also of an actor out of sight', async () => {
  const { body } = await ward.get('/journal?action=unit.renamed');
  expect(Object.values(body.names ?? {}).sort()).toEqual(['Người administrator', 'Đơn vị đổi tên 2']);
});

test('who is not signed in gets no workbook, and a wrong filter is named', async () => {
  expect((await visitor(app).get('/journal.xlsx')).status).toBe(401);
  expect((await administrator.get('/journal.xlsx?from=hôm-qua')).codes).toHaveLength(1);
});
