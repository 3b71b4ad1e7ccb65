import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { type Caller, givenProvince, signedInAs, visitor } from '../../../tests/given.ts';
import { filesOf, rowsOf, textSheet } from '../../../tests/given-upload.ts';
import { unitId } from '../../../tests/unit-examples.ts';

const [WARD, DESK, COMMUNE] = [4, 5, 6].map(unitId);
const SHEET = textSheet('Tài liệu', [
  'Tên tệp',
  'Đơn vị',
  'Loại',
  'Phiên bản',
  'Dung lượng (byte)',
  'Nhận lúc',
  'Người thêm',
  'Lý do',
  'Quét mã độc',
  'SHA-256',
]);

let app: TestApp;
let officer: Caller;

beforeAll(async () => {
  app = await startTestApp();
  const tenantId = await givenProvince(app);
  officer = await signedInAs(app, tenantId, 'officer', 4);
  const neighbor = await signedInAs(app, tenantId, 'officer', 6);
  await add(officer, 'Kế hoạch CCHC 2026.txt', WARD, 'Một');
  await add(officer, 'Sổ một cửa.txt', DESK, 'Hai');
  await add(neighbor, 'Báo cáo quý.txt', COMMUNE, 'Ba');
});
afterAll(() => app.close());

async function add(caller: Caller, name: string, unit: string | undefined, content: string): Promise<void> {
  const path = `/${unitId(1)}/${unit === DESK ? `${WARD}/` : ''}${unit}/`;
  const query = new URLSearchParams({ name, unit: path });
  const bytes = { 'content-type': 'application/octet-stream' };
  const answer = await filesOf(app).upload(caller, `/files?${query}`, Buffer.from(content), bytes);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  app.clock.now = app.clock.now.add({ minutes: 1 });
}

const download = (caller: Caller, query: string): Promise<LightMyRequestResponse> =>
  filesOf(app).download(caller, `/files.xlsx?${query}`);

test('the documents of a unit stand in the sheet as on the screen, each with what proves its contents', async () => {
  const answer = await download(officer, `unitId=${WARD}`);
  expect(answer.headers['content-disposition']).toBe('attachment; filename="tai-lieu.xlsx"');
  expect(await rowsOf(SHEET, answer.rawPayload)).toEqual([
    {
      'Tên tệp': 'Kế hoạch CCHC 2026.txt',
      'Đơn vị': 'Phường Đông Kiều',
      Loại: 'Văn bản thuần',
      'Phiên bản': '1',
      'Dung lượng (byte)': '5',
      'Nhận lúc': '08:00 23/11/2026',
      'Người thêm': 'Người officer',
      'Lý do': null,
      'Quét mã độc': 'không cài máy quét',
      'SHA-256': expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
});

test('with those of the units below, the newest first, and no others', async () => {
  const answer = await download(officer, `unitId=${WARD}&below=true`);
  const rows = await rowsOf(SHEET, answer.rawPayload);
  expect(rows.map((row) => row['Tên tệp'])).toEqual(['Sổ một cửa.txt', 'Kế hoạch CCHC 2026.txt']);
});

test('who is not signed in, asks for a unit out of sight or for what is none, gets a refusal and no file', async () => {
  expect((await download(visitor(app), `unitId=${WARD}`)).statusCode).toBe(401);
  expect((await download(officer, `unitId=${COMMUNE}`)).statusCode).toBe(404);
  expect((await download(officer, `unitId=${WARD}&limit=1`)).statusCode).toBe(400);
  expect((await download(officer, 'unitId=x')).statusCode).toBe(400);
});
