import { join } from 'node:path';
import pg from 'pg';
import { type Config, derivedKey } from '../config.ts';
import { openCluster } from './embedded/cluster.ts';

/** The database of this installation, found or started, not yet migrated. */
export type Installation = {
  /** Signs in as the role that owns the tables. */
  readonly ownerUrl: string;
  /** Signs in as `minhchung_app`. */
  readonly appUrl: string;
  readonly appPassword: string;
  /** The product's own server, holding nobody's real data unless they chose so. */
  readonly embedded: boolean;
  /** Stops the embedded server if it was started here. */
  readonly close: () => Promise<void>;
  /** Stops the embedded server, also one that a process left behind when it was killed. */
  readonly stop: () => Promise<void>;
};

const DATABASE = 'minhchung';
const OWNER = 'minhchung_owner';

export async function openInstallation(config: Config): Promise<Installation> {
  const appPassword = derivedKey(config.secret, 'minhchung_app');
  if (config.databaseUrl !== undefined) {
    const appUrl = config.appDatabaseUrl ?? signedInAs(config.databaseUrl, 'minhchung_app', appPassword);
    const nothing = async () => undefined;
    return {
      ownerUrl: config.databaseUrl,
      appUrl,
      appPassword,
      embedded: false,
      close: nothing,
      stop: nothing,
    };
  }
  const cluster = await openCluster({ folder: join(config.dataFolder, 'postgres') });
  const password = derivedKey(config.secret, OWNER);
  await ensureDatabase(cluster.url('postgres'), password);
  const ownerUrl = signedInAs(cluster.url(DATABASE), OWNER, password);
  return {
    ownerUrl,
    appUrl: signedInAs(ownerUrl, 'minhchung_app', appPassword),
    appPassword,
    embedded: true,
    close: async () => (cluster.started ? cluster.stop() : undefined),
    stop: cluster.stop,
  };
}

/** An owner that is no superuser, so that row-level security binds it too. */
async function ensureDatabase(url: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rows.length > 0) return;
    await client.query(`drop role if exists ${OWNER}`);
    await client.query(`create role ${OWNER} login createrole password ${client.escapeLiteral(password)}`);
    await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}

function signedInAs(address: string, user: string, password: string): string {
  const url = new URL(address);
  url.username = user;
  url.password = password;
  return url.href;
}
