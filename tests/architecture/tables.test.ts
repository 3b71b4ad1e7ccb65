import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { copyTemplate, type TestDatabase } from '../database.ts';

/**
 * Reference tables: small, the same for every tenant, or not rows of a tenant at all. No table of a tenant refers to
 * the accounts of `identity` or the queues of `pgboss`.
 */
const REFERENCE = ['migration', 'tenant', 'unit_kind'];

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'));
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function list(query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query, [REFERENCE]);
  return rows.map(({ name }) => name);
}

const KEYS = `
    select c.conrelid::regclass || '.' || c.conname as name
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f') and t.relname <> all ($1)
      and not exists (
        select from pg_attribute a
        where a.attrelid = c.conrelid and a.attnum = c.conkey[1] and a.attname = 'tenant_id')
      and not (c.contype = 'f' and c.confrelid::regclass::text = any ($1))
    union all
    select i.indexrelid::regclass::text
    from pg_index i
    join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace and i.indisunique and t.relname <> all ($1)
      and not exists (
        select from pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = i.indkey[0] and a.attname = 'tenant_id')`;

const UNSECURED = `
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all ($1)
      and not (relrowsecurity and relforcerowsecurity)`;

test('primary, unique and foreign keys of every tenant table begin with the tenant', async () => {
  expect(await list(KEYS)).toEqual([]);
});

test('a table that breaks the rules of keys and security is seen', async () => {
  await client.query('create table stray (id integer primary key)');
  try {
    expect(await list(KEYS)).toEqual(['stray.stray_pkey', 'stray_pkey']);
    expect(await list(UNSECURED)).toEqual(['stray']);
  } finally {
    await client.query('drop table stray');
  }
});

test('every tenant table has a primary key', async () => {
  const offenders = await list(`
    select relname as name from pg_class t
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all ($1)
      and not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')`);
  expect(offenders).toEqual([]);
});

test('row-level security is on and forced for every tenant table', async () => {
  expect(await list(UNSECURED)).toEqual([]);
});

test('no tenant table refers to accounts or jobs', async () => {
  const offenders = await list(`
    select conrelid::regclass || '.' || conname as name from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace
      and confrelid in (select oid from pg_class where relnamespace <> 'public'::regnamespace) and $1::text[] is not null`);
  expect(offenders).toEqual([]);
});

test('every table says in Vietnamese what it holds', async () => {
  const offenders = await list(`
    select relname as name from pg_class
    where relnamespace in ('public'::regnamespace) and relkind in ('r', 'p') and relname <> 'migration'
      and obj_description(oid, 'pg_class') is null and $1::text[] is not null`);
  expect(offenders).toEqual([]);
});

test('the role the product runs as owns nothing, and neither it nor the owner passes by row-level security', async () => {
  const owned = await list(`
    select relname as name from pg_class
    where relowner = 'minhchung_app'::regrole and $1::text[] is not null`);
  expect(owned).toEqual([]);
  const unbound = await list(`
    select rolname as name from pg_roles
    where rolname in ('minhchung_app', current_user) and (rolsuper or rolbypassrls) and $1::text[] is not null`);
  expect(unbound).toEqual([]);
});

test('history is only ever added to: the role the product runs as can neither change, remove nor empty it', async () => {
  for (const table of ['journal_entry', 'journal_seal']) {
    const { rows } = await client.query(
      `select has_table_privilege('minhchung_app', $1, 'update') or has_any_column_privilege('minhchung_app', $1, 'update')
         or has_table_privilege('minhchung_app', $1, 'delete') or has_table_privilege('minhchung_app', $1, 'truncate') as may`,
      [table],
    );
    expect(rows).toEqual([{ may: false }]);
  }
});
