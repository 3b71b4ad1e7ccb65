import { join } from 'node:path';
import { PgBoss } from 'pg-boss';
import type { Deps } from '../app.ts';
import { withTenant } from '../db/actor.ts';
import { sweepKeys } from '../http/idempotency.ts';
import { closeAccounts } from '../identity/leaving/close-accounts.ts';
import { sealJournal } from '../journal/service.ts';
import { sendLetters } from '../mail/letters.ts';
import { openTransport } from '../mail/transport.ts';
import { dayOf } from '../organization/today.ts';
import { settleUnitPaths } from '../organization/unit-queries.ts';
import { listTenants, type Tenant } from '../tenants/queries.ts';
import { QUEUES, type QueueName } from './queues.ts';

export type Worker = { readonly stop: () => Promise<void> };

/** Takes work from the queues until stopped; what is in hand then is finished first. */
export async function startWorker(deps: Deps, appUrl: string): Promise<Worker> {
  const boss = new PgBoss({ connectionString: appUrl, migrate: false, createSchema: false, max: 4 });
  let stopping = false;
  boss.on('error', (error) => {
    if (!stopping) deps.log.error({ err: error }, 'jobs failed');
  });
  await boss.start();
  const work = workOf(deps);
  for (const name of Object.keys(QUEUES).filter(isQueue))
    await boss.work(name, () => forEachTenant(deps, work[name]));
  const stop = () => {
    stopping = true;
    return boss.stop({ graceful: true, timeout: 20_000 });
  };
  return { stop };
}

type Work = (tenant: Tenant) => Promise<unknown>;

function workOf(deps: Deps): Record<QueueName, Work> {
  const { db, now, config } = deps;
  const transport = openTransport(config);
  return {
    'journal.seal': ({ tenantId }) => sealJournal(db, tenantId, now(), join(config.dataFolder, 'seals')),
    'letters.send': ({ tenantId }) => sendLetters(db, tenantId, now(), transport),
    'keys.sweep': ({ tenantId }) => sweepKeys(db, tenantId, now()),
    'accounts.close': ({ tenantId }) => closeAccounts(db, tenantId, now()),
    'units.settle': ({ tenantId }) =>
      withTenant(db, tenantId, (trx) => settleUnitPaths(trx, tenantId, dayOf(now()))),
  };
}

/** One tenant's trouble does not keep the others waiting. */
async function forEachTenant({ db, log }: Deps, work: Work): Promise<void> {
  const failed: unknown[] = [];
  for (const tenant of await listTenants(db)) {
    await work(tenant).catch((error: unknown) => {
      log.error({ err: error, tenant: tenant.code }, 'job failed');
      failed.push(error);
    });
  }
  if (failed.length > 0) throw failed[0];
}

function isQueue(name: string): name is QueueName {
  return Object.hasOwn(QUEUES, name);
}
