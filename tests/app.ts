import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { inject } from 'vitest';
import { type Authenticate, buildApp, type Deps } from '../src/server/app.ts';
import { readConfig } from '../src/server/config.ts';
import { openDatabase } from '../src/server/db/connect.ts';
import { openStore } from '../src/server/files/store/open.ts';
import { openIdentity } from '../src/server/identity/identity.ts';
import { createMetrics } from '../src/server/observe/metrics.ts';
import { openPdfMaker } from '../src/server/papers/pdf.ts';
import { copyTemplate, type TestDatabase } from './database.ts';

/** The product on a database of its own, reached through `app.inject`. */
export type TestApp = {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  readonly database: TestDatabase;
  /** What the product takes for the present; tests move it. */
  readonly clock: { now: Temporal.Instant };
  readonly close: () => Promise<void>;
};

export type TestAppOptions = {
  readonly authenticate?: Authenticate;
  readonly now?: string;
  /** Settings beside those every test runs with. */
  readonly environment?: Readonly<Record<string, string>>;
};

export async function startTestApp({
  authenticate,
  now,
  environment,
}: TestAppOptions = {}): Promise<TestApp> {
  const database = await copyTemplate(inject('serverUrl'));
  const folder = mkdtempSync(join(tmpdir(), 'minhchung-'));
  const clock = { now: Temporal.Instant.from(now ?? '2026-11-23T08:00:00+07:00') };
  const db = openDatabase({ url: database.appUrl, connections: 4, name: 'minhchung-test' });
  const given = {
    DATA_FOLDER: folder,
    MAX_FILE_MB: '2',
    LOG_LEVEL: 'silent',
    API_REQUESTS_PER_MINUTE: '0',
    OFFICE_PROGRAM: 'none',
    ...environment,
  };
  const config = readConfig(given);
  const identity = openIdentity({
    db,
    databaseUrl: database.appUrl,
    secret: config.secret,
    publicUrl: config.publicUrl ?? 'http://localhost',
    mails: false,
    now: () => clock.now,
  });
  const deps: Deps = {
    config,
    identity,
    files: openStore(config),
    makePdf: openPdfMaker(config.officeProgram, 5000),
    db,
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    now: () => clock.now,
    authenticate: authenticate ?? identity.authenticate,
    ready: async () => true,
  };
  const app = await buildApp(deps);
  const close = async () => {
    await app.close();
    await identity.close();
    await db.destroy();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { app, deps, database, clock, close };
}
