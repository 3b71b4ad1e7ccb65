import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { emptyDatabase } from '../../../../tests/database.ts';
import { givenProvince } from '../../../../tests/given.ts';
import { S3_KEYS, type S3Server, startS3Server } from '../../../../tests/s3-server.ts';
import { actorWith, asOwner } from '../../../../tests/tenant.ts';
import { unitId } from '../../../../tests/unit-examples.ts';
import type { Actor } from '../../../domain/kernel/actor.ts';
import { writeBackup } from '../../backup/backup.ts';
import { readBackup } from '../../backup/restore.ts';
import { openS3Store, type S3Settings } from './s3.ts';

const PDF = Buffer.from('%PDF-1.7\nBiên bản\n%%EOF\n');
const MIGRATIONS = new URL('../../../../migrations', import.meta.url).pathname;

let s3: S3Server;
let server: TestApp;
let clerk: Actor;
beforeAll(async () => {
  s3 = await startS3Server('bang-chung');
  const environment = {
    FILES: 's3',
    S3_ENDPOINT: s3.endpoint,
    S3_BUCKET: 'bang-chung',
    S3_ACCESS_KEY: S3_KEYS.accessKey,
    S3_SECRET_KEY: S3_KEYS.secretKey,
    S3_TIMEOUT_SECONDS: '0.5',
  };
  server = await startTestApp({ authenticate: async () => clerk, environment });
  const tenantId = await givenProvince(server);
  clerk = actorWith(tenantId, ['file.add', '/'], ['file.read', '/']);
});
beforeEach(() => {
  s3.mood = 'well';
});
afterAll(async () => {
  await server.close();
  await s3.close();
});

const settings: () => S3Settings = () => ({
  endpoint: s3.endpoint,
  bucket: 'bang-chung',
  region: 'vn-hanoi-1',
  ...S3_KEYS,
  patienceMs: 500,
});
const contentsOf = (bytes: Buffer) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
  blob: new Blob([Uint8Array.from(bytes)]),
});
const send = (content: Buffer) =>
  server.app.inject({
    method: 'POST',
    url: `/api/files?name=bien-ban.pdf&unit=/${unitId(1)}/&keepBoth=true`,
    headers: { 'content-type': 'application/pdf' },
    payload: content,
  });
const codes = (answer: { json: () => { faults: { code: string }[] } }) =>
  answer.json().faults.map(({ code }) => code);

test('a paper kept in a bucket comes back unchanged, and lies there once', async () => {
  const { fileId, sha256 } = (await send(PDF)).json();
  await send(PDF);
  expect([...s3.objects.keys()]).toEqual([`files/${sha256}`]);
  const got = await server.app.inject(`/api/files/${fileId}`);
  expect(got.rawPayload.equals(PDF)).toBe(true);
});

test('contents that are not what their hash says are not taken by the store', async () => {
  const store = openS3Store(settings());
  const other = { ...contentsOf(PDF), sha256: 'a'.repeat(64) };
  await expect(store.put(other)).rejects.toMatchObject({ reason: 'answer' });
  expect(await store.stat('a'.repeat(64))).toBeUndefined();
});

test('what the bucket does not have is told from a store that is lost', async () => {
  const store = openS3Store(settings());
  expect(await store.stat('b'.repeat(64))).toBeUndefined();
  await expect(store.open('b'.repeat(64))).rejects.toMatchObject({ reason: 'lost' });
});

test.each<[string, Partial<S3Settings>, string]>([
  ['a key nobody knows', { accessKey: 'AKIAOTHER' }, 'keys'],
  ['a wrong secret', { secretKey: 'sai' }, 'keys'],
  ['a bucket that is not there', { bucket: 'khong-co' }, 'bucket'],
  ['an address where nobody listens', { endpoint: 'http://127.0.0.1:1' }, 'unreachable'],
])('%s is found before the product starts', async (_what, wrong, reason) => {
  const store = openS3Store({ ...settings(), ...wrong });
  await expect(store.check()).rejects.toMatchObject({ reason });
  await expect(store.put(contentsOf(Buffer.from('mới')))).rejects.toMatchObject({ name: 'StoreTrouble' });
});

test('no trouble of the store tells its keys', async () => {
  const store = openS3Store({ ...settings(), secretKey: 'sai-bi-mat' });
  const trouble: unknown = await store.check().catch((error: unknown) => error);
  expect(trouble).toBeInstanceOf(Error);
  expect(JSON.stringify(trouble) + String(trouble)).not.toMatch(/sai-bi-mat|AKIATEST/);
});

test.each(['silent', 'failing'] as const)(
  'while the store is %s nothing is recorded, the sender hears why and no more is sent here',
  async (mood) => {
    s3.mood = mood;
    const answer = await send(Buffer.from(`%PDF-1.7 ${mood}`));
    expect(answer.statusCode).toBe(503);
    expect(codes(answer)).toEqual(['file_store_unavailable']);
    const rows = await asOwner(server.database.ownerUrl, 'select from stored_file where size < 20');
    expect(rows).toEqual([]);
    const ready = await server.app.inject('/readyz');
    expect({ status: ready.statusCode, body: ready.body }).toEqual({
      status: 503,
      body: 'not ready: files',
    });
    s3.mood = 'well';
    expect((await server.app.inject('/readyz')).statusCode).toBe(200);
  },
);

test('a paper whose contents the bucket has lost is refused by name', async () => {
  const { fileId, sha256 } = (await send(Buffer.from('%PDF-1.7 sẽ mất'))).json();
  s3.objects.delete(`files/${sha256}`);
  const answer = await server.app.inject(`/api/files/${fileId}`);
  expect(answer.statusCode).toBe(503);
  expect(codes(answer)).toEqual(['file_contents_lost']);
  await asOwner(server.database.ownerUrl, 'delete from stored_file where file_id = $1', [fileId]);
});

test('a backup of one bucket is restored into another store', async () => {
  const { sha256 } = (await send(PDF)).json();
  const folder = mkdtempSync(join(tmpdir(), 'minhchung-s3-'));
  const empty = await emptyDatabase(inject('serverUrl'));
  const common = { sealsFolder: join(folder, 'seals') };
  const target = join(folder, 'copy.tar.gz');
  const now = Temporal.Instant.from('2026-11-23T08:00:00+07:00');
  const { ownerUrl } = server.database;
  await writeBackup({ ...common, ownerUrl, store: server.deps.files, target, now });
  const other = await startS3Server('noi-khac');
  const store = openS3Store({ ...settings(), endpoint: other.endpoint, bucket: 'noi-khac' });
  await readBackup({
    ...common,
    ownerUrl: empty.ownerUrl,
    appPassword: 'for-tests-only',
    migrations: MIGRATIONS,
    store,
    incoming: join(folder, 'incoming'),
    source: target,
  });
  expect(await buffer(await store.open(sha256))).toEqual(PDF);
  await other.close();
  await empty.drop();
  rmSync(folder, { recursive: true });
});
