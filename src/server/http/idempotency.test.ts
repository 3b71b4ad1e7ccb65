import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { copyTemplate, type TestDatabase } from '../../../tests/database.ts';
import { actorWith, asOwner, givenTenant } from '../../../tests/tenant.ts';
import type { Actor } from '../../domain/kernel/actor.ts';
import type { TenantId } from '../../domain/kernel/id.ts';
import { withActor } from '../db/actor.ts';
import { type Database, openDatabase } from '../db/connect.ts';
import { once, sweepKeys } from './idempotency.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00+07:00');

let database: TestDatabase;
let db: Database;
let tenantId: TenantId;
let actor: Actor;
let runs: number;
beforeAll(async () => {
  database = await copyTemplate(inject('serverUrl'));
  db = openDatabase({ url: database.appUrl, connections: 10, name: 'test' });
  tenantId = await givenTenant(database.ownerUrl);
  actor = actorWith(tenantId);
  runs = 0;
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const call = (
  key: string,
  {
    as = actor,
    operation = 'units.create',
    input = { name: 'Xã A' } as object,
    run = async () => ({ run: ++runs }),
  } = {},
) => withActor(db, as, (trx) => once(trx, { actor: as, key, operation, input, now: NOW }, run));

test('a repeat answers what the first did and does nothing', async () => {
  const key = randomUUID();
  const first = await call(key);
  expect(await call(key, { input: { name: 'Xã A' } })).toEqual(first);
  expect(runs).toBe(first.run);
});

test('of many at once only one does anything', async () => {
  const key = randomUUID();
  const before = runs;
  const answers = await Promise.all(Array.from({ length: 8 }, () => call(key)));
  expect(new Set(answers.map(({ run }) => run)).size).toBe(1);
  expect(runs).toBe(before + 1);
});

test('what failed may be tried again with the same key', async () => {
  const key = randomUUID();
  const failing = call(key, {
    run: async () => {
      throw new Error('disk full');
    },
  });
  await expect(failing).rejects.toThrow('disk full');
  const again = await call(key);
  expect(again).toEqual({ run: runs });
});

test.each([
  ['other input', { input: { name: 'Xã B' } }],
  ['another operation', { operation: 'units.rename' }],
])('a key used again for %s is a conflict', async (_what, change) => {
  const key = randomUUID();
  await call(key);
  await expect(call(key, change)).rejects.toMatchObject({
    code: 'conflict',
    faults: [{ path: [], code: 'idempotency_key_reused' }],
  });
});

test('the key of one person means nothing to another', async () => {
  const key = randomUUID();
  const first = await call(key);
  expect(await call(key, { as: actorWith(tenantId) })).not.toEqual(first);
});

test('keys nobody repeats any more are forgotten after two days', async () => {
  await call(randomUUID());
  await sweepKeys(db, tenantId, NOW.add({ hours: 47 }));
  expect(await asOwner(database.ownerUrl, 'select from idempotency_key')).not.toEqual([]);
  await sweepKeys(db, tenantId, NOW.add({ hours: 49 }));
  expect(await asOwner(database.ownerUrl, 'select from idempotency_key')).toEqual([]);
});
