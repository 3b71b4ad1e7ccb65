import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantId } from '../src/domain/kernel/id.ts';
import type { Permission } from '../src/domain/kernel/permission.ts';
import { PERMISSIONS_OF_ROLE, ROLES, type Role } from '../src/domain/organization/role.ts';
import { type ActorTransaction, withActor } from '../src/server/db/actor.ts';
import { listOperations } from '../src/server/http/contract.ts';
import { findActor } from '../src/server/identity/actor.ts';
import { printPermissions } from '../src/text/print-permissions.ts';
import { startTestApp, type TestApp } from './app.ts';
import { type Caller, givenProvince, signedInAs, visitor } from './given.ts';
import { on, unitId } from './unit-examples.ts';

const OPERATIONS = listOperations();

let app: TestApp;
let tenantId: TenantId;
const callers = new Map<Role, Caller>();

beforeAll(async () => {
  app = await startTestApp();
  tenantId = await givenProvince(app);
  for (const role of ROLES) callers.set(role, await signedInAs(app, tenantId, role));
});
afterAll(() => app.close());

describe('every operation', () => {
  it('is served where the contract says, and nothing else is', async () => {
    const { body } = await visitor(app).get('/openapi.json');
    const paths: Record<
      string,
      Record<string, { 'x-permission'?: string; 'x-stream'?: boolean }>
    > = body.paths ?? {};
    const served = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([, operation]) => operation['x-stream'] !== true)
        .map(([method, operation]) => `${method} ${path} ${operation['x-permission']}`),
    );
    const written = OPERATIONS.map(({ method, path, access }) => `${method.toLowerCase()} ${path} ${access}`);
    expect(served.sort()).toEqual(written.sort());
  });

  it.each(OPERATIONS.filter(({ access }) => access !== 'anyone'))(
    '$name is closed to who is not signed in',
    async ({ method, path }) => {
      expect((await call(visitor(app), method, path)).status).toBe(401);
    },
  );

  describe.each(ROLES)('called as %s at the root', (role) => {
    it.each(OPERATIONS.filter(({ access }) => access !== 'anyone'))(
      '$name is open exactly to who holds $access',
      async ({ method, path, access }) => {
        const caller = callers.get(role);
        if (caller === undefined) throw new Error(`nobody is ${role}`);
        const { codes } = await call(caller, method, path);
        expect(codes.includes('permission_missing')).toBe(access !== 'signed_in' && !holds(role, access));
      },
    );
  });
});

/** Each writes what only holders of the permission may, past all our code; answers how many rows it wrote. */
const WRITES: readonly [
  what: string,
  needs: Permission,
  write: (trx: ActorTransaction) => Promise<bigint>,
][] = [
  ['renames a unit', 'unit.change', (trx) => affected(sql`update unit_version set name = 'Khác'`, trx)],
  [
    'adds a version of a unit',
    'unit.change',
    (trx) =>
      affected(
        sql`insert into unit_version (tenant_id, unit_id, valid_from, valid_to, code, name, kind, parent_id, path)
            select tenant_id, unit_id, '2001-01-01', '2001-01-02', code, name, kind, parent_id, path
            from unit_version where parent_id is null`,
        trx,
      ),
  ],
  [
    'moves people to another name',
    'person.change',
    (trx) => affected(sql`update person set name = 'Khác'`, trx),
  ],
  [
    'adds a person',
    'person.change',
    (trx) =>
      affected(
        sql`insert into person (tenant_id, person_id, name, sort_name, search_text, unit_id, unit_path)
            select app_tenant(), gen_random_uuid(), 'Ma', 'Ma', 'ma', ${unitId(1)}, ${`/${unitId(1)}/`}`,
        trx,
      ),
  ],
  [
    'ends positions',
    'person.change',
    (trx) => affected(sql`update position set valid_to = '2026-01-01'`, trx),
  ],
  [
    'ends roles',
    'assignment.change',
    (trx) => affected(sql`update assignment set valid_to = '2026-01-01'`, trx),
  ],
  [
    'gives itself a role',
    'assignment.change',
    (trx) =>
      affected(
        sql`insert into assignment (tenant_id, assignment_id, person_id, role, unit_id, unit_path, valid_from)
            select app_tenant(), gen_random_uuid(), app_person(), 'administrator', ${unitId(1)},
              ${`/${unitId(1)}/`}, '2026-01-01'`,
        trx,
      ),
  ],
];

describe.each(ROLES)('SQL as the application’s role, for %s at the root,', (role) => {
  it.each(WRITES)('%s only with %s', async (_, needs, write) => {
    const written = await attempt(role, write);
    expect(written > 0n).toBe(holds(role, needs));
  });

  it.each(['unit', 'unit_version', 'unit_succession', 'person', 'position', 'assignment', 'access_link'])(
    'deletes nothing from %s',
    async (table) => {
      expect(await attempt(role, (trx) => affected(sql`delete from ${sql.table(table)}`, trx))).toBe(0n);
    },
  );
});

describe('docs/permissions.md', () => {
  it('is what the code says', () => {
    expect(readFileSync('docs/permissions.md', 'utf8')).toBe(printPermissions(OPERATIONS));
  });
});

function holds(role: Role, access: string): boolean {
  return PERMISSIONS_OF_ROLE[role].some((permission) => permission === access);
}

function call(caller: Caller, method: string, path: string) {
  const address = path.replace(/\{\w+\}/g, unitId(99));
  return method === 'GET' ? caller.get(address) : caller.post(address);
}

async function affected(statement: ReturnType<typeof sql>, trx: ActorTransaction): Promise<bigint> {
  return (await statement.execute(trx)).numAffectedRows ?? 0n;
}

class Undo extends Error {}

/** Rows written, 0 when the database refused; nothing stays. */
async function attempt(role: Role, write: (trx: ActorTransaction) => Promise<bigint>): Promise<bigint> {
  const { db } = app.deps;
  const account = await db
    .selectFrom('identity.auth_user')
    .select('id')
    .where('email', '=', `${role}.1@truonggiang.example`.replace('_', ''))
    .executeTakeFirstOrThrow();
  const actor = await findActor(db, tenantId, account.id, on('2026-11-23'));
  if (actor === undefined) throw new Error(`nobody is ${role}`);
  let written = 0n;
  await withActor(db, actor, async (trx) => {
    written = await write(trx);
    throw new Undo();
  }).catch((error: unknown) => {
    const refused = error instanceof Error && 'code' in error && error.code === '42501';
    if (!refused && !(error instanceof Undo)) throw error;
  });
  return written;
}
