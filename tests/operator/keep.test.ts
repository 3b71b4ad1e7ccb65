import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../database.ts';
import { asOwner } from '../tenant.ts';
import { type Environment, run } from './process.ts';

const SECRET = 'for-tests-only-for-tests-only-for-tests';

let folder: string;
let first: TestDatabase;
let second: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minhchung-keep-'));
  chmodSync(folder, 0o755);
  first = await emptyDatabase(inject('serverUrl'));
  second = await emptyDatabase(inject('serverUrl'));
  await run(place('one', first), 'migrate');
  await run(place('one', first), 'demo');
});
afterAll(async () => {
  await first.drop();
  await second.drop();
  rmSync(folder, { recursive: true, force: true });
});

const place = (name: string, database: TestDatabase): Environment => ({
  DATA_FOLDER: join(folder, name),
  DATABASE_URL: database.ownerUrl,
  APP_DATABASE_URL: database.appUrl,
  SECRET,
});

test('an operator copies one place into another that is empty, and only into such', async () => {
  const copy = join(folder, 'copy.tar.gz');
  expect((await run(place('one', first), 'backup', copy)).code).toBe(0);
  expect(statSync(copy).mode & 0o077).toBe(0);
  expect((await run(place('two', second), 'restore', copy)).code).toBe(0);
  const units = 'select count(*)::int as units from unit';
  expect(await asOwner(second.ownerUrl, units)).toEqual(await asOwner(first.ownerUrl, units));
  expect(await run(place('two', second), 'restore', copy)).toMatchObject({ code: 2, out: '' });
});

test('a copy is never written over another', async () => {
  const { code, err } = await run(place('one', first), 'backup', join(folder, 'copy.tar.gz'));
  expect(code).toBe(2);
  expect(err).toContain('không ghi đè');
});

test('an auditor is told that the journal is whole, and which entry was changed when it is not', async () => {
  const sealed = `select hash from journal_seal`;
  const whole = await run(place('one', first), 'verify', '--seal', 'f'.repeat(64));
  expect(whole).toMatchObject({ code: 1, out: expect.stringContaining('không có trong chuỗi') });
  expect(await asOwner(first.ownerUrl, sealed)).toEqual([]);
  expect(await run(place('one', first), 'verify')).toMatchObject({ code: 0, err: '' });
  await asOwner(
    first.ownerUrl,
    `insert into journal_seal select tenant_id, 1, repeat('0', 64), now(), '{1}', array[repeat('a', 64)], repeat('b', 64)
     from tenant`,
  );
  const altered = await run(place('one', first), 'verify');
  expect(altered.code).toBe(1);
  expect(altered.out).toContain('dòng 1 đã bị sửa');
});
