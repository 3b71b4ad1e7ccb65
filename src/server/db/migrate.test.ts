import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../../../tests/database.ts';
import { countPending, migrate } from './migrate.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await emptyDatabase(inject('serverUrl'));
});
afterAll(() => database.drop());
beforeEach(async () => {
  await execute('drop schema public cascade; create schema public');
  folder = mkdtempSync(join(tmpdir(), 'minhchung-migrations-'));
  write('0001_first.sql', 'create table first (a integer); create table second (b integer);');
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
const run = (resume = false) =>
  migrate({ url: database.ownerUrl, folder, appPassword: 'for-tests-only', resume }).then((done) =>
    done.map(({ name }) => name),
  );

async function execute(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const refusedBecause = (code: string) => ({ faults: [expect.objectContaining({ code })] });

test('files run once, in order of their numbers', async () => {
  write('0002_then.sql', 'alter table second add c integer;');
  expect(await run()).toEqual(['0001_first.sql', '0002_then.sql']);
  expect(await run()).toEqual([]);
});

test('an empty database says so and counts what is to run', async () => {
  expect(await countPending(database.ownerUrl, folder)).toEqual({ pending: 1, empty: true });
  await run();
  write('0002_then.sql', 'select 1;');
  expect(await countPending(database.ownerUrl, folder)).toEqual({ pending: 1, empty: false });
});

test('two processes that start together run each file once', async () => {
  write('0002_slow.sql', 'select pg_sleep(0.2); create table slow (a integer);');
  const both = await Promise.all([run(), run()]);
  expect(both.flat()).toEqual(['0001_first.sql', '0002_slow.sql']);
});

test('a file that fails leaves nothing of itself, and the next start is refused until it is resumed', async () => {
  write('0002_broken.sql', 'create table half (a integer); select 1 / 0;');
  await expect(run()).rejects.toMatchObject(refusedBecause('migration_failed'));
  expect(await execute(`select to_regclass('half') as half`)).toEqual([{ half: null }]);
  await expect(run()).rejects.toMatchObject(refusedBecause('migration_interrupted'));
  await expect(countPending(database.ownerUrl, folder)).rejects.toMatchObject(
    refusedBecause('migration_interrupted'),
  );
  write('0002_broken.sql', 'create table half (a integer);');
  expect(await run(true)).toEqual(['0002_broken.sql']);
});

test('a migration cut off in the middle, its connection dead, is refused at the next start', async () => {
  write('0002_slow.sql', 'create table slow (a integer); select pg_sleep(30);');
  const cut = expect(run()).rejects.toThrow();
  await expect
    .poll(() =>
      execute(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like '%pg_sleep(30)%' and pid <> pg_backend_pid()`),
    )
    .toHaveLength(1);
  await cut;
  await expect(run()).rejects.toMatchObject(refusedBecause('migration_interrupted'));
  expect(await execute(`select to_regclass('slow') as slow`)).toEqual([{ slow: null }]);
});

test('a file changed after it ran is refused', async () => {
  await run();
  write('0001_first.sql', 'create table other (a integer);');
  await expect(run()).rejects.toMatchObject(refusedBecause('migration_changed'));
});

test('a database newer than the program is refused', async () => {
  write('0002_then.sql', 'select 1;');
  await run();
  rmSync(join(folder, '0002_then.sql'));
  await expect(run()).rejects.toMatchObject(refusedBecause('database_is_newer'));
});
