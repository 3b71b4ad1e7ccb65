import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../../../tests/database.ts';
import { checkAppRole } from './app-role.ts';
import { migrate } from './migrate.ts';

const MIGRATIONS = new URL('../../../migrations', import.meta.url).pathname;

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase(inject('serverUrl'));
});
afterAll(() => database.drop());

const refusedBecause = (code: string) => ({ faults: [expect.objectContaining({ code })] });

test('the role of another database on the server keeps its password, and nothing is migrated', async () => {
  const migrating = migrate({ url: database.ownerUrl, folder: MIGRATIONS, appPassword: 'another' });
  await expect(migrating).rejects.toMatchObject(refusedBecause('role_of_other_database'));
  await expect(checkAppRole(database.appUrl)).resolves.toBeUndefined();
});

test('a role that does not sign in is told from a database that is away', async () => {
  const url = new URL(database.appUrl);
  url.password = 'another';
  await expect(checkAppRole(url.href)).rejects.toMatchObject(refusedBecause('app_role_password'));
  url.pathname = '/no_such_database';
  url.password = new URL(database.appUrl).password;
  await expect(checkAppRole(url.href)).rejects.toMatchObject({ code: '3D000' });
});

test('a role that row-level security does not bind is refused', async () => {
  const [superuser = ''] = inject('serverUrl').split('#');
  await expect(checkAppRole(superuser)).rejects.toMatchObject(refusedBecause('app_role_sees_all'));
});
