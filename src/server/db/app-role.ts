import pg from 'pg';
import { refusal } from '../refusal.ts';

/** The role that the product runs as: it owns nothing, and row-level security binds it. */
const APP_ROLE = 'minhchung_app';

const WRONG_PASSWORD = '28P01';

/** The same database, signed in to as somebody else. */
export function signedInAs(address: string, user: string, password: string): string {
  const url = new URL(address);
  url.username = user;
  url.password = password;
  return url.href;
}

/** The application's role at the address of the owner of the tables. */
export function appUrlOf(ownerUrl: string, password: string): string {
  return signedInAs(ownerUrl, APP_ROLE, password);
}

/**
 * The role belongs to the whole server, so it is made here and not in a migration. Its password follows the
 * configuration, unless another database on the same server signs in with the one it has.
 * @throws AppError `role_not_made`, `role_of_other_database`, `app_role_password`
 */
export async function ensureAppRole(owner: pg.Client, ownerUrl: string, password: string): Promise<void> {
  const { rows } = await owner.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  const quoted = owner.escapeLiteral(password);
  if (rows.length === 0) {
    const attributes = 'login nosuperuser nocreatedb nocreaterole nobypassrls';
    await owner.query(`create role ${APP_ROLE} ${attributes} password ${quoted}`).catch((error: unknown) => {
      throw refusal('role_not_made', { message: String(error) });
    });
  } else if (!(await signsIn(appUrlOf(ownerUrl, password)))) {
    const database = await findOtherDatabase(owner);
    if (database !== undefined) throw refusal('role_of_other_database', { database });
    await owner.query(`alter role ${APP_ROLE} password ${quoted}`).catch(() => {
      throw refusal('app_role_password');
    });
  }
}

/**
 * Signs in once as the product will and looks at what the role may do.
 * @throws AppError `app_role_password`, `app_role_sees_all`
 */
export async function checkAppRole(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      'select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)',
    );
    if (rows.length > 0) throw refusal('app_role_sees_all');
  } catch (error) {
    throw isWrongPassword(error) ? refusal('app_role_password') : error;
  } finally {
    await client.end();
  }
}

/** Whether the password is the right one; what else may stand in the way is no matter of passwords. */
async function signsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    return !isWrongPassword(error);
  } finally {
    await client.end();
  }
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === WRONG_PASSWORD;
}

/** Another database of this server in which the role holds rights: another installation. */
async function findOtherDatabase(owner: pg.Client): Promise<string | undefined> {
  const { rows } = await owner.query<{ datname: string }>(
    `select distinct datname from pg_shdepend join pg_database on pg_database.oid = dbid
     where refclassid = 'pg_authid'::regclass and refobjid = $1::regrole and datname <> current_database()
     order by datname limit 1`,
    [APP_ROLE],
  );
  return rows[0]?.datname;
}
