import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refusal } from '../../refusal.ts';
import { choosePlace, type Place } from './place.ts';
import { findPostmaster, isAlive } from './postmaster.ts';

/** The database server that the product brings along. */
export type Cluster = {
  /** Address of a database in this server, for its superuser. */
  readonly url: (database: string) => string;
  readonly data: string;
  /** False when a server was already running here: the one who started it stops it. */
  readonly started: boolean;
  readonly stop: () => Promise<void>;
};

export type ClusterOptions = {
  /** Holds data, password and log. */
  readonly folder: string;
  /** Further settings of the server, such as `fsync=off` for tests. */
  readonly settings?: readonly string[];
};

const START_MS = 60_000;

/** Joins the server running in this folder or starts one, creating it the first time. */
export async function openCluster({ folder, settings = [] }: ClusterOptions): Promise<Cluster> {
  const place = choosePlace(folder);
  const running = findPostmaster(place.data);
  if (running !== undefined) {
    await untilReady(place);
    return cluster(place, running.port, false);
  }
  if (!existsSync(place.data)) await createData(place);
  const port = await freePort();
  await startServer(place, port, settings);
  return cluster(place, port, true);
}

function cluster(place: Place, port: number, started: boolean): Cluster {
  const password = encodeURIComponent(readFileSync(place.password, 'utf8').trim());
  return {
    url: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    data: place.data,
    started,
    stop: () => stopServer(place),
  };
}

/** Made under another name first, so that an interrupted creation is made again. */
async function createData(place: Place): Promise<void> {
  const partial = `${place.data}.new`;
  rmSync(partial, { recursive: true, force: true });
  writeFileSync(place.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (place.user !== undefined) chownSync(place.password, place.user.uid, place.user.gid);
  const args = [
    '--username=postgres',
    `--pwfile=${place.password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const child = launch(place, 'initdb', [`--pgdata=${partial}`, ...args, ...locale]);
  const code = await new Promise((done) => child.once('close', done).once('error', () => done('ENOENT')));
  if (code !== 0) throw failure(place);
  renameSync(partial, place.data);
}

async function startServer(place: Place, port: number, settings: readonly string[]): Promise<void> {
  const fixed = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'max_connections=200',
  ];
  const args = [...fixed, ...settings].flatMap((setting) => ['-c', setting]);
  const child = launch(place, 'postgres', ['-D', place.data, ...args]);
  await untilReady(place, child);
  child.unref();
}

async function untilReady(place: Place, child?: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (findPostmaster(place.data)?.ready) return;
    if (child !== undefined && (child.exitCode !== null || child.signalCode !== null)) break;
    await sleep(20);
  }
  throw failure(place);
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
async function stopServer(place: Place): Promise<void> {
  const running = findPostmaster(place.data);
  if (running === undefined) return;
  process.kill(running.pid, 'SIGINT');
  while (isAlive(running.pid) && findPostmaster(place.data) !== undefined) await sleep(20);
}

/** In a process group of its own: Ctrl+C in a terminal must not end the database before its users. */
function launch(place: Place, program: string, args: readonly string[]): ChildProcess {
  const log = openSync(place.log, 'a', 0o600);
  const file = join(place.programs, process.platform === 'win32' ? `${program}.exe` : program);
  const child = spawn(file, args, {
    ...place.user,
    cwd: join(place.data, '..'),
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
  child.on('error', () => undefined);
  closeSync(log);
  return child;
}

function failure(place: Place) {
  const tail = existsSync(place.log) ? readFileSync(place.log, 'utf8').slice(-4000) : '';
  if (tail.includes('No space left on device')) return refusal('disk_full', { folder: place.data });
  if (tail.includes('incompatible with server'))
    return refusal('database_of_other_version', { folder: place.data });
  return refusal('database_did_not_start', { log: place.log });
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
