import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { emptyDatabase, type TestDatabase } from '../../../tests/database.ts';
import { actorWith, asOwner } from '../../../tests/tenant.ts';
import type { Actor } from '../../domain/kernel/actor.ts';
import { openDatabase } from '../db/connect.ts';
import { openFolderStore } from '../files/store/folder.ts';
import { sealJournal, verifyJournal } from '../journal/service.ts';
import { ensureDemonstration } from '../tenants/demonstrate.ts';
import { listTenants, type Tenant } from '../tenants/queries.ts';
import { writeBackup } from './backup.ts';
import { readBackup } from './restore.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00+07:00');
const MIGRATIONS = new URL('../../../migrations', import.meta.url).pathname;
const PAPER = Buffer.from('%PDF-1.7\nBiên bản họp\n%%EOF\n');

let server: TestApp;
let caller: Actor | undefined;
let tenant: Tenant;
let sha256: string;
let folder: string;
let target: string;
let empty: TestDatabase;

/** Contents: those of the demonstration's documents, and one paper more. */
const FILES = 10;

/** A province with people, papers and a sealed journal. */
beforeAll(async () => {
  server = await startTestApp({ authenticate: async () => caller });
  const { db, config } = server.deps;
  await ensureDemonstration(server.deps, server.database.ownerUrl, NOW);
  const [made] = await listTenants(db);
  if (made === undefined) throw new Error('no demonstration');
  tenant = made;
  caller = actorWith(tenant.tenantId, ['file.add', '/']);
  const [{ path: root } = { path: '' }] = (await asOwner(
    server.database.ownerUrl,
    'select path from unit_version where parent_id is null and valid_to is null',
  )) as { path: string }[];
  const sent = await server.app.inject({
    method: 'POST',
    url: `/api/files?name=bien-ban.pdf&unit=${root}`,
    headers: { 'content-type': 'application/pdf' },
    payload: PAPER,
  });
  sha256 = sent.json().sha256;
  await sealJournal(db, tenant.tenantId, NOW, join(config.dataFolder, 'seals'));
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minhchung-backup-'));
  target = join(folder, 'copy.tar.gz');
  empty = await emptyDatabase(inject('serverUrl'));
});
afterEach(async () => {
  await empty.drop();
  rmSync(folder, { recursive: true });
});

const storeIn = (where: string) => openFolderStore(join(where, 'files'));
const backup = () =>
  writeBackup({
    ownerUrl: server.database.ownerUrl,
    store: storeIn(server.deps.config.dataFolder),
    sealsFolder: join(server.deps.config.dataFolder, 'seals'),
    target,
    now: NOW,
  });
const restore = (migrations = MIGRATIONS) =>
  readBackup({
    ownerUrl: empty.ownerUrl,
    appPassword: 'for-tests-only',
    migrations,
    store: storeIn(folder),
    incoming: join(folder, 'incoming'),
    sealsFolder: join(folder, 'seals'),
    source: target,
  });
const refusedBecause = (code: string) => ({ faults: [expect.objectContaining({ code })] });

/** Every row of every table, as text. */
async function contentsOf(url: string): Promise<Record<string, unknown>> {
  const tables = await asOwner(
    url,
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('public', 'identity') and table_name <> 'migration' order by 1`,
  );
  const contents: Record<string, unknown> = {};
  for (const { name } of tables as { name: string }[])
    contents[name] = await asOwner(url, `select t::text from ${name} t order by 1`);
  return contents;
}

test('restored into an empty place, every row, file and seal is there again and the journal is whole', async () => {
  expect(await backup()).toMatchObject({ files: FILES, missing: [] });
  await restore();
  const before = await contentsOf(server.database.ownerUrl);
  expect(Object.values(before['public.unit_version'] ?? {}).length).toBeGreaterThan(120);
  expect(await contentsOf(empty.ownerUrl)).toEqual(before);
  expect(await buffer(await storeIn(folder).open(sha256))).toEqual(PAPER);
  const db = openDatabase({ url: empty.appUrl, connections: 1, name: 'test' });
  const verified = await verifyJournal(db, tenant.tenantId, join(folder, 'seals'));
  await db.destroy();
  expect(verified).toMatchObject({ seals: 1, unsealed: 0, findings: [] });
});

test('what is restored is bound by row-level security again and goes on numbering where it stopped', async () => {
  await backup();
  await restore();
  const unforced = await asOwner(
    empty.ownerUrl,
    `select relname from pg_class where relrowsecurity and not relforcerowsecurity`,
  );
  expect(unforced).toEqual([]);
  const next = (url: string) => asOwner(url, `select nextval('journal_entry_no')`);
  expect(await next(empty.ownerUrl)).toEqual(await next(server.database.ownerUrl));
});

test('a copy taken while somebody writes holds whole transactions only', async () => {
  const writing = Promise.all(
    Array.from({ length: 20 }, (_, round) =>
      asOwner(
        server.database.ownerUrl,
        `with one as (insert into idempotency_key values ($1, gen_random_uuid(), $2, 'a', 'h', null, now()))
         insert into idempotency_key values ($1, gen_random_uuid(), $2, 'b', 'h', null, now())`,
        [tenant.tenantId, `round-${round}`],
      ),
    ),
  );
  await backup();
  await writing;
  await restore();
  const halves = await asOwner(
    empty.ownerUrl,
    'select key from idempotency_key group by key having count(*) <> 2',
  );
  expect(halves).toEqual([]);
});

test('a place that holds data is left alone', async () => {
  await backup();
  await restore();
  await expect(restore()).rejects.toMatchObject(refusedBecause('restore_not_empty'));
});

test('contents that the store has lost are named, and the rest is copied', async () => {
  await asOwner(
    server.database.ownerUrl,
    `insert into stored_file select tenant_id, tenant_id, repeat('a', 64), 1, 'text/plain', 'mất.txt', '/',
       tenant_id, now(), tenant_id, 1, null, 'not_asked' from tenant`,
  );
  expect(await backup()).toMatchObject({ files: FILES, missing: ['a'.repeat(64)] });
  await asOwner(server.database.ownerUrl, `delete from stored_file where name = 'mất.txt'`);
});

test.each([
  ['cut off', () => truncateSync(target, Math.floor(statSync(target).size / 2)), 'backup_damaged'],
  [
    'with a row changed',
    () => rewrite((text) => text.replace('Đông Kiều', 'Đồng Kiều'.normalize())),
    'backup_damaged',
  ],
  [
    'with a file changed',
    () => rewrite((text) => text.replace('Biên bản họp', 'Biên bản hợp')),
    'backup_damaged',
  ],
  ['that is something else', () => writeFileSync(target, gzipSync('hello')), 'backup_damaged'],
])('a copy %s is refused and leaves no row', async (_what, damage, code) => {
  await backup();
  damage();
  await expect(restore()).rejects.toMatchObject(refusedBecause(code));
  expect(await rowsLeft()).toEqual([]);
});

test('a copy of another version of the program is refused', async () => {
  await backup();
  const other = mkdtempSync(join(folder, 'migrations-'));
  for (const name of readdirSync(MIGRATIONS))
    writeFileSync(join(other, name), `${readFileSync(join(MIGRATIONS, name), 'utf8')}\n-- khác`);
  await expect(restore(other)).rejects.toMatchObject(refusedBecause('backup_of_other_version'));
});

test('a copy that cannot be finished leaves nothing behind', async () => {
  await asOwner(server.database.ownerUrl, 'alter table stored_file rename to lost');
  await expect(backup()).rejects.toThrow();
  await asOwner(server.database.ownerUrl, 'alter table lost rename to stored_file');
  expect(readdirSync(folder)).toEqual([]);
});

/** Changes the archive as one text of bytes, lengths kept. */
function rewrite(change: (text: string) => string): void {
  const bytes = gunzipSync(readFileSync(target));
  const changed = Buffer.from(change(bytes.toString('utf8')), 'utf8');
  expect(changed.equals(bytes)).toBe(false);
  writeFileSync(target, gzipSync(changed));
}

/** Tenants in the place that was to be restored into; it may not even have got its tables. */
async function rowsLeft(): Promise<unknown[]> {
  const [found] = await asOwner(empty.ownerUrl, `select where to_regclass('tenant') is not null`);
  return found === undefined ? [] : asOwner(empty.ownerUrl, 'select from tenant');
}
