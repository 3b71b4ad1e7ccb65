import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asOwner } from '../../../../tests/tenant.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { findPostmaster, isAlive } from './postmaster.ts';

let folder: string;
let opened: Cluster[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minhchung-cluster-'));
  chmodSync(folder, 0o755);
  opened = [];
});
afterEach(async () => {
  for (const cluster of opened) await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<Cluster> {
  const cluster = await openCluster({ folder });
  opened.push(cluster);
  return cluster;
}

test('data is there again after a stop, and a second opener joins the one that runs', async () => {
  const first = await open();
  await asOwner(first.url('postgres'), 'create table kept (a integer)');
  const second = await open();
  expect([first.started, second.started]).toEqual([true, false]);
  expect(second.url('postgres')).toBe(first.url('postgres'));
  await first.stop();
  expect(findPostmaster(first.data)).toBeUndefined();
  const again = await open();
  expect(await asOwner(again.url('postgres'), 'select from kept')).toEqual([]);
});

test('it is reached from this machine only, with a password', async () => {
  const { url } = await open();
  const settings = await asOwner(url('postgres'), 'show listen_addresses');
  expect(settings).toEqual([{ listen_addresses: '127.0.0.1' }]);
  const stranger = new URL(url('postgres'));
  stranger.password = 'guessed';
  await expect(asOwner(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
});

test('a server that was killed, and its number taken by another program, is started again', async () => {
  const first = await open();
  await kill(first);
  const left = readFileSync(join(first.data, 'postmaster.pid'), 'utf8');
  expect(findPostmaster(first.data)).toBeUndefined();
  writeFileSync(join(first.data, 'postmaster.pid'), left.replace(/^\d+/, '999999'));
  expect((await open()).started).toBe(true);
});

test.runIf(process.getuid?.() === 0)(
  'started by root in a folder that nobody else can enter, it runs from a place of its own',
  async () => {
    chmodSync(folder, 0o700);
    const cluster = await open();
    try {
      expect(cluster.data).toMatch(/^\/var\/lib\/minhchung\/[0-9a-f]{12}\/data$/);
      expect(existsSync(join(folder, 'data'))).toBe(false);
      expect(await asOwner(cluster.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
      expect((await openCluster({ folder })).started).toBe(false);
    } finally {
      await cluster.stop();
      rmSync(dirname(cluster.data), { recursive: true });
    }
  },
);

test('data that cannot be read is told with the place of the reason', async () => {
  const first = await open();
  await first.stop();
  rmSync(join(first.data, 'PG_VERSION'));
  await expect(openCluster({ folder })).rejects.toMatchObject({
    faults: [expect.objectContaining({ code: 'database_did_not_start' })],
  });
});

test('killed in the middle of writing, nothing that was acknowledged is lost', async () => {
  const cluster = await open();
  await asOwner(cluster.url('postgres'), 'create table written (number integer primary key)');
  const acknowledged: number[] = [];
  const writer = async (first: number) => {
    const client = new pg.Client({ connectionString: cluster.url('postgres') });
    client.on('error', () => undefined);
    await client.connect();
    for (let number = first; ; number += 4) {
      await client.query('insert into written values ($1)', [number]);
      acknowledged.push(number);
    }
  };
  const writers = [0, 1, 2, 3].map((first) => writer(first).catch(() => undefined));
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(200);
  await kill(cluster);
  await Promise.all(writers);
  const again = await open();
  const rows = await asOwner(again.url('postgres'), 'select number from written');
  const kept = new Set(rows.map((row) => JSON.stringify(row)));
  expect(acknowledged.filter((number) => !kept.has(JSON.stringify({ number })))).toEqual([]);
});

test('when the program that started it is killed, the next one takes over what it left running', async () => {
  const program = `
    import { openCluster } from '${new URL('./cluster.ts', import.meta.url).href}';
    await openCluster({ folder: ${JSON.stringify(folder)} });
    console.log('open');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'pipe' });
  await new Promise((done) => child.stdout.once('data', done));
  child.kill('SIGKILL');
  const next = await open();
  expect(next.started).toBe(false);
  await next.stop();
  expect(findPostmaster(next.data)).toBeUndefined();
});

/** The server and everything it forked, at once, as when the power goes. */
async function kill(cluster: Cluster): Promise<void> {
  const running = findPostmaster(cluster.data);
  if (running === undefined) throw new Error('it does not run');
  process.kill(-running.pid, 'SIGKILL');
  while (isAlive(running.pid)) await sleep(10);
}
