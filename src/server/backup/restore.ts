import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract } from 'tar-stream';
import { AppError } from '../../domain/kernel/app-error.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { receive } from '../files/receive.ts';
import { type FileStore, StoreTrouble } from '../files/store/store.ts';
import { refusal } from '../refusal.ts';
import { FILE_ENTRY, MANIFEST_ENTRY, Manifest, SEAL_ENTRY, tableEntry } from './manifest.ts';
import { columnsOf, nameOf } from './tables.ts';

export type RestoreOptions = {
  readonly ownerUrl: string;
  readonly appPassword: string;
  readonly migrations: string;
  readonly store: FileStore;
  /** A folder on this machine where contents lie until they are known to be whole. */
  readonly incoming: string;
  readonly sealsFolder: string;
  readonly source: string;
};

/**
 * Reads a backup into a place without data: the database in the version it was copied from, in one transaction that
 * is only kept when every row and every file has come; then it is brought to the version of the program.
 */
export async function readBackup(options: RestoreOptions): Promise<{ rows: number; files: number }> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await refuseUnlessEmpty(client);
    const report = await readArchive(client, options).catch((error: unknown) => {
      throw isOurs(error) ? error : damaged('archive');
    });
    await migrate({ url: options.ownerUrl, folder: options.migrations, appPassword: options.appPassword });
    return report;
  } finally {
    await client.end();
  }
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select to_regclass('public.tenant') is not null as made`);
  if (rows[0]?.made !== true) return;
  const tenants = await client.query('select from tenant limit 1');
  if (tenants.rows.length > 0) throw refusal('restore_not_empty');
}

async function readArchive(
  client: pg.Client,
  options: RestoreOptions,
): Promise<{ rows: number; files: number }> {
  const archive = extract();
  const read = pipeline(createReadStream(options.source), createGunzip(), archive);
  read.catch(() => undefined);
  let manifest: Manifest | undefined;
  let files = 0;
  const tables = new Set<string>();
  for await (const one of archive) {
    const { name } = one.header;
    const entry = Readable.from(one);
    if (manifest === undefined) {
      manifest = await readManifest(name, entry);
      await begin(client, manifest, options);
    } else if (FILE_ENTRY.test(name)) {
      await readFile(name, entry, options);
      files += 1;
    } else if (SEAL_ENTRY.test(name)) await readSeal(name, entry, options.sealsFolder);
    else {
      await readTable(client, manifest, name, entry);
      tables.add(name);
    }
  }
  await read;
  if (manifest === undefined) throw damaged(MANIFEST_ENTRY);
  const absent = manifest.tables.find((table) => !tables.has(tableEntry(table)));
  if (absent !== undefined) throw damaged(tableEntry(absent));
  await finish(client, manifest);
  return { rows: manifest.tables.reduce((total, { rows }) => total + rows, 0), files };
}

async function readManifest(name: string, entry: Readable): Promise<Manifest> {
  if (name !== MANIFEST_ENTRY) throw damaged(name);
  const read = Manifest.safeParse(JSON.parse((await buffer(entry)).toString('utf8')));
  if (!read.success) throw refusal('backup_of_other_kind');
  return read.data;
}

/** Row-level security does not let rows be copied in, so it is lifted for the owner until the end of the transaction. */
async function begin(client: pg.Client, manifest: Manifest, options: RestoreOptions): Promise<void> {
  const known = new Map(readMigrations(options.migrations).map((file) => [file.number, file.checksum]));
  const foreign = manifest.migrations.find(({ number, checksum }) => known.get(number) !== checksum);
  if (foreign !== undefined) throw refusal('backup_of_other_version', { file: foreign.name });
  const only = manifest.migrations.map(({ number }) => number);
  await migrate({
    url: options.ownerUrl,
    folder: options.migrations,
    appPassword: options.appPassword,
    only,
  });
  await client.query('begin');
  const names = manifest.tables.map((table) => nameOf(client, table));
  await client.query(`truncate ${names.join(', ')}`);
  for (const name of names) await client.query(`alter table ${name} no force row level security`);
}

async function readTable(
  client: pg.Client,
  manifest: Manifest,
  name: string,
  entry: Readable,
): Promise<void> {
  const table = manifest.tables.find((one) => tableEntry(one) === name);
  if (table === undefined) throw damaged(name);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, hash.update(chunk) && chunk),
  });
  const copy = client.query(
    copyFrom(`copy ${nameOf(client, table)} (${columnsOf(client, table)}) from stdin`),
  );
  await pipeline(entry, hashing, copy);
  if (hash.digest('hex') !== table.sha256 || copy.rowCount !== table.rows) throw damaged(name);
}

async function readFile(name: string, entry: Readable, { store, incoming }: RestoreOptions): Promise<void> {
  await receive(entry, { folder: incoming, maxBytes: Number.MAX_SAFE_INTEGER }, async (received) => {
    if (FILE_ENTRY.exec(name)?.[1] !== received.sha256) throw damaged(name);
    await store.put(received);
  });
}

async function readSeal(name: string, entry: Readable, folder: string): Promise<void> {
  const [, tenant = '', file = ''] = SEAL_ENTRY.exec(name) ?? [];
  const target = join(folder, tenant, file);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, await buffer(entry));
}

async function finish(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select oid::regclass::text as name from pg_class where relrowsecurity and not relforcerowsecurity
      and relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`);
  for (const { name } of rows) await client.query(`alter table ${name} force row level security`);
  for (const sequence of manifest.sequences.filter(({ value }) => value > 0))
    await client.query('select setval($1::regclass, $2)', [nameOf(client, sequence), sequence.value]);
  await client.query('commit');
}

/** A refusal, or trouble of the database or the disk; the rest is what unpacking says of a broken archive. */
function isOurs(error: unknown): boolean {
  if (error instanceof AppError || error instanceof StoreTrouble || error instanceof pg.DatabaseError)
    return true;
  return error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
}

function damaged(entry: string) {
  return refusal('backup_damaged', { entry });
}
