import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { AppError } from '../domain/kernel/app-error.ts';
import { derivedKey, readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'minhchung-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = 'x'.repeat(32);
const DATABASE_URL = 'postgres://owner:secret@db.example/minhchung';

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof AppError) return error.faults.map(({ path }) => path.join('.')).sort();
    throw error;
  }
}

test('a newcomer needs no configuration at all', () => {
  const config = readConfig({ DATA_FOLDER: folder });
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: undefined });
});

test('the secret of a newcomer is made once and is for their eyes only', () => {
  const first = readConfig({ DATA_FOLDER: folder }).secret;
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(readConfig({ DATA_FOLDER: folder }).secret).toBe(first);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'secret')).mode & 0o077).toBe(0);
});

test('every fault is told at once, each by its name', () => {
  const environment = {
    PORT: '99999',
    DATABASE_URL: 'mysql://x',
    SMTP_URL: 'x',
    PUBLIC_URL: 'tg.vn',
    SECRET: 'kurz',
  };
  expect(faultsOf(environment)).toEqual(['DATABASE_URL', 'PORT', 'PUBLIC_URL', 'SECRET', 'SMTP_URL']);
});

test('with a database of its own, an installation must bring its secret', () => {
  expect(faultsOf({ DATABASE_URL })).toEqual(['SECRET']);
  expect(faultsOf({ DATABASE_URL, SECRET })).toEqual([]);
});

test('a bucket needs an address, a name and keys, and all that is missing is told with the rest', () => {
  const wrong = { FILES: 's3', S3_ENDPOINT: 'ftp://x', PORT: 'x' };
  expect(faultsOf(wrong)).toEqual(['PORT', 'S3_ACCESS_KEY', 'S3_BUCKET', 'S3_ENDPOINT', 'S3_SECRET_KEY']);
  const right = { S3_BUCKET: 'bang-chung', S3_ACCESS_KEY: 'k', S3_SECRET_KEY: 's', DATA_FOLDER: folder };
  expect(faultsOf({ ...right, FILES: 's3', S3_ENDPOINT: 'https://key:secret@s3.example' })).toEqual([
    'S3_ENDPOINT',
  ]);
  expect(readConfig({ ...right, FILES: 's3', S3_ENDPOINT: 'https://s3.example' }).files).toMatchObject({
    kind: 's3',
    bucket: 'bang-chung',
  });
});

test('an empty setting counts as none', () => {
  expect(readConfig({ DATA_FOLDER: folder, PORT: '', DATABASE_URL: '' }).port).toBe(3000);
});

test('keys for two purposes tell nothing of each other', () => {
  expect(derivedKey(SECRET, 'minhchung_app')).not.toBe(derivedKey(SECRET, 'minhchung_owner'));
});
