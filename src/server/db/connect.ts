import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { DB } from './tables.generated.ts';

/** The whole database as the application's role sees it; only `withActor` shows rows of a tenant. */
export type Database = Kysely<DB>;

const INT8 = pg.types.builtins.INT8;
const INT8_LIST: number = 1016;
const TEXT_LIST: number = 1009;
const DATE = pg.types.builtins.DATE;
const TIMESTAMPTZ = pg.types.builtins.TIMESTAMPTZ;

/** `date` stays an ISO day, `timestamptz` becomes an instant, `bigint` a number that must be exact. */
const parseList: (written: string) => string[] = pg.types.getTypeParser(TEXT_LIST, 'text');

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === INT8) return toSafeInteger;
    if (oid === INT8_LIST) return (written: string) => parseList(written).map(toSafeInteger);
    if (oid === DATE) return String;
    if (oid === TIMESTAMPTZ) return toInstant;
    return pg.types.getTypeParser(oid, format);
  },
};

export type ConnectOptions = { readonly url: string; readonly connections: number; readonly name: string };

/** A pool of connections; a connection lost while idle is replaced, never fatal. */
export function openDatabase({ url, connections, name }: ConnectOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    types,
  });
  pool.on('error', () => undefined);
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** `2026-11-22 08:15:00.123+07` as PostgreSQL writes it. */
function toInstant(written: string): Temporal.Instant {
  const iso = written.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  return Temporal.Instant.from(iso);
}

function toSafeInteger(written: string): number {
  const value = Number(written);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond 2^53: ${written}`);
  return value;
}
