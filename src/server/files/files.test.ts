import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
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

/** Ten megabytes of nothing in a few kilobytes, as a ZIP with one entry. */
const ZIP_BOMB = zipOf('a.bin', Buffer.alloc(10_000_000));

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
  ['the character 0', 'bao-cao.pdf\u0000.exe'],
  ['more than two hundred signs', `${'Đ'.repeat(197)}.pdf`],
  ['five thousand signs', `${'a'.repeat(5000)}.pdf`],
  ['nothing', ' '],
])('a name with %s in it is refused', async (_what, name) => {
  const answer = await send(PDF, name);
  expect(answer.statusCode).toBe(400);
  expect(faultsOf(answer)).toEqual(['file_name']);
});

test.each([
  ['a paper called a program', PDF, 'Báo cáo.pdf.exe', '.pdf'],
  [
    'text that a computer would run line by line',
    'del *.*',
    'Ghi chú.bat',
    '.txt, .csv, .tsv, .md, .log, .json',
  ],
  [
    'text that a computer would run when opened',
    'x = 1',
    'Báo cáo quý III.xlsx.vbs',
    '.txt, .csv, .tsv, .md, .log, .json',
  ],
  [
    'a program whose ending a computer drops the dot of',
    'del *.*',
    'Ghi chú.bat.',
    '.txt, .csv, .tsv, .md, .log, .json',
  ],
  ['a picture called a paper', PNG, 'Quyết định.pdf', '.png'],
])('%s is refused, and the right endings are named', async (_what, content, name, endings) => {
  const answer = await send(content, name);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().faults).toEqual([{ path: ['name'], code: 'file_ending', detail: { endings } }]);
});

test.each([
  ['in capitals', 'BÁO CÁO.TXT'],
  ['with more dots before', 'Số 12.2026 (bản 2.1).txt'],
  ['without an ending', 'Ghi chú'],
  ['of two hundred signs', `${'Đ'.repeat(196)}.txt`],
])('a name %s is a name like any other', async (_what, name) => {
  const sent = await send(`nội dung của ${name}`, name);
  expect([sent.statusCode, sent.json().name]).toEqual([201, name]);
});

test('a packed bomb is kept as it came, never unpacked, and only for download', async () => {
  const sent = (await send(ZIP_BOMB, 'Ảnh hiện trường.zip')).json();
  expect(sent).toMatchObject({ mediaType: 'application/zip', size: ZIP_BOMB.length, viewable: false });
  expect((await fetchFile(sent.fileId)).rawPayload.equals(ZIP_BOMB)).toBe(true);
});

test('what is sent as a form, or as a page, is looked at like everything else', async () => {
  const form =
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\r\n--x--';
  for (const [type, content] of [
    ['multipart/form-data; boundary=x', form],
    ['text/html', 'chữ thường'],
  ] as const) {
    const answer = await server.app.inject({
      method: 'POST',
      url: `/api/files?name=a.pdf&unit=${WARD}`,
      headers: { 'content-type': type },
      payload: content,
    });
    expect([answer.statusCode, faultsOf(answer)]).toEqual([400, ['file_ending']]);
  }
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

/** The one entry with its head, as every program that packs writes it; the list at the end is left out. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(crc32(content), 14);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}
