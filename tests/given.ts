import { randomUUID } from 'node:crypto';
import { PersonId, type TenantId, type UnitId } from '../src/domain/kernel/id.ts';
import { type Assignment, AssignmentId, PositionId } from '../src/domain/organization/person.ts';
import type { Role } from '../src/domain/organization/role.ts';
import {
  applyChange,
  joinChanges,
  NO_CHANGE,
  type UnitChange,
} from '../src/domain/organization/tree/change.ts';
import { decideCreate } from '../src/domain/organization/tree/decide.ts';
import { registerOf } from '../src/domain/organization/tree/register.ts';
import { withTenant } from '../src/server/db/actor.ts';
import type { Database } from '../src/server/db/connect.ts';
import { createAccount, savePasswordHash } from '../src/server/identity/account-queries.ts';
import { hashPassword } from '../src/server/identity/auth.ts';
import { endPosition, saveAssignment, savePosition } from '../src/server/organization/assignment-queries.ts';
import { linkAccount, savePerson } from '../src/server/organization/person-queries.ts';
import { listKinds, saveChange } from '../src/server/organization/unit-queries.ts';
import type { TestApp } from './app.ts';
import { givenTenant } from './tenant.ts';
import { BY_DECISION, on, unitId } from './unit-examples.ts';

export const PASSWORD = 'mot cau kho doan 2026';

/** `{ name, kind, children }`: units as a test writes them, ids by `unitId(number)`. */
export type GivenUnit = {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly below?: readonly GivenUnit[];
};

const PROVINCE_TREE: GivenUnit = {
  id: 1,
  kind: 'ubnd_tinh',
  name: 'UBND tỉnh Trường Giang',
  below: [
    {
      id: 2,
      kind: 'so',
      name: 'Sở Nội vụ',
      below: [{ id: 3, kind: 'phong', name: 'Phòng Cải cách hành chính' }],
    },
    {
      id: 4,
      kind: 'phuong',
      name: 'Phường Đông Kiều',
      below: [{ id: 5, kind: 'bo_phan', name: 'Bộ phận Một cửa' }],
    },
    { id: 6, kind: 'xa', name: 'Xã Thạch Vĩnh', below: [{ id: 7, kind: 'phong', name: 'Phòng Kinh tế' }] },
  ],
};

/** A tenant with these units, in force since 2015. */
export async function givenProvince(app: TestApp, tree: GivenUnit = PROVINCE_TREE): Promise<TenantId> {
  const tenantId = await givenTenant(app.database.ownerUrl);
  await givenUnits(app.deps.db, tenantId, tree);
  return tenantId;
}

export async function givenUnits(db: Database, tenantId: TenantId, tree: GivenUnit): Promise<void> {
  await withTenant(db, tenantId, async (trx) => {
    const kinds = await listKinds(trx);
    let register = registerOf([]);
    let all: UnitChange = NO_CHANGE;
    const add = (unit: GivenUnit, parentId: UnitId | null): void => {
      const { kind, name } = unit;
      const command = {
        parentId,
        kind,
        name,
        code: `U${unit.id}`,
        day: on('2015-01-01'),
        decision: BY_DECISION,
      };
      const change = decideCreate(register, kinds, command, unitId(unit.id));
      register = applyChange(register, change);
      all = joinChanges(all, change);
      for (const child of unit.below ?? []) add(child, unitId(unit.id));
    };
    add(tree, null);
    await saveChange(
      trx,
      tenantId,
      all,
      all.successions.map(() => randomUUID()),
    );
  });
}

export type GivenPerson = {
  readonly name: string;
  readonly email: string;
  /** Number of the unit on whose books the person stands. */
  readonly unit: number;
  /** Numbers of units with a second position, and which day it ended, if it did. */
  readonly also?: readonly { readonly unit: number; readonly to?: string }[];
  readonly roles?: readonly {
    readonly role: Role;
    readonly unit?: number;
    readonly from?: string;
    readonly to?: string;
  }[];
};

let passwordHash: Promise<string> | undefined;

/** Somebody who can sign in with `PASSWORD`. */
export async function givenPerson(app: TestApp, tenantId: TenantId, person: GivenPerson): Promise<PersonId> {
  const { db } = app.deps;
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const personId = PersonId.parse(randomUUID());
  await withTenant(db, tenantId, async (trx) => {
    const pathOf = async (number: number): Promise<string> => {
      const row = await trx
        .selectFrom('unit_version')
        .select('path')
        .where('tenant_id', '=', tenantId)
        .where('unit_id', '=', unitId(number))
        .orderBy('valid_from', 'desc')
        .executeTakeFirstOrThrow();
      return row.path;
    };
    const { name, email } = person;
    const home = { unitId: unitId(person.unit), unitPath: await pathOf(person.unit) };
    await savePerson(trx, tenantId, { personId, name, email, ...home });
    await savePosition(trx, tenantId, {
      positionId: randomUUID(),
      personId,
      ...home,
      title: 'Chuyên viên',
      from: on('2020-01-01'),
    });
    for (const { unit, to } of person.also ?? []) {
      const positionId = PositionId.parse(randomUUID());
      const place = { unitId: unitId(unit), unitPath: await pathOf(unit) };
      const held = { positionId, personId, ...place, title: 'Kiêm nhiệm', from: on('2020-01-01') };
      await savePosition(trx, tenantId, held);
      if (to !== undefined) await endPosition(trx, tenantId, positionId, on(to));
    }
    for (const { role, unit = person.unit, from = '2020-01-01', to = null } of person.roles ?? []) {
      const assignment: Assignment = {
        assignmentId: AssignmentId.parse(randomUUID()),
        personId,
        role,
        unitId: unitId(unit),
        unitPath: await pathOf(unit),
        validFrom: on(from),
        validTo: to === null ? null : on(to),
        onBehalfOf: null,
      };
      await saveAssignment(trx, tenantId, assignment);
    }
    const accountId = await createAccount(trx, app.clock.now, { name, email });
    if (accountId === undefined) throw new Error(`${email} is taken`);
    await savePasswordHash(trx, accountId, hash);
    await linkAccount(trx, tenantId, personId, accountId);
  });
  return personId;
}

/** A person with one role in one unit, signed in. */
export async function signedInAs(
  app: TestApp,
  tenantId: TenantId,
  role: Role,
  unit = 1,
): Promise<Caller & { personId: PersonId; email: string }> {
  const email = `${role}.${unit}@truonggiang.example`.replace('_', '');
  const person = { name: `Người ${role}`, email, unit, roles: [{ role }] };
  const personId = await givenPerson(app, tenantId, person);
  return { ...(await signIn(app, email)), personId, email };
}

/** Sends requests with the cookies it was given. */
export type Caller = {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>;
  readonly cookies: ReadonlyMap<string, string>;
};

/** `body` is whatever JSON came back; a test says what it expects of it. */
type Answer = {
  readonly status: number;
  readonly body: Record<string, never>;
  readonly codes: readonly string[];
};

/** Somebody without an account, or with these cookies. */
export function visitor({ app }: TestApp, cookies: Map<string, string> = new Map()): Caller {
  const call = async (method: 'GET' | 'POST', path: string, body?: object, headers = {}): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.inject({
      method,
      url: `/api${path}`,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(method === 'POST' ? { payload: body ?? {} } : {}),
    });
    for (const { name, value, maxAge } of answer.cookies)
      if (maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    const parsed = answer.body === '' ? {} : answer.json();
    const faults: { code: string }[] = Array.isArray(parsed.faults) ? parsed.faults : [];
    return { status: answer.statusCode, body: parsed, codes: faults.map(({ code }) => code) };
  };
  return {
    cookies,
    get: (path) => call('GET', path),
    post: (path, body, headers) => call('POST', path, body, headers),
  };
}

export async function signIn(app: TestApp, email: string, password = PASSWORD): Promise<Caller> {
  const caller = visitor(app);
  const { status, body } = await caller.post('/session/sign-in', { email, password });
  if (status !== 200) throw new Error(`sign-in of ${email} answered ${status} ${JSON.stringify(body)}`);
  return caller;
}
