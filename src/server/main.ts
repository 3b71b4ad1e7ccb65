import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { buildApp, type Deps } from './app.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/connect.ts';
import { type Installation, openInstallation } from './db/open.ts';
import { openStore } from './files/store/open.ts';
import { openIdentity } from './identity/identity.ts';
import { startWorker } from './jobs/worker.ts';
import { createLog } from './observe/log.ts';
import { createMetrics } from './observe/metrics.ts';
import { openPdfMaker } from './papers/pdf.ts';
import { prepare } from './prepare.ts';
import { refusal } from './refusal.ts';
import { ensureDemonstration } from './tenants/demonstrate.ts';
import { listTenants } from './tenants/queries.ts';

/** What one process does; several share one database. */
export type Role = 'web' | 'worker' | 'all';

export type Product = {
  /** Undefined for a process that only works in the background. */
  readonly address: string | undefined;
  /** Whether the tenant that answers is the invented one. */
  readonly demo: boolean;
  readonly stop: () => Promise<void>;
};

/** Starts everything, in an order in which each step can rely on the one before. @throws AppError with what to do */
export async function startProduct(config: Config, role: Role): Promise<Product> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const installation = await openInstallation(config);
    closing.push(installation.close);
    const release = await claim(installation, config.dataFolder);
    closing.push(installation.stop, release);
    await prepare(installation);
    await openStore(config).check();
    const deps = createDeps(config, installation, () => closing.length > 0);
    closing.push(() => deps.db.destroy(), deps.identity.close);
    if (installation.embedded && (await listTenants(deps.db)).every(({ demo }) => demo))
      await ensureDemonstration(deps, installation.ownerUrl, deps.now());
    const demo = (await listTenants(deps.db))[0]?.demo ?? false;
    if (role !== 'web') closing.push((await startWorker(deps, installation.appUrl)).stop);
    if (role === 'worker') return { address: undefined, demo, stop };
    const app = await buildApp(deps);
    closing.push(() => app.close());
    const address = await listen(app, config);
    if (installation.embedded) writeFileSync(addressFile(config.dataFolder), address);
    return { address, demo, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function createDeps(config: Config, { appUrl }: Installation, running: () => boolean): Deps {
  const db = openDatabase({ url: appUrl, connections: config.databaseConnections, name: 'minhchung' });
  const identity = openIdentity({
    db,
    databaseUrl: appUrl,
    secret: config.secret,
    publicUrl: publicUrlOf(config),
    mails: config.smtpUrl !== undefined,
    now: () => Temporal.Now.instant(),
  });
  return {
    config,
    db,
    identity,
    files: openStore(config),
    makePdf: openPdfMaker(config.officeProgram),
    log: createLog(config.logLevel),
    metrics: createMetrics(),
    now: () => Temporal.Now.instant(),
    authenticate: identity.authenticate,
    ready: async () => {
      await db.selectFrom('migration').select('number').limit(1).execute();
      return running();
    },
  };
}

/** The address that people type. */
export function publicUrlOf({ publicUrl, port }: Config): string {
  return publicUrl ?? `http://localhost:${port}`;
}

/** One process only on the product's own server: a session holds a lock that dies with the process. */
async function claim({ embedded, ownerUrl }: Installation, folder: string): Promise<() => Promise<void>> {
  if (!embedded) return async () => undefined;
  const client = new pg.Client({ connectionString: ownerUrl, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(`select pg_try_advisory_lock(hashtext('minhchung.serve')) as mine`);
  if (rows[0]?.mine === true) return () => client.end();
  await client.end();
  throw refusal('already_running', { address: readAddress(folder) });
}

async function listen(app: FastifyInstance, { port, host }: Config): Promise<string> {
  try {
    const address = await app.listen({ port, host });
    return address.replace('127.0.0.1', 'localhost').replace('0.0.0.0', 'localhost');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw refusal('port_taken', { port });
    if (error instanceof Error && 'code' in error && error.code === 'EACCES')
      throw refusal('port_not_allowed', { port });
    throw error;
  }
}

function addressFile(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, 'address');
}

function readAddress(folder: string): string {
  try {
    return readFileSync(addressFile(folder), 'utf8');
  } catch {
    return '?';
  }
}
