import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type Cluster, openCluster } from '../src/server/db/embedded/cluster.ts';
import { migrate } from '../src/server/db/migrate.ts';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface joins the one of vitest
  interface ProvidedContext {
    serverUrl: string;
  }
}

/** A database of one's own, migrated and empty. */
export type TestDatabase = {
  /** For the role that owns the tables, to look behind row-level security. */
  readonly ownerUrl: string;
  /** For the role the product runs as. */
  readonly appUrl: string;
  readonly drop: () => Promise<void>;
};

const APP_PASSWORD = 'for-tests-only';
const PRESENCE = 'minhchung-test-run';
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const MIGRATIONS = new URL('../migrations', import.meta.url).pathname;

/** Vitest calls this once: one server for all test files, one migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = await createMigrated(server.url);
  await execute(server.url, `alter database ${template} is_template true`);
  project.provide('serverUrl', `${server.url}#${template}`);
  return async () => {
    await execute(server.url, `alter database ${template} is_template false`);
    await execute(server.url, `drop database ${template} with (force)`);
    await server.stop();
  };
}

/** A copy of the template; `provided` is `inject('serverUrl')`. */
export async function copyTemplate(provided: string): Promise<TestDatabase> {
  const [server = '', template = ''] = provided.split('#');
  const name = newName();
  await execute(server, `create database ${name} template ${template} owner minhchung_test`);
  return testDatabase(server, name);
}

/** An empty database without any table, as an operator first has it. */
export async function emptyDatabase(provided: string): Promise<TestDatabase> {
  const [server = ''] = provided.split('#');
  const name = newName();
  await execute(server, `create database ${name} owner minhchung_test`);
  return testDatabase(server, name);
}

/** For scripts that need no more than one migrated database. */
export async function migratedDatabase(): Promise<TestDatabase> {
  const server = await openServer();
  const name = await createMigrated(server.url);
  const database = testDatabase(server.url, name);
  return {
    ...database,
    drop: async () => {
      await database.drop();
      await server.stop();
    },
  };
}

/** Several runs share one server; the last to leave stops it. */
async function openServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.DATABASE_URL;
  const cluster: Cluster | undefined =
    given === undefined ? await openCluster({ folder: 'var/test-postgres', settings: FAST }) : undefined;
  const url = given ?? cluster?.url('postgres') ?? '';
  await execute(
    url,
    `do $$ begin
       create role minhchung_test login createrole password '${APP_PASSWORD}';
     exception when duplicate_object then null; end $$`,
  );
  const presence = new pg.Client({ connectionString: url, application_name: PRESENCE });
  presence.on('error', () => undefined);
  await presence.connect();
  const stop = async () => {
    const { rows } = await presence.query('select from pg_stat_activity where application_name = $1', [
      PRESENCE,
    ]);
    await presence.end();
    if (rows.length === 1) await cluster?.stop();
  };
  return { url, stop };
}

async function createMigrated(server: string): Promise<string> {
  const name = newName();
  await execute(server, `create database ${name} owner minhchung_test`);
  await migrate({ url: ownerUrl(server, name), folder: MIGRATIONS, appPassword: APP_PASSWORD });
  return name;
}

function testDatabase(server: string, name: string): TestDatabase {
  return {
    ownerUrl: ownerUrl(server, name),
    appUrl: as(server, 'minhchung_app', name),
    drop: () => execute(server, `drop database if exists ${name} with (force)`),
  };
}

/** Owns the tables without being a superuser, as an operator's role should be. */
function ownerUrl(server: string, name: string): string {
  return as(server, 'minhchung_test', name);
}

function as(server: string, user: string, database: string): string {
  const url = new URL(server);
  url.username = user;
  url.password = APP_PASSWORD;
  url.pathname = `/${database}`;
  return url.href;
}

function newName(): string {
  return `minhchung_test_${randomBytes(6).toString('hex')}`;
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
