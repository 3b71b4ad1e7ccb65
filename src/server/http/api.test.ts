import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { actorWith, asOwner, givenTenant } from '../../../tests/tenant.ts';
import type { Actor } from '../../domain/kernel/actor.ts';

let server: TestApp;
let auditor: Actor;
let clerk: Actor;
let caller: Actor | undefined;
beforeAll(async () => {
  server = await startTestApp({ authenticate: async () => caller });
  const tenantId = await givenTenant(server.database.ownerUrl);
  auditor = actorWith(tenantId, ['journal.read', '/'], ['journal.verify', '/']);
  clerk = actorWith(tenantId, ['journal.read', '/p/a/']);
});
beforeEach(() => {
  caller = auditor;
});
afterAll(() => server.close());

const verify = (headers: Record<string, string> = {}, payload: string | object = {}) =>
  server.app.inject({
    method: 'POST',
    url: '/api/journal/verify',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });

const code = (answer: { json: () => { faults: { code: string }[] } }) =>
  answer.json().faults.map((one) => one.code);

test('one who is not signed in is told to sign in', async () => {
  caller = undefined;
  const answer = await server.app.inject('/api/journal');
  expect(answer.statusCode).toBe(401);
  expect(answer.json()).toEqual({ code: 'unauthenticated', faults: [{ path: [], code: 'sign_in_first' }] });
});

test('one who lacks the permission is told which', async () => {
  caller = clerk;
  const answer = await verify();
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toEqual({
    code: 'forbidden',
    faults: [{ path: [], code: 'permission_missing', detail: { permission: 'journal.verify' } }],
  });
});

test('one who holds the permission is answered', async () => {
  const answer = await verify();
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ seals: 0, entries: 0, unsealed: 0, findings: [] });
});

test('the auditor has the journal sealed at once, and anyone sees the seal', async () => {
  await asOwner(
    server.database.ownerUrl,
    `insert into journal_entry (tenant_id, entry_no, at, subject_kind, subject_id, unit_path, action)
     values ($1, nextval('journal_entry_no'), now(), 'unit', 'u', '/', 'unit.created')`,
    [auditor.tenantId],
  );
  const { seals } = (await server.app.inject({ method: 'POST', url: '/api/journal/seal' })).json();
  expect(seals).toMatchObject([{ sealNo: 1, count: 1 }]);
  caller = undefined;
  expect((await server.app.inject('/api/journal/seals')).json().seals).toEqual(seals);
  await asOwner(server.database.ownerUrl, 'truncate journal_entry, journal_seal');
});

test('how long an operation took and how it ended is counted by its name', async () => {
  await verify();
  caller = clerk;
  await verify();
  const { body } = await server.app.inject('/metrics');
  expect(body).toMatch(/minhchung_operation_seconds_count\{operation="journal.verify",outcome="done"\} \d/);
  expect(body).toMatch(
    /minhchung_operation_seconds_count\{operation="journal.verify",outcome="forbidden"\} \d/,
  );
});

test('every fault of the input is named with its place', async () => {
  const answer = await server.app.inject('/api/journal?limit=9999&from=hôm-qua&under=p');
  expect(answer.statusCode).toBe(400);
  const { faults } = answer.json();
  expect(faults.map(({ path }: { path: string[] }) => path.join('.')).sort()).toEqual([
    'from',
    'limit',
    'under',
  ]);
});

test.each([
  ['what is no JSON', '{"hash": ', 400, 'malformed_request'],
  ['a body beyond one megabyte', JSON.stringify({ hash: 'x'.repeat(1_100_000) }), 413, 'body_too_large'],
  [
    'JSON that would change the prototype of objects',
    '{"__proto__": {"admin": true}}',
    400,
    'malformed_request',
  ],
])('%s is refused by name', async (_what, body, status, fault) => {
  const answer = await verify({}, body);
  expect(answer.statusCode).toBe(status);
  expect(code(answer)).toEqual([fault]);
});

test('a body of a kind nobody asked for is refused by name', async () => {
  const answer = await verify({ 'content-type': 'application/xml' }, '<hash/>');
  expect(answer.statusCode).toBe(415);
  expect(code(answer)).toEqual(['media_type']);
});

test('an operation that does not exist is not found', async () => {
  const answer = await server.app.inject('/api/nothing');
  expect(answer.statusCode).toBe(404);
  expect(code(answer)).toEqual(['no_such_address']);
});

test('what goes wrong inside is told as nothing but that', async () => {
  await asOwner(server.database.ownerUrl, 'alter table journal_seal rename to lost');
  try {
    const answer = await verify();
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toEqual({ code: 'internal', faults: [{ path: [], code: 'internal' }] });
  } finally {
    await asOwner(server.database.ownerUrl, 'alter table lost rename to journal_seal');
  }
});

test.each([
  ['the word of another site', { 'sec-fetch-site': 'cross-site' }],
  ['the word of a sister site', { 'sec-fetch-site': 'same-site' }],
  ['an old browser on another page', { origin: 'https://evil.example' }],
  ['a page that hides where it is', { origin: 'null' }],
])('no change of state on %s', async (_what, headers) => {
  const answer = await verify(headers);
  expect(answer.statusCode).toBe(403);
  expect(code(answer)).toEqual(['cross_site']);
});

test.each([
  ['our own page', { 'sec-fetch-site': 'same-origin' }],
  ['our own page in an old browser', { origin: 'http://tg.example', host: 'tg.example' }],
  ['a program that is no browser', {}],
])('a change of state on the word of %s', async (_what, headers) => {
  expect((await verify(headers)).statusCode).toBe(200);
});

test('every answer forbids sniffing, framing and foreign scripts', async () => {
  for (const url of ['/healthz', '/api/journal', '/no/such/page']) {
    const { headers } = await server.app.inject(url);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  }
});

test('answers of the API are kept by no cache', async () => {
  expect((await server.app.inject('/api/journal')).headers['cache-control']).toBe('no-store');
});

test('the tenant is the one of the host name', async () => {
  const other = await givenTenant(server.database.ownerUrl, 'other', ['other.example']);
  await asOwner(
    server.database.ownerUrl,
    `insert into journal_seal values ($1, 1, repeat('0', 64), now(), '{1}', array[repeat('a', 64)], repeat('b', 64))`,
    [other],
  );
  const seals = async (host: string) =>
    (await server.app.inject({ url: '/api/journal/seals', headers: { host } })).json().seals.length;
  expect(await seals('other.example:3000')).toBe(1);
  expect(await seals('elsewhere.example')).toBe(0);
});

test('a key that is too short to be unique is refused', async () => {
  const answer = await verify({ 'idempotency-key': '1' });
  expect(answer.statusCode).toBe(400);
  expect(code(answer)).toEqual(['idempotency_key']);
});

test('the description of the API is served, and names the permission of each operation', async () => {
  const { paths } = (await server.app.inject('/api/openapi.json')).json();
  expect(paths['/journal/verify'].post['x-permission']).toBe('journal.verify');
  const page = await server.app.inject('/api/docs');
  expect(page.headers['content-type']).toContain('text/html');
});
