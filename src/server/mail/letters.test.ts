import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { copyTemplate, type TestDatabase } from '../../../tests/database.ts';
import { asOwner, givenTenant } from '../../../tests/tenant.ts';
import type { TenantId } from '../../domain/kernel/id.ts';
import { readConfig } from '../config.ts';
import { withTenant } from '../db/actor.ts';
import { type Database, openDatabase } from '../db/connect.ts';
import { type Letter, sendLetters, writeLetter } from './letters.ts';
import { openTransport } from './transport.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00+07:00');
const LETTER: Letter = {
  recipient: 'a@tg.example',
  subject: 'Thư mời',
  body: 'Liên kết: https://tg.example/x',
};

let database: TestDatabase;
let db: Database;
let tenantId: TenantId;
let handed: Letter[];
let refuses: boolean;
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'));
  db = openDatabase({ url: database.appUrl, connections: 4, name: 'test' });
  tenantId = await givenTenant(database.ownerUrl);
});
beforeEach(async () => {
  await asOwner(database.ownerUrl, 'truncate outgoing_letter');
  handed = [];
  refuses = false;
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** The post outside. */
const post = async ({ recipient, subject, body }: Letter) => {
  if (refuses) throw new Error('421 try again later');
  handed.push({ recipient, subject, body });
};
const write = () => withTenant(db, tenantId, (trx) => writeLetter(trx, tenantId, NOW, LETTER));
const send = (minutes = 0) => sendLetters(db, tenantId, NOW.add({ minutes }), post);

test('a letter goes out once, and its text is kept no longer than that', async () => {
  await write();
  expect(await send()).toBe(1);
  expect(await send(1)).toBe(0);
  expect(handed).toEqual([LETTER]);
  expect(await asOwner(database.ownerUrl, 'select body from outgoing_letter')).toEqual([{ body: '' }]);
});

test('what did not happen sends no letter', async () => {
  const undone = withTenant(db, tenantId, async (trx) => {
    await writeLetter(trx, tenantId, NOW, LETTER);
    throw new Error('refused afterwards');
  });
  await expect(undone).rejects.toThrow('refused afterwards');
  expect(await send()).toBe(0);
});

test('a letter that the post refuses waits longer each time, and goes out in the end', async () => {
  await write();
  refuses = true;
  await send();
  expect(await asOwner(database.ownerUrl, 'select attempts, failure from outgoing_letter')).toEqual([
    { attempts: 1, failure: '421 try again later' },
  ]);
  await send(1);
  refuses = false;
  expect(await send(2)).toBe(0);
  expect(await send(3)).toBe(1);
});

test('two workers at once send it once', async () => {
  await write();
  const sent = await Promise.all([send(), send(), send()]);
  expect(sent.reduce((sum, one) => sum + one)).toBe(1);
  expect(handed).toHaveLength(1);
});

test('without a post office letters are laid into a folder, as files that mail programs open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minhchung-mail-'));
  await openTransport(readConfig({ DATA_FOLDER: folder }))(LETTER);
  const [name = ''] = readdirSync(join(folder, 'mail'));
  const written = readFileSync(join(folder, 'mail', name), 'utf8');
  rmSync(folder, { recursive: true });
  expect(name).toMatch(/\.eml$/);
  expect(written).toContain('To: a@tg.example');
});
