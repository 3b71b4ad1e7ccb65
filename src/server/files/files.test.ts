import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { givenProvince } from '../../../tests/given.ts';
import { actorWith, asOwner } from '../../../tests/tenant.ts';
import { unitId } from '../../../tests/unit-examples.ts';
import type { Actor } from '../../domain/kernel/actor.ts';
import type { TenantId } from '../../domain/kernel/id.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const WARD = `/${unitId(1)}/${unitId(4)}/`;
const COMMUNE = `/${unitId(1)}/${unitId(6)}/`;

let server: TestApp;
let tenantId: TenantId;
let clerk: Actor;
let caller: Actor | undefined;
beforeAll(async () => {
  server = await startTestApp({ authenticate: async () => caller });
  tenantId = await givenProvince(server);
  clerk = actorWith(tenantId, ['file.add', WARD], ['file.read', WARD]);
});
beforeEach(() => {
  caller = clerk;
});
afterAll(() => server.close());

const send = (content: Buffer | string, name = 'Báo cáo quý III.pdf', unit = WARD, more = '') =>
  server.app.inject({
    method: 'POST',
    url: `/api/files?name=${encodeURIComponent(name)}&unit=${encodeURIComponent(unit)}${more}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: content,
  });
const fetchFile = (id: string) => server.app.inject(`/api/files/${id}`);
/** For who knows that the contents are there already. */
const KEEP_BOTH = '&keepBoth=true';
const faultsOf = (answer: { json: () => { faults: { code: string }[] } }) =>
  answer.json().faults.map(({ code }) => code);

test('a paper handed in comes back unchanged, as something to save', async () => {
  const sent = await send(PDF);
  expect(sent.statusCode).toBe(201);
  const { fileId, mediaType, size } = sent.json();
  expect({ mediaType, size }).toEqual({ mediaType: 'application/pdf', size: PDF.length });
  const got = await fetchFile(fileId);
  expect(got.rawPayload.equals(PDF)).toBe(true);
  expect(got.headers['content-disposition']).toBe(
    "attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20qu%C3%BD%20III.pdf",
  );
  expect(got.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
  expect(got.headers['x-content-type-options']).toBe('nosniff');
});

test('handing in leaves an entry in the journal with the hash of the contents', async () => {
  const { fileId, sha256 } = (await send(PNG, 'ảnh.png')).json();
  const [entry] = await asOwner(
    server.database.ownerUrl,
    `select action, person_id, after->>'sha256' as sha256 from journal_entry where subject_id = $1`,
    [fileId],
  );
  expect(entry).toEqual({ action: 'file.added', person_id: clerk.personId, sha256 });
});

test('the same contents kept twice on purpose are two papers and one file on the disk', async () => {
  const one = (await send(PNG, 'một.png', WARD, KEEP_BOTH)).json();
  const two = (await send(PNG, 'hai.png', WARD, KEEP_BOTH)).json();
  expect(one.fileId).not.toBe(two.fileId);
  expect(one.sha256).toBe(two.sha256);
  const folder = join(server.deps.config.dataFolder, 'files', one.sha256.slice(0, 2), one.sha256.slice(2, 4));
  expect(readdirSync(folder)).toEqual([one.sha256]);
});

test.each([
  ['a page', '<!DOCTYPE html><script>alert(1)</script>', 'trang.pdf'],
  ['a page without a head', 'xin chào <ScRiPt>alert(1)</script>', 'trang.txt'],
  ['a picture that runs', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'ảnh.png'],
  ['a program', Buffer.from('7f454c46020101000000000000000000', 'hex'), 'báo cáo.pdf'],
  ['a packed bomb', gzipSync(Buffer.alloc(10_000_000)), 'nén.pdf'],
  ['something unknown', Buffer.from([0, 1, 2, 3]), 'x.pdf'],
])('%s is refused, whatever it is called', async (_what, content, name) => {
  const answer = await send(content, name);
  expect(answer.statusCode).toBe(400);
  expect(faultsOf(answer)).toEqual(['file_type']);
});

test.each([
  ['a way up', '../../etc/passwd'],
  ['a backslash', '..\\boot.ini'],
  ['a line break', 'a\r\nset-cookie: x=1'],
  ['a sign that turns the text round', 'bao-cao-\u202Efdp.exe'],
  ['nothing', ' '],
])('a name with %s in it is refused', async (_what, name) => {
  const answer = await send(PDF, name);
  expect(answer.statusCode).toBe(400);
  expect(faultsOf(answer)).toEqual(['file_name']);
});

test('an empty file is refused', async () => {
  expect(faultsOf(await send(Buffer.alloc(0)))).toEqual(['file_empty']);
});

test('a file beyond the limit is refused and leaves nothing on the disk', async () => {
  const answer = await send(Buffer.concat([PDF, Buffer.alloc(server.deps.config.maxFileBytes)]));
  expect(answer.statusCode).toBe(400);
  expect(faultsOf(answer)).toEqual(['file_over_limit']);
  expect(readdirSync(join(server.deps.config.dataFolder, 'files', 'incoming'))).toEqual([]);
});

test('one hands in only for units where one may, and only signed in', async () => {
  expect((await send(PDF, 'x.pdf', COMMUNE)).statusCode).toBe(403);
  caller = undefined;
  expect((await send(PDF)).statusCode).toBe(401);
});

test('what one may not see is not found', async () => {
  const { fileId } = (await send('Chỉ phường thấy', 'Của phường.txt')).json();
  caller = actorWith(tenantId, ['file.read', COMMUNE]);
  expect((await fetchFile(fileId)).statusCode).toBe(404);
  expect((await fetchFile('0198a000-0000-7000-8000-000000000009')).statusCode).toBe(404);
  expect((await fetchFile('..%2F..%2Fsecret')).statusCode).toBe(404);
  caller = undefined;
  expect((await fetchFile(fileId)).statusCode).toBe(401);
});
