import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { copyTemplate, type TestDatabase } from '../../../tests/database.ts';
import { actorWith, asOwner, givenTenant } from '../../../tests/tenant.ts';
import type { Happening } from '../../domain/journal/entry.ts';
import type { TenantId } from '../../domain/kernel/id.ts';
import { withActor, withTenant } from '../db/actor.ts';
import { type Database, openDatabase } from '../db/connect.ts';
import { findEntries } from './queries.ts';
import { record, recordBySystem } from './record.ts';
import { sealJournal, verifyJournal } from './service.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00+07:00');

let database: TestDatabase;
let db: Database;
let tenantId: TenantId;
let folder: string;
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'));
  db = openDatabase({ url: database.appUrl, connections: 10, name: 'test' });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});
beforeEach(async () => {
  await asOwner(database.ownerUrl, 'truncate tenant, journal_entry, journal_seal');
  await asOwner(database.ownerUrl, 'alter sequence journal_entry_no restart');
  tenantId = await givenTenant(database.ownerUrl);
  folder = mkdtempSync(join(tmpdir(), 'minhchung-seals-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const renamed = (name: string, unitPath = '/p/a/'): Happening => ({
  subjectKind: 'unit',
  subjectId: 'u-1',
  unitPath,
  action: 'unit.renamed',
  before: { name: 'Xã Cũ' },
  after: { name },
  reason: 'NQ 15/NQ-HĐND',
});

const write = (...names: string[]) =>
  withTenant(db, tenantId, (trx) =>
    recordBySystem(
      trx,
      tenantId,
      NOW,
      names.map((name) => renamed(name)),
    ),
  );
const seal = () => sealJournal(db, tenantId, NOW, folder);
const verify = (hash?: string) => verifyJournal(db, tenantId, folder, hash);
const numbers = (actor: Parameters<typeof withActor>[1]) =>
  withActor(db, actor, async (trx) => {
    const entries = await findEntries(trx, tenantId, { limit: 100 });
    return entries.map(({ unitPath }) => unitPath);
  });

test('an entry tells who, when, what, before and after, and why', async () => {
  const actor = actorWith(tenantId, ['journal.read', '/p/']);
  await withActor(db, actor, (trx) => record(trx, actor, NOW, [renamed('Xã Mới')]));
  const entries = await withActor(db, actor, (trx) => findEntries(trx, tenantId, { limit: 10 }));
  expect(entries).toEqual([
    {
      entryNo: 1,
      at: '2026-11-23T01:00:00Z',
      personId: actor.personId,
      onBehalfOf: null,
      ...renamed('Xã Mới'),
    },
  ]);
});

test('a change that is undone leaves no entry', async () => {
  const actor = actorWith(tenantId, ['journal.read', '/p/']);
  const failed = withActor(db, actor, async (trx) => {
    await record(trx, actor, NOW, [renamed('Xã Mới')]);
    throw new Error('refused afterwards');
  });
  await expect(failed).rejects.toThrow('refused afterwards');
  expect(await numbers(actor)).toEqual([]);
});

test('one sees the entries of the own unit and below, and what one did oneself', async () => {
  const clerk = actorWith(tenantId, ['journal.read', '/p/a/']);
  await withTenant(db, tenantId, (trx) =>
    recordBySystem(
      trx,
      tenantId,
      NOW,
      ['/', '/p/', '/p/a/', '/p/a/x/', '/p/ab/', '/p/b/'].map((path) => renamed('x', path)),
    ),
  );
  await withActor(db, clerk, (trx) => record(trx, clerk, NOW, [renamed('x', '/p/b/')]));
  expect(await numbers(clerk)).toEqual(['/p/b/', '/p/a/x/', '/p/a/']);
  expect(await numbers(actorWith(tenantId, ['unit.read', '/p/']))).toEqual([]);
});

test('a path with the signs of a pattern in it stands for itself only', async () => {
  await withTenant(db, tenantId, (trx) =>
    recordBySystem(trx, tenantId, NOW, [
      renamed('x', '/p/a_b/'),
      renamed('x', '/p/acb/'),
      renamed('x', '/p/%/'),
    ]),
  );
  expect(await numbers(actorWith(tenantId, ['journal.read', '/p/a_b/']))).toEqual(['/p/a_b/']);
  expect(await numbers(actorWith(tenantId, ['journal.read', '/p/%/']))).toEqual(['/p/%/']);
});

test('nobody sees or writes in the name of another tenant', async () => {
  await write('Xã Mới');
  const other = await givenTenant(database.ownerUrl, 'other');
  const stranger = actorWith(other, ['journal.read', '/']);
  expect(await numbers(stranger)).toEqual([]);
  await expect(
    withActor(db, stranger, (trx) => record(trx, { ...stranger, tenantId }, NOW, [renamed('x')])),
  ).rejects.toThrow(/row-level security/);
});

test('without an actor there is nothing to see', async () => {
  await write('Xã Mới');
  expect(await db.selectFrom('journal_entry').selectAll().execute()).toEqual([]);
});

test.each([
  ['changed', sql`update journal_entry set reason = 'khác'`],
  ['removed', sql`delete from journal_entry`],
  ['emptied', sql`truncate journal_entry`],
  ['unlocked', sql`alter table journal_entry disable row level security`],
  ['dropped', sql`drop table journal_entry`],
])('the journal cannot be %s by the role the product runs as', async (_what, statement) => {
  await write('Xã Mới');
  await expect(withTenant(db, tenantId, (trx) => statement.execute(trx))).rejects.toThrow(
    /permission denied|must be owner/,
  );
  const [entry] = await asOwner(database.ownerUrl, 'select reason from journal_entry');
  expect(entry).toEqual({ reason: 'NQ 15/NQ-HĐND' });
});

test('a sealed journal that nobody touched is found whole', async () => {
  await write('A', 'B');
  await seal();
  await write('C');
  const [second] = await seal();
  await write('D');
  expect(await verify()).toEqual({ seals: 2, entries: 3, unsealed: 1, findings: [] });
  expect((await verify(second?.hash)).findings).toEqual([]);
});

test('with nothing new there is no new seal', async () => {
  await write('A');
  expect(await seal()).toHaveLength(1);
  expect(await seal()).toEqual([]);
});

test.each([
  [
    'a removed entry',
    'delete from journal_entry where entry_no = 2',
    { code: 'entry_missing', sealNo: 1, entryNo: 2 },
  ],
  [
    'an altered entry',
    `update journal_entry set after = '{"name": "Khác"}' where entry_no = 3`,
    { code: 'entry_altered', sealNo: 1, entryNo: 3 },
  ],
  [
    'a seal rewritten together with its entry',
    `with gone as (delete from journal_entry where entry_no = 2)
     update journal_seal set entry_nos = array[1, 3], entry_hashes = entry_hashes[1:1] || entry_hashes[3:3]`,
    { code: 'seal_altered', sealNo: 1, entryNo: null },
  ],
  ['a removed seal', 'delete from journal_seal', { code: 'seal_missing', sealNo: 1, entryNo: null }],
])('%s is found, even when the owner of the database did it', async (_what, statement, finding) => {
  await write('A', 'B', 'C');
  await seal();
  await asOwner(database.ownerUrl, statement);
  expect((await verify()).findings).toEqual([finding]);
});

test('a whole new chain written by the owner of the database differs from the seals outside and from a kept hash', async () => {
  await write('A', 'B');
  const [kept] = await seal();
  await asOwner(database.ownerUrl, 'delete from journal_seal');
  await asOwner(database.ownerUrl, 'delete from journal_entry where entry_no = 2');
  await sealJournal(db, tenantId, NOW, mkdtempSync(join(tmpdir(), 'minhchung-forged-')));
  expect((await verify(kept?.hash)).findings).toEqual([
    { code: 'seal_differs_outside', sealNo: 1, entryNo: null },
    { code: 'seal_unknown', sealNo: null, entryNo: null },
  ]);
});

test('a seal outside that was lost is written again, one that stands is never overwritten', async () => {
  await write('A');
  await seal();
  const own = join(folder, tenantId);
  rmSync(join(own, '000001.json'));
  await seal();
  expect(readdirSync(own)).toEqual(['000001.json']);
  writeFileSync(join(own, '000001.json'), '{}');
  await seal();
  expect((await verify()).findings).toEqual([{ code: 'seal_differs_outside', sealNo: 1, entryNo: null }]);
});

test('an entry whose number is drawn and not yet committed holds up the seal, and is in the next one', async () => {
  const [drawn, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = withTenant(db, tenantId, async (trx) => {
    await recordBySystem(trx, tenantId, NOW, [renamed('slow')]);
    drawn.resolve();
    await mayCommit.promise;
  });
  await drawn.promise;
  await write('quick');
  const early = await seal().catch((error: Error) => error.message);
  mayCommit.resolve();
  await slow;
  expect(early).toMatch(/lock timeout/);
  expect(await seal()).toMatchObject([{ count: 2 }]);
  expect(await verify()).toMatchObject({ unsealed: 0, findings: [] });
});

test('sealing while many write leaves no entry between two seals', async () => {
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let round = 0; round < 15; round += 1) await write(`${writer}-${round}`);
  });
  const sealers = Array.from({ length: 2 }, async () => {
    for (let round = 0; round < 8; round += 1) await seal().catch(() => undefined);
  });
  await Promise.all([...writers, ...sealers]);
  await seal();
  expect(await verify()).toMatchObject({ entries: 90, unsealed: 0, findings: [] });
});
