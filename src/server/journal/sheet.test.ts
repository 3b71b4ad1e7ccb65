import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { type Caller, givenProvince, signedInAs, visitor } from '../../../tests/given.ts';
import { unitId } from '../../../tests/unit-examples.ts';
import type { TenantId } from '../../domain/kernel/id.ts';
import { defineSheet } from '../sheets/definition.ts';
import { readSheet } from '../sheets/read-sheet.ts';
import { sealJournal } from './service.ts';

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
let tenantId: TenantId;
let administrator: Caller;
let ward: Caller;
beforeAll(async () => {
  app = await startTestApp();
  tenantId = await givenProvince(app);
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

test('anyone may keep the seals as a workbook, every one of them, the newest first', async () => {
  const seals = defineSheet({
    name: 'Niêm phong',
    columns: {
      sealNo: { kind: 'number', title: 'Số', required: true },
      hash: { kind: 'text', title: 'Mã băm', required: true },
    },
  });
  const { db, config } = app.deps;
  for (const name of ['Đơn vị niêm phong 1', 'Đơn vị niêm phong 2']) {
    const day = name.endsWith('1') ? '2026-05-01' : '2026-06-01';
    await administrator.post(`/units/${unitId(4)}/rename`, { name, day, decision: { number: '05/QĐ' } });
    await sealJournal(db, tenantId, app.clock.now, join(config.dataFolder, 'seals'));
  }
  const answer = await app.app.inject({ url: '/api/journal/seals.xlsx' });
  const { rows } = await readSheet(seals, answer.rawPayload);
  const { body } = await visitor(app).get('/journal/seals');
  const said: { sealNo: number; hash: string }[] = body.seals ?? [];
  expect(rows.map(({ row }) => row)).toEqual(said.map(({ sealNo, hash }) => ({ sealNo, hash })));
  expect(rows).toHaveLength(2);
});
