import { join } from 'node:path';
import pg from 'pg';
import { type Config, derivedKey } from '../config.ts';
import { appUrlOf, signedInAs } from './app-role.ts';
import { type Cluster, openCluster } from './embedded/cluster.ts';
import { checkServerVersion } from './server-version.ts';

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
  const derived = derivedKey(config.secret, 'minhchung_app');
  if (config.databaseUrl !== undefined) {
    const ownerUrl = config.databaseUrl;
    await checkServerVersion(ownerUrl);
    const appUrl = config.appDatabaseUrl ?? appUrlOf(ownerUrl, derived);
    const appPassword = decodeURIComponent(new URL(appUrl).password);
    const nothing = async () => undefined;
    return { ownerUrl, appUrl, appPassword, embedded: false, close: nothing, stop: nothing };
  }
  const cluster = await openCluster({ folder: join(config.dataFolder, 'postgres') });
  const password = derivedKey(config.secret, OWNER);
  await ensureDatabase(cluster, password);
  const ownerUrl = signedInAs(cluster.url(DATABASE), OWNER, password);
  return {
    ownerUrl,
    appUrl: appUrlOf(ownerUrl, derived),
    appPassword: derived,
    embedded: true,
    close: async () => (cluster.started ? cluster.stop() : undefined),
    stop: cluster.stop,
  };
}

/**
 * An owner that is no superuser, so that row-level security binds it too. Its password follows the secret, also one that
 * was made anew, as long as no other process is using the server.
 */
async function ensureDatabase({ url, started }: Cluster, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rows.length > 0 && started)
      await client.query(`alter role ${OWNER} password ${client.escapeLiteral(password)}`);
    if (rows.length > 0) return;
    await client.query(`drop role if exists ${OWNER}`);
    await client.query(`create role ${OWNER} login createrole password ${client.escapeLiteral(password)}`);
    await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}
