import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { givenPerson, givenProvince } from '../../../tests/given.ts';
import { actorWith, asOwner } from '../../../tests/tenant.ts';
import { unitId } from '../../../tests/unit-examples.ts';
import type { FileLine } from '../../domain/files/contract.ts';
import type { Actor } from '../../domain/kernel/actor.ts';
import type { TenantId } from '../../domain/kernel/id.ts';

const WARD = `/${unitId(1)}/${unitId(4)}/`;
const DESK = `${WARD}${unitId(5)}/`;
const COMMUNE = `/${unitId(1)}/${unitId(6)}/`;

let server: TestApp;
let tenantId: TenantId;
let clerk: Actor;
let reader: Actor;
let caller: Actor | undefined;
beforeAll(async () => {
  server = await startTestApp({ authenticate: async () => caller });
  tenantId = await givenProvince(server);
  const personId = await givenPerson(server, tenantId, {
    name: 'Lê Thị Hoa',
    email: 'hoa@tg.example',
    unit: 4,
  });
  clerk = {
    ...actorWith(tenantId, ['unit.read', WARD], ['file.add', WARD], ['file.read', WARD]),
    personId,
  };
  reader = actorWith(tenantId, ['unit.read', '/'], ['file.read', '/']);
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
const add = (name: string, content: string, unit = WARD) =>
  upload(`/api/files?name=${encodeURIComponent(name)}&unit=${unit}`, content);
const renew = (id: string, name: string, content: string, reason = 'Bổ sung phụ lục') =>
  upload(
    `/api/files/${id}/versions?name=${encodeURIComponent(name)}&reason=${encodeURIComponent(reason)}`,
    content,
  );
const list = async (
  query: string,
): Promise<{ files: FileLine[]; next: string | null; addTo: string | null }> =>
  (await server.app.inject(`/api/files?${query}`)).json();
const codes = (answer: { json: () => { faults: { code: string }[] } }) =>
  answer.json().faults.map(({ code }) => code);
/** The clock moves on, since ids rise with time. */
const later = () => {
  server.clock.now = server.clock.now.add({ minutes: 1 });
};

test('a new version takes the place of the old one, which stays readable with its reason and its author', async () => {
  const first = (await add('Kế hoạch.txt', 'bản một')).json();
  later();
  const second = (await renew(first.fileId, 'Kế hoạch (sửa).txt', 'bản hai')).json();
  expect(second).toMatchObject({ documentId: first.fileId, versionNo: 2, unitPath: WARD });
  const listed = await list(`unitId=${unitId(4)}`);
  expect(listed.files.filter(({ documentId }) => documentId === first.fileId)).toMatchObject([
    {
      fileId: second.fileId,
      name: 'Kế hoạch (sửa).txt',
      addedByName: 'Lê Thị Hoa',
      unitName: 'Phường Đông Kiều',
    },
  ]);
  const { versions, mayAdd } = (await server.app.inject(`/api/files/${first.fileId}/versions`)).json();
  expect(versions.map(({ versionNo, reason }: FileLine) => [versionNo, reason])).toEqual([
    [2, 'Bổ sung phụ lục'],
    [1, null],
  ]);
  expect(mayAdd).toBe(true);
  expect((await server.app.inject(`/api/files/${first.fileId}`)).body).toBe('bản một');
  expect((await server.app.inject(`/api/files/${second.fileId}`)).body).toBe('bản hai');
});

test('a version leaves an entry under its document, with what was before and why', async () => {
  const first = (await add('Quyết định.txt', 'một')).json();
  const second = (await renew(first.fileId, 'Quyết định.txt', 'hai', 'Đính chính ngày ký')).json();
  const entries = await asOwner(
    server.database.ownerUrl,
    `select action, reason, before->>'sha256' as before, after->>'sha256' as after from journal_entry
     where subject_id = $1 order by entry_no`,
    [first.fileId],
  );
  expect(entries).toEqual([
    { action: 'file.added', reason: null, before: null, after: first.sha256 },
    {
      action: 'file.version_added',
      reason: 'Đính chính ngày ký',
      before: first.sha256,
      after: second.sha256,
    },
  ]);
});

test('two who send a version at once get one number each', async () => {
  const { fileId } = (await add('Song song.txt', 'gốc')).json();
  const answers = await Promise.all(
    ['a', 'b', 'c'].map((content) => renew(fileId, 'Song song.txt', content)),
  );
  expect(answers.map((answer) => answer.json().versionNo).sort()).toEqual([2, 3, 4]);
});

test('what is no change, or has no reason, is no version', async () => {
  const { fileId } = (await add('Giữ nguyên.txt', 'như cũ')).json();
  const same = await renew(fileId, 'Giữ nguyên.txt', 'như cũ');
  expect([same.statusCode, codes(same)]).toEqual([409, ['file_unchanged']]);
  const silent = await renew(fileId, 'Giữ nguyên.txt', 'mới', ' ');
  expect([silent.statusCode, codes(silent)]).toEqual([400, ['reason_needed']]);
});

test('who may read and not add is refused a version, and who sees nothing finds nothing', async () => {
  const { fileId } = (await add('Chỉ xem.txt', 'x')).json();
  caller = { ...reader, grants: [...reader.grants, ...actorWith(tenantId, ['file.add', COMMUNE]).grants] };
  expect((await renew(fileId, 'Chỉ xem.txt', 'y')).statusCode).toBe(403);
  caller = actorWith(tenantId, ['unit.read', '/'], ['file.read', COMMUNE], ['file.add', COMMUNE]);
  expect((await renew(fileId, 'Chỉ xem.txt', 'y')).statusCode).toBe(404);
  expect((await server.app.inject(`/api/files/${fileId}/versions`)).statusCode).toBe(404);
  expect((await server.app.inject(`/api/files/${fileId}/view`)).statusCode).toBe(404);
  expect((await list(`unitId=${unitId(4)}`)).files).toEqual([]);
  caller = undefined;
  expect((await server.app.inject(`/api/files/${fileId}/view`)).statusCode).toBe(401);
  expect((await renew(fileId, 'Chỉ xem.txt', 'y')).statusCode).toBe(401);
});

test('no file is added where no unit stands today', async () => {
  const nowhere = await add('x.txt', 'x', `${WARD}${unitId(99)}/`);
  expect([nowhere.statusCode, codes(nowhere)]).toEqual([404, ['no_unit_there']]);
});

test('the files of a unit are listed page by page, with those of the units below when asked', async () => {
  later();
  await add('Ở bộ phận.txt', 'bộ phận', DESK);
  const names = async (query: string) => (await list(query)).files.map(({ name }) => name);
  expect(await names(`unitId=${unitId(4)}`)).not.toContain('Ở bộ phận.txt');
  expect((await names(`unitId=${unitId(4)}&below=true`))[0]).toBe('Ở bộ phận.txt');
  const whole = await names(`unitId=${unitId(4)}&below=true`);
  const paged: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page = await list(`unitId=${unitId(4)}&below=true&limit=2${next === '' ? '' : `&before=${next}`}`);
    paged.push(...page.files.map(({ name }) => name));
    next = page.next;
  }
  expect(paged).toEqual(whole);
});

test('a list says where new files would stand, and a unit out of sight is not found', async () => {
  expect((await list(`unitId=${unitId(4)}`)).addTo).toBe(WARD);
  expect((await server.app.inject(`/api/files?unitId=${unitId(6)}`)).statusCode).toBe(404);
  caller = reader;
  expect((await list(`unitId=${unitId(4)}`)).addTo).toBeNull();
});

test.each([
  ['a PDF', Buffer.from('%PDF-1.7\n%%EOF\n'), 'a.pdf', 'application/pdf', false],
  ['plain text', Buffer.from('Xin chào'), 'a.txt', 'text/plain; charset=utf-8', true],
])(
  '%s is shown in place inside our own pages only, and nothing in it runs',
  async (_what, content, name, type, sandboxed) => {
    const { fileId } = (await upload(`/api/files?name=${name}&unit=${WARD}`, content.toString())).json();
    const { statusCode, headers } = await server.app.inject(`/api/files/${fileId}/view`);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toBe('inline');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('script');
    expect(/(^|; )sandbox(;|$)/.test(policy)).toBe(sandboxed);
  },
);

test('what a browser would have to open with another program is for download only', async () => {
  const { fileId, viewable } = (await add('ghi-chu.rtf', '{\\rtf1 Biên bản}')).json();
  expect(viewable).toBe(false);
  const answer = await server.app.inject(`/api/files/${fileId}/view`);
  expect([answer.statusCode, codes(answer)]).toEqual([422, ['file_not_viewable']]);
});
