import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { givenPerson, givenProvince } from '../../../tests/given.ts';
import { actorWith, asOwner } from '../../../tests/tenant.ts';
import { unitId } from '../../../tests/unit-examples.ts';
import type { Actor } from '../../domain/kernel/actor.ts';
import type { TenantId } from '../../domain/kernel/id.ts';
import { fileFaults } from '../../text/vi/file-faults.ts';

const WARD = `/${unitId(1)}/${unitId(4)}/`;
const DESK = `${WARD}${unitId(5)}/`;

let server: TestApp;
let tenantId: TenantId;
let clerk: Actor;
let caller: Actor;
beforeAll(async () => {
  server = await startTestApp({ authenticate: async () => caller });
  tenantId = await givenProvince(server);
  const hoa = { name: 'Lê Thị Hoa', email: 'hoa@tg.example', unit: 4 };
  const personId = await givenPerson(server, tenantId, hoa);
  clerk = { ...actorWith(tenantId, ['file.add', WARD], ['file.read', WARD]), personId };
});
beforeEach(() => {
  caller = clerk;
});
afterAll(() => server.close());

const upload = (url: string, content: string) =>
  server.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/octet-stream' },
    payload: content,
  });
const add = (name: string, content: string, { unit = WARD, more = '' } = {}) =>
  upload(`/api/files?name=${encodeURIComponent(name)}&unit=${unit}${more}`, content);
const renew = (id: string, name: string, content: string) =>
  upload(`/api/files/${id}/versions?name=${encodeURIComponent(name)}&reason=x`, content);
const rowsOf = (sha256: string) =>
  asOwner(server.database.ownerUrl, 'select file_id from stored_file where sha256 = $1', [sha256]);

test('contents that the unit has already are not added, and the answer tells under which document', async () => {
  const first = (await add('Báo cáo quý III.txt', 'Đã niêm yết 12/12')).json();
  const again = await add('Bản chép.txt', 'Đã niêm yết 12/12');
  expect(again.statusCode).toBe(409);
  const detail = {
    fileId: first.fileId,
    name: 'Báo cáo quý III.txt',
    version: 1,
    addedBy: 'Lê Thị Hoa',
    addedAt: '2026-11-23T01:00:00Z',
  };
  expect(again.json()).toEqual({
    code: 'conflict',
    faults: [{ path: ['file'], code: 'file_present', detail }],
  });
  expect(fileFaults.file_present(detail)).toBe(
    'đơn vị đã có tài liệu cùng nội dung: Báo cáo quý III.txt, phiên bản 1, Lê Thị Hoa thêm lúc 08:00 23/11/2026',
  );
  expect(await rowsOf(first.sha256)).toHaveLength(1);
});

test('who wants both keeps both, as two documents', async () => {
  const first = (await add('Gốc.txt', 'hai bản')).json();
  const second = await add('Bản thứ hai.txt', 'hai bản', { more: '&keepBoth=true' });
  expect(second.statusCode).toBe(201);
  expect(second.json()).toMatchObject({ name: 'Bản thứ hai.txt', versionNo: 1, sha256: first.sha256 });
  expect(await rowsOf(first.sha256)).toHaveLength(2);
});

test('a version in force is told before one that was replaced, and a replaced one before nothing', async () => {
  const old = (await add('Kế hoạch.txt', 'lần một')).json();
  await renew(old.fileId, 'Kế hoạch.txt', 'lần hai');
  const replaced = (await add('Lại lần một.txt', 'lần một')).json();
  expect(replaced.faults).toMatchObject([{ detail: { fileId: old.fileId, version: 1 } }]);
  const kept = (await add('Lần một, riêng.txt', 'lần một', { more: '&keepBoth=true' })).json();
  const present = (await add('Lần ba.txt', 'lần một')).json();
  expect(present.faults).toMatchObject([{ detail: { fileId: kept.fileId } }]);
});

test('another unit, also one below, adds the same contents as its own', async () => {
  await add('Mẫu chung.txt', 'mẫu chung');
  expect((await add('Mẫu chung.txt', 'mẫu chung', { unit: DESK })).statusCode).toBe(201);
});

test('a document that the sender may not read is not told of', async () => {
  await add('Kín.txt', 'chỉ người được xem biết');
  caller = actorWith(tenantId, ['file.add', WARD]);
  expect((await add('Của tôi.txt', 'chỉ người được xem biết')).statusCode).toBe(201);
  const own = await add('Của tôi, lần hai.txt', 'chỉ người được xem biết');
  expect(own.json().faults).toMatchObject([{ detail: { name: 'Của tôi.txt' } }]);
});

test('two who send the same contents at once make one document', async () => {
  const answers = await Promise.all(['a', 'b', 'c'].map((name) => add(`${name}.txt`, 'cùng một lúc')));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
});
