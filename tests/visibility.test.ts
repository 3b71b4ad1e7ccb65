import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../src/domain/kernel/actor.ts';
import { AppError } from '../src/domain/kernel/app-error.ts';
import { PersonId, type TenantId } from '../src/domain/kernel/id.ts';
import { PERMISSIONS } from '../src/domain/kernel/permission.ts';
import type { PersonLine } from '../src/domain/organization/people-contract.ts';
import {
  mayChangePeople,
  mayChangeUnits,
  mayReadPerson,
  mayReadUnit,
} from '../src/domain/organization/policy.ts';
import { ROLES, type Role } from '../src/domain/organization/role.ts';
import type { UnitVersion } from '../src/domain/organization/unit.ts';
import { type ActorTransaction, withActor, withTenant } from '../src/server/db/actor.ts';
import { findActor } from '../src/server/identity/actor.ts';
import { findPeople } from '../src/server/organization/person-queries.ts';
import { listVersionsOn, settleUnitPaths } from '../src/server/organization/unit-queries.ts';
import { mergeUnits, moveUnit } from '../src/server/organization/unit-service.ts';
import { startTestApp, type TestApp } from './app.ts';
import { type GivenUnit, givenPerson, givenUnits } from './given.ts';
import { givenTenant } from './tenant.ts';
import { BY_DECISION, on, unitId } from './unit-examples.ts';

const TODAY = on('2026-11-23');

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** The parent of each unit but the root, what happened to them later, and who holds which role where. */
const provinces = fc.record({
  parents: fc.array(fc.nat(20), { minLength: 3, maxLength: 12 }),
  changes: fc.array(
    fc.record({ kind: fc.constantFrom('move', 'merge'), one: fc.nat(12), other: fc.nat(12) }),
    {
      maxLength: 4,
    },
  ),
  people: fc.array(
    fc.record({
      home: fc.nat(12),
      also: fc.array(
        fc.record({
          at: fc.nat(12),
          to: fc.constantFrom(undefined, '2020-01-01', '2019-01-01', '2024-01-01'),
        }),
        { maxLength: 2 },
      ),
      roles: fc.array(fc.record({ role: fc.constantFrom(...ROLES), at: fc.nat(12) }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

describe('for every unit and person of a random tree and everybody in it', () => {
  it('the list, the policy and row-level security agree on who sees and who changes what', async () => {
    let hidden = 0;
    let beside = 0;
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(provinces, async (province) => {
        const { tenantId, actors } = await build(province);
        const all = await everything(tenantId);
        for (const actor of actors) {
          const byPolicy = {
            units: all.units.filter((unit) => mayReadUnit(actor, unit)).map(versionName),
            people: all.people
              .filter((person) => mayReadPerson(actor, person))
              .map(({ personId }) => personId),
          };
          expect(await byList(actor)).toEqual(sorted(byPolicy));
          expect(await byRawSelect(actor)).toEqual(sorted(byPolicy));
          expect(await byRawUpdate(actor)).toEqual(
            sorted({
              units: all.units.filter((unit) => mayChangeUnits(actor, unit)).map(versionName),
              people: all.people
                .filter(({ unitPath }) => mayChangePeople(actor, { path: unitPath }))
                .map(({ personId }) => personId),
            }),
          );
          beside += byPolicy.people.filter((id) => !seenAtHome(actor, all.people, id)).length;
          shown += byPolicy.units.length;
          hidden += all.units.length - byPolicy.units.length;
        }
      }),
      { numRuns: 40, seed: 3 },
    );
    expect([...happened].sort()).toEqual(['merge', 'move']);
    expect(shown).toBeGreaterThan(100);
    expect(hidden).toBeGreaterThan(100);
    expect(beside).toBeGreaterThan(10);
  });
});

function seenAtHome(actor: Actor, people: readonly PersonLine[], id: string): boolean {
  const person = people.find(({ personId }) => personId === id);
  return person !== undefined && mayReadPerson(actor, { ...person, positionPaths: [] });
}

type Visible = { units: string[]; people: string[] };

async function byList(actor: Actor): Promise<Visible> {
  return withActor(app.deps.db, actor, async (trx) => {
    const units = await listEveryVersion(trx, actor.tenantId);
    const people = await findPeople(trx, actor.tenantId, app.clock.now, { left: false, limit: 1_000 });
    return sorted({ units: units.map(versionName), people: people.map(({ personId }) => personId) });
  });
}

/** As the application's role, with no condition of our own. */
async function byRawSelect(actor: Actor): Promise<Visible> {
  return withActor(app.deps.db, actor, async (trx) => {
    const units = await sql<{ id: string }>`
      select unit_id || ' ' || valid_from as id from unit_version`.execute(trx);
    const people = await sql<{ id: string }>`select person_id as id from person`.execute(trx);
    return sorted({ units: units.rows.map(({ id }) => id), people: people.rows.map(({ id }) => id) });
  });
}

/** Rows that the application's role can write to, with no condition of our own. */
async function byRawUpdate(actor: Actor): Promise<Visible> {
  return withActor(app.deps.db, actor, async (trx) => {
    const units = await sql<{ id: string }>`
      update unit_version set name = name returning unit_id || ' ' || valid_from as id`.execute(trx);
    const people = await sql<{ id: string }>`update person set name = name returning person_id as id`.execute(
      trx,
    );
    return sorted({ units: units.rows.map(({ id }) => id), people: people.rows.map(({ id }) => id) });
  });
}

async function everything(tenantId: TenantId) {
  return withTenant(app.deps.db, tenantId, async (trx) => ({
    units: await listEveryVersion(trx, tenantId),
    people: await findPeople(trx, tenantId, app.clock.now, { left: false, limit: 1_000 }),
  }));
}

const DAYS = [...['2015-01-01', '2020-01-01', '2020-02-01', '2020-03-01', '2020-04-01'].map(on), TODAY];

/** What the tree of each day shows, each version once. */
async function listEveryVersion(trx: ActorTransaction, tenantId: TenantId): Promise<UnitVersion[]> {
  const versions = new Map<string, UnitVersion>();
  for (const day of DAYS)
    for (const version of await listVersionsOn(trx, tenantId, day))
      versions.set(versionName(version), version);
  return [...versions.values()];
}

function versionName({ unitId, validFrom }: UnitVersion): string {
  return `${unitId} ${validFrom}`;
}

let built = 0;

async function build(province: {
  parents: number[];
  changes: { kind: string; one: number; other: number }[];
  people: {
    home: number;
    also: { at: number; to: string | undefined }[];
    roles: { role: Role; at: number }[];
  }[];
}): Promise<{ tenantId: TenantId; actors: Actor[] }> {
  built += 1;
  const tenantId = await givenTenant(app.database.ownerUrl, `random-${built}`);
  const count = province.parents.length + 1;
  await givenUnits(app.deps.db, tenantId, treeOf(province.parents));
  for (const [at, { home, also, roles }] of province.people.entries()) {
    const held = roles.map(({ role, at }) => ({ role, unit: (at % count) + 1 }));
    const email = `p${at}.${built}@truonggiang.example`;
    await givenPerson(app, tenantId, {
      name: `Người ${at}`,
      email,
      unit: (home % count) + 1,
      also: also.map(({ at, to }) => ({ unit: (at % count) + 1, ...(to !== undefined && { to }) })),
      roles: distinct(held),
    });
  }
  await change(tenantId, province.changes, count);
  const accounts = await withTenant(app.deps.db, tenantId, (trx) =>
    trx.selectFrom('person').select('account_id').where('tenant_id', '=', tenantId).execute(),
  );
  const actors = await Promise.all(
    accounts.map(({ account_id }) => findActor(app.deps.db, tenantId, account_id ?? '', TODAY)),
  );
  return { tenantId, actors: actors.filter((actor) => actor !== undefined) };
}

/** Moves and mergers after people were appointed; what the rules refuse does not happen. */
async function change(
  tenantId: TenantId,
  changes: readonly { kind: string; one: number; other: number }[],
  count: number,
): Promise<void> {
  for (const [at, { kind, one, other }] of changes.entries()) {
    const [unit, target] = [unitId((one % count) + 1), unitId((other % count) + 1)];
    const by = { day: on(`2020-0${at + 1}-01`), decision: BY_DECISION };
    await withTenant(app.deps.db, tenantId, async (trx) => {
      const acting = { trx, actor: everybody(tenantId), now: app.clock.now };
      if (kind === 'move') await moveUnit(acting, { unitId: unit, parentId: target, ...by });
      else await mergeUnits(acting, { unitIds: [unit], into: { as: 'existing', unitId: target }, ...by });
      happened.add(kind);
    }).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
    await withTenant(app.deps.db, tenantId, (trx) => settleUnitPaths(trx, tenantId, TODAY));
  }
}

const happened = new Set<string>();

function everybody(tenantId: TenantId): Actor {
  const personId = PersonId.parse('00000000-0000-7000-8000-00000000ffff');
  const grants = PERMISSIONS.map((permission) => ({ permission, path: '/', unitId: unitId(1) }));
  return { tenantId, personId, accountId: '', grants };
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
