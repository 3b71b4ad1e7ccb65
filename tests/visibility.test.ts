import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../src/domain/kernel/actor.ts';
import type { TenantId } from '../src/domain/kernel/id.ts';
import { mayReadPerson, mayReadUnit } from '../src/domain/organization/policy.ts';
import { ROLES, type Role } from '../src/domain/organization/role.ts';
import { withActor, withTenant } from '../src/server/db/actor.ts';
import { findActor } from '../src/server/identity/actor.ts';
import { findPeople } from '../src/server/organization/person-queries.ts';
import { listVersionsOn } from '../src/server/organization/unit-queries.ts';
import { startTestApp, type TestApp } from './app.ts';
import { type GivenUnit, givenPerson, givenUnits } from './given.ts';
import { givenTenant } from './tenant.ts';

const TODAY = '2026-11-23';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** The parent of each unit but the root, and who holds which role where. */
const provinces = fc.record({
  parents: fc.array(fc.nat(20), { minLength: 3, maxLength: 12 }),
  people: fc.array(
    fc.record({
      home: fc.nat(12),
      roles: fc.array(fc.record({ role: fc.constantFrom(...ROLES), at: fc.nat(12) }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

describe('for every unit and person of a random tree and everybody in it', () => {
  it('the list, the policy and row-level security agree on who sees what', async () => {
    let hidden = 0;
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(provinces, async (province) => {
        const { tenantId, actors } = await build(province);
        const all = await everything(tenantId);
        for (const actor of actors) {
          const byPolicy = {
            units: all.units.filter((unit) => mayReadUnit(actor, unit)).map((unit) => unit.unitId),
            people: all.people
              .filter((person) => mayReadPerson(actor, person))
              .map(({ personId }) => personId),
          };
          expect(await byList(actor)).toEqual(sorted(byPolicy));
          expect(await byRawSelect(actor)).toEqual(sorted(byPolicy));
          shown += byPolicy.units.length;
          hidden += all.units.length - byPolicy.units.length;
        }
      }),
      { numRuns: 40, seed: 3 },
    );
    expect(shown).toBeGreaterThan(100);
    expect(hidden).toBeGreaterThan(100);
  });
});

type Visible = { units: string[]; people: string[] };

async function byList(actor: Actor): Promise<Visible> {
  return withActor(app.deps.db, actor, async (trx) => {
    const units = await listVersionsOn(trx, actor.tenantId, TODAY);
    const people = await findPeople(trx, actor.tenantId, TODAY, { left: false, limit: 1_000 });
    return sorted({
      units: units.map((unit) => unit.unitId),
      people: people.map((person) => person.personId),
    });
  });
}

/** As the application's role, with no condition of our own. */
async function byRawSelect(actor: Actor): Promise<Visible> {
  return withActor(app.deps.db, actor, async (trx) => {
    const units = await sql<{ id: string }>`select unit_id as id from unit_version`.execute(trx);
    const people = await sql<{ id: string }>`select person_id as id from person`.execute(trx);
    return sorted({ units: units.rows.map(({ id }) => id), people: people.rows.map(({ id }) => id) });
  });
}

async function everything(tenantId: TenantId) {
  return withTenant(app.deps.db, tenantId, async (trx) => ({
    units: await listVersionsOn(trx, tenantId, TODAY),
    people: await findPeople(trx, tenantId, TODAY, { left: false, limit: 1_000 }),
  }));
}

let built = 0;

async function build(province: {
  parents: number[];
  people: { home: number; roles: { role: Role; at: number }[] }[];
}): Promise<{ tenantId: TenantId; actors: Actor[] }> {
  built += 1;
  const tenantId = await givenTenant(app.database.ownerUrl, `random-${built}`);
  const count = province.parents.length + 1;
  await givenUnits(app.deps.db, tenantId, treeOf(province.parents));
  for (const [at, { home, roles }] of province.people.entries()) {
    const held = roles.map(({ role, at }) => ({ role, unit: (at % count) + 1 }));
    const email = `p${at}.${built}@truonggiang.example`;
    await givenPerson(app, tenantId, {
      name: `Người ${at}`,
      email,
      unit: (home % count) + 1,
      roles: distinct(held),
    });
  }
  const accounts = await withTenant(app.deps.db, tenantId, (trx) =>
    trx.selectFrom('person').select('account_id').where('tenant_id', '=', tenantId).execute(),
  );
  const actors = await Promise.all(
    accounts.map(({ account_id }) => findActor(app.deps.db, tenantId, account_id ?? '', TODAY)),
  );
  return { tenantId, actors: actors.filter((actor) => actor !== undefined) };
}

const KIND_AT_DEPTH = ['ubnd_tinh', 'so', 'phong', 'bo_phan'];

type Growing = { id: number; kind: string; name: string; depth: number; below: Growing[] };

/** Unit `n + 2` stands below unit `parents[n]`, or below the root where that one can have nothing below. */
function treeOf(parents: readonly number[]): GivenUnit {
  const root: Growing = { id: 1, kind: 'ubnd_tinh', name: 'Đơn vị 1', depth: 0, below: [] };
  const grown = [root];
  parents.forEach((parent, at) => {
    const above = grown[parent % grown.length] ?? root;
    const place = above.depth === KIND_AT_DEPTH.length - 1 ? root : above;
    const depth = place.depth + 1;
    const unit = { id: at + 2, kind: KIND_AT_DEPTH[depth] ?? '', name: `Đơn vị ${at + 2}`, depth, below: [] };
    place.below.push(unit);
    grown.push(unit);
  });
  return root;
}

function distinct<T extends { role: string; unit: number }>(held: readonly T[]): T[] {
  return held.filter(
    (one, at) => held.findIndex((other) => other.role === one.role && other.unit === one.unit) === at,
  );
}

function sorted({ units, people }: { units: readonly string[]; people: readonly string[] }): Visible {
  return { units: [...units].sort(), people: [...people].sort() };
}
