import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { asOwner, givenTenant } from '../../../tests/tenant.ts';
import type { TenantId } from '../../domain/kernel/id.ts';
import { withTenant } from '../db/actor.ts';
import { recordBySystem } from '../journal/record.ts';
import { writeLetter } from '../mail/letters.ts';
import { installQueues, QUEUES, type QueueName } from './queues.ts';
import { startWorker, type Worker } from './worker.ts';

let server: TestApp;
let tenantId: TenantId;
let boss: PgBoss;
let workers: Worker[];
beforeAll(async () => {
  server = await startTestApp();
  tenantId = await givenTenant(server.database.ownerUrl);
  await installQueues(server.database.ownerUrl);
  boss = new PgBoss({
    connectionString: server.database.appUrl,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  workers = [
    await startWorker(server.deps, server.database.appUrl),
    await startWorker(server.deps, server.database.appUrl),
  ];
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await boss.stop({ graceful: false });
  await server.close();
});

const ask = (name: QueueName) => boss.send(name, {});
const inTenant = (run: Parameters<typeof withTenant<void>>[2]) => withTenant(server.deps.db, tenantId, run);

test('queues are made once, each with its time of day', async () => {
  await installQueues(server.database.ownerUrl);
  const rows = await asOwner(server.database.ownerUrl, 'select name, cron from pgboss.schedule');
  expect(Object.fromEntries(rows.map((row) => Object.values(row ?? {})))).toEqual(QUEUES);
});

test('the journal is sealed, and the seal laid outside the database', async () => {
  await inTenant((trx) =>
    recordBySystem(trx, tenantId, server.clock.now, [
      { subjectKind: 'unit', subjectId: 'u', unitPath: '/', action: 'unit.created' },
    ]),
  );
  await ask('journal.seal');
  const folder = join(server.deps.config.dataFolder, 'seals');
  await expect
    .poll(() => readdirSync(folder, { recursive: true }).map(String), { timeout: 20_000 })
    .toContain(join(tenantId, '000001.json'));
});

test('letters that wait are sent', async () => {
  const letter = { recipient: 'a@tg.example', subject: 'Thư mời', body: 'Kính gửi' };
  await inTenant((trx) => writeLetter(trx, tenantId, server.clock.now, letter));
  await ask('letters.send');
  await expect
    .poll(
      () =>
        asOwner(server.database.ownerUrl, 'select recipient from outgoing_letter where sent_at is not null'),
      {
        timeout: 20_000,
      },
    )
    .toEqual([{ recipient: 'a@tg.example' }]);
});
