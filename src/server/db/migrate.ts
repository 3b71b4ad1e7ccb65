import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { refusal } from '../refusal.ts';
import { ensureAppRole } from './app-role.ts';

/** One file of `migrations/`, `0001_foundation.sql`. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};

export type MigrateOptions = {
  /** Address of the database for the role that owns the tables. */
  readonly url: string;
  readonly folder: string;
  /** What the application's role signs in with. */
  readonly appPassword: string;
  /** Runs a file again that was begun and not finished; each file is one transaction, so nothing of it remains. */
  readonly resume?: boolean;
  /** Runs only these files, to make the database that a backup was taken from. */
  readonly only?: readonly number[];
};

type Row = { number: number; name: string; checksum: string; finished_at: Date | null };

const LOCK = 'minhchung.migrate';

const BOOKKEEPING = `create table if not exists migration (
  number integer primary key,
  name text not null,
  checksum text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz
)`;

/**
 * Row-level security binds the owner too, so without a policy of its own a later migration that changes rows, or a
 * backup, would silently find none.
 */
const OWNER_POLICIES = `do $$ declare missing name; begin
  for missing in
    select relname from pg_class t
    where relnamespace = 'public'::regnamespace and relforcerowsecurity
      and not exists (select from pg_policy p where p.polrelid = t.oid and p.polname = 'owner_sees_all')
  loop
    execute format('create policy owner_sees_all on %I to %I using (true) with check (true)', missing, current_user);
  end loop;
end $$`;

/** Brings the database to the newest version and answers the files that ran. @throws AppError when it is half-migrated or not ours */
export async function migrate(options: MigrateOptions): Promise<Migration[]> {
  const client = new pg.Client({ connectionString: options.url });
  // A lost connection also rejects the statement that is running, which is where it is dealt with.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [LOCK]);
    await ensureAppRole(client, options.url, options.appPassword);
    await client.query(BOOKKEEPING);
    const known = readMigrations(options.folder);
    const done = await readDone(client, options.resume ?? false);
    refuseForeign(known, done);
    const { only } = options;
    const pending = known.filter(({ number }) => !done.has(number) && (only?.includes(number) ?? true));
    for (const migration of pending) await apply(client, migration);
    if (pending.length > 0) await client.query('grant select on migration to minhchung_app');
    return pending;
  } finally {
    await client.end();
  }
}

/** How many files are still to run; nothing is changed. @throws AppError when the database is half-migrated or not ours */
export async function countPending(
  url: string,
  folder: string,
): Promise<{ pending: number; empty: boolean }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const known = readMigrations(folder);
    const { rows } = await client.query(`select to_regclass('public.migration') is not null as found`);
    if (!rows[0]?.found) return { pending: known.length, empty: true };
    const done = await readDone(client, false);
    refuseForeign(known, done);
    return { pending: known.length - done.size, empty: done.size === 0 };
  } finally {
    await client.end();
  }
}

export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_\w+\.sql$/.test(name));
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return {
      number: Number(name.slice(0, 4)),
      name,
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
    };
  });
}

async function readDone(client: pg.Client, resume: boolean): Promise<Map<number, Row>> {
  const { rows } = await client.query<Row>(
    'select number, name, checksum, finished_at from migration order by number',
  );
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished !== undefined && !resume) throw refusal('migration_interrupted', { file: unfinished.name });
  return new Map(rows.filter((row) => row.finished_at !== null).map((row) => [row.number, row]));
}

function refuseForeign(known: readonly Migration[], done: ReadonlyMap<number, Row>): void {
  for (const row of done.values()) {
    const file = known.find(({ number }) => number === row.number);
    if (file === undefined) throw refusal('database_is_newer', { file: row.name });
    if (file.checksum !== row.checksum) throw refusal('migration_changed', { file: file.name });
  }
}

/** "Started" is committed before the file runs, "finished" together with it. */
async function apply(client: pg.Client, { number, name, sql, checksum }: Migration): Promise<void> {
  await client.query(
    `insert into migration (number, name, checksum) values ($1, $2, $3)
     on conflict (number) do update set name = $2, checksum = $3, started_at = now()`,
    [number, name, checksum],
  );
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(OWNER_POLICIES);
    await client.query('update migration set finished_at = now() where number = $1', [number]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw refusal('migration_failed', {
      file: name,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}
