import pg from 'pg';
import { PgBoss } from 'pg-boss';

/** Work done by itself, at a time (cron, in the zone of Viet Nam), by one worker of all processes. */
export const QUEUES = {
  'journal.seal': '*/5 * * * *',
  'letters.send': '* * * * *',
  'keys.sweep': '17 3 * * *',
  'units.settle': '1 0 * * *',
  'accounts.close': '2 * * * *',
} as const;

export type QueueName = keyof typeof QUEUES;

/** Makes the queues' schema as the owner of the tables and lets the application's role work in it. */
export async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 1 });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const [name, cron] of Object.entries(QUEUES)) {
      await boss.createQueue(name, {
        policy: 'singleton',
        retryLimit: 3,
        retryBackoff: true,
        expireInSeconds: 900,
      });
      await boss.schedule(name, cron, null, { tz: 'Asia/Ho_Chi_Minh' });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await grant(ownerUrl);
}

async function grant(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      grant usage on schema pgboss to minhchung_app;
      grant select, insert, update, delete on all tables in schema pgboss to minhchung_app;
      grant usage on all sequences in schema pgboss to minhchung_app;
      grant execute on all functions in schema pgboss to minhchung_app`);
  } finally {
    await client.end();
  }
}
