import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Pack, pack } from 'tar-stream';
import type { Temporal } from 'temporal-polyfill';
import type { FileStore } from '../files/store/store.ts';
import { MANIFEST_ENTRY, type Manifest, SEAL_ENTRY, tableEntry } from './manifest.ts';
import { columnsOf, listSequences, listTables, nameOf, type Table } from './tables.ts';

export type BackupOptions = {
  readonly ownerUrl: string;
  readonly store: FileStore;
  readonly sealsFolder: string;
  readonly target: string;
  readonly now: Temporal.Instant;
};

export type BackupReport = {
  readonly rows: number;
  readonly files: number;
  /** Contents that rows speak of and the store has lost. */
  readonly missing: readonly string[];
};

/**
 * Copies the database as it is at one moment, while people go on working, and every file those rows speak of: files
 * never change and are never removed, so copying them afterwards is in time. The target is there whole or not at all.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupReport> {
  const target = resolve(options.target);
  const work = await mkdtemp(join(dirname(target), '.minhchung-backup-'));
  const client = new pg.Client({ connectionString: options.ownerUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin transaction isolation level repeatable read read only');
    const { manifest, hashes } = await copyTables(client, work, options);
    await client.query('commit');
    const partial = join(work, 'whole.tar.gz');
    const missing = await writeArchive(partial, work, manifest, hashes, options);
    await rename(partial, target);
    return {
      rows: sum(manifest.tables.map(({ rows }) => rows)),
      files: hashes.length - missing.length,
      missing,
    };
  } finally {
    await client.end();
    await rm(work, { recursive: true, force: true });
  }
}

async function copyTables(
  client: pg.Client,
  work: string,
  { now }: BackupOptions,
): Promise<{ manifest: Manifest; hashes: string[] }> {
  const migrations = await client.query<Manifest['migrations'][number]>(
    'select number, name, checksum from migration where finished_at is not null order by number',
  );
  const tables: Manifest['tables'] = [];
  for (const table of await listTables(client)) tables.push(await copyTable(client, table, work));
  const files = await client.query<{ sha256: string }>('select distinct sha256 from stored_file order by 1');
  const hashes = files.rows.map(({ sha256 }) => sha256);
  const sequences = await listSequences(client);
  const manifest: Manifest = {
    format: 'minhchung/backup@1',
    createdAt: now.toString(),
    migrations: migrations.rows,
    tables,
    sequences,
    files: hashes.length,
  };
  return { manifest, hashes };
}

async function copyTable(client: pg.Client, table: Table, work: string): Promise<Manifest['tables'][number]> {
  const { schema, name, columns } = table;
  const copy = client.query(
    copyTo(`copy (select ${columnsOf(client, table)} from ${nameOf(client, table)}) to stdout`),
  );
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, hash.update(chunk) && chunk),
  });
  await pipeline(copy, hashing, createWriteStream(fileOf(work, table)));
  return { schema, name, columns: [...columns], rows: copy.rowCount, sha256: hash.digest('hex') };
}

async function writeArchive(
  target: string,
  work: string,
  manifest: Manifest,
  hashes: readonly string[],
  { store, sealsFolder }: BackupOptions,
): Promise<string[]> {
  const archive = pack();
  const written = pipeline(
    archive,
    createGzip({ level: 6 }),
    createWriteStream(target, { mode: 0o600, flush: true }),
  );
  const missing: string[] = [];
  const fill = async () => {
    archive.entry({ name: MANIFEST_ENTRY }, JSON.stringify(manifest, null, 2));
    for (const table of manifest.tables) await addTable(archive, table, fileOf(work, table));
    for (const hash of hashes) {
      const found = await store.stat(hash);
      if (found === undefined) missing.push(hash);
      else await pipeline(await store.open(hash), archive.entry({ name: `files/${hash}`, size: found.size }));
    }
    for (const name of await listSeals(sealsFolder)) {
      archive.entry({ name: `seals/${name}` }, await readFile(join(sealsFolder, name)));
    }
    archive.finalize();
  };
  await Promise.all([written, fill()]);
  return missing;
}

async function addTable(archive: Pack, table: Manifest['tables'][number], file: string): Promise<void> {
  const { size } = await stat(file);
  await pipeline(createReadStream(file), archive.entry({ name: tableEntry(table), size }));
}

async function listSeals(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.map((name) => name.replaceAll('\\', '/')).filter((name) => SEAL_ENTRY.test(`seals/${name}`));
}

function fileOf(work: string, { schema, name }: { schema: string; name: string }): string {
  return join(work, `${schema}.${name}.copy`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
