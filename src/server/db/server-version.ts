import pg from 'pg';
import { refusal } from '../refusal.ts';

/** Before 15 everybody may make tables in the schema `public`, and only its superuser can forbid it. */
const OLDEST_MAJOR = 15;

/** Asks the server how old it is. @throws AppError `database_too_old` */
export async function checkServerVersion(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    refuseOldServer(rows[0]?.server_version ?? '');
  } finally {
    await client.end();
  }
}

/** `15.18 (Debian 15.18-0+deb12u1)`, `18beta1`, as PostgreSQL itself writes it. @throws AppError `database_too_old` */
export function refuseOldServer(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_MAJOR) return;
  throw refusal('database_too_old', { version, oldest: OLDEST_MAJOR });
}
