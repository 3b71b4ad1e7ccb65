import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import {
  type Caller,
  givenPerson,
  givenProvince,
  signedInAs,
  signIn,
  visitor,
} from '../../../tests/given.ts';
import { asOwner } from '../../../tests/tenant.ts';
import { unitId } from '../../../tests/unit-examples.ts';
import type { TenantId } from '../../domain/kernel/id.ts';

const decision = { number: '12/NQ-HĐND', date: '2026-06-20' };
const day = '2026-07-01';
const [PROVINCE, DEPARTMENT, WARD, DESK, COMMUNE, STRANGER] = [1, 2, 4, 5, 6, 99].map(unitId);

let app: TestApp;
let tenantId: TenantId;
let administrator: Caller;
let officer: Caller;
let wardAdministrator: Caller;

beforeAll(async () => {
  app = await startTestApp();
  tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  officer = await signedInAs(app, tenantId, 'officer', 4);
  wardAdministrator = await signedInAs(app, tenantId, 'administrator', 4);
});
afterAll(() => app.close());

describe('the tree of units', () => {
  it('is shown to nobody who is not signed in', async () => {
    expect(await visitor(app).get('/units')).toMatchObject({ status: 401, codes: ['sign_in_first'] });
  });

  it('shows the administrator every unit, parents first and departments before communes, with what may be done', async () => {
    const { body } = await administrator.get('/units');
    expect(body.units).toMatchObject([
      { name: 'UBND tỉnh Trường Giang', allowed: expect.arrayContaining(['create_below']) },
      { name: 'Sở Nội vụ' },
      { name: 'Phòng Cải cách hành chính' },
      { name: 'Xã Thạch Vĩnh' },
      { name: 'Phòng Kinh tế' },
      { name: 'Phường Đông Kiều' },
      { name: 'Bộ phận Một cửa' },
    ]);
  });

  it('shows an officer their own unit and the way up to the root, with nothing to do', async () => {
    const { body } = await officer.get('/units');
    expect(body.units).toMatchObject([
      { name: 'UBND tỉnh Trường Giang', allowed: [] },
      { name: 'Phường Đông Kiều', allowed: [] },
      { name: 'Bộ phận Một cửa', allowed: [] },
    ]);
  });

  it('is empty on a day before there were units', async () => {
    expect((await administrator.get('/units?day=2014-12-31')).body).toMatchObject({ units: [] });
  });

  it('refuses a day that is none', async () => {
    expect(await administrator.get('/units?day=2026-02-30')).toMatchObject({ status: 400, codes: ['day'] });
  });
});

describe('one unit', () => {
  it('comes with the way to the root', async () => {
    const { body } = await officer.get(`/units/${DESK}`);
    expect(body).toMatchObject({
      unit: { name: 'Bộ phận Một cửa' },
      above: [{ name: 'UBND tỉnh Trường Giang' }, { name: 'Phường Đông Kiều' }],
    });
  });

  it.each([
    ['that nobody has', STRANGER],
    ['that the caller does not see', COMMUNE],
  ])('%s is not found', async (_, unit) => {
    const answer = { status: 404, codes: ['unknown_unit'] };
    expect(await officer.get(`/units/${unit}`)).toMatchObject(answer);
    expect(await officer.get(`/units/${unit}/history`)).toMatchObject(answer);
  });
});

describe('a change of the tree', () => {
  const create = { parentId: PROVINCE, kind: 'xa', code: 'X20', name: 'Xã Suối Nứa', day, decision };

  it.each([
    ['by nobody', () => visitor(app), 401],
    ['by an officer', () => officer, 403],
    ['by the administrator of a ward, above that ward', () => wardAdministrator, 403],
  ])('is not made %s', async (_, caller, status) => {
    expect((await caller().post('/units', create)).status).toBe(status);
  });

  it('is forbidden where the unit is seen and not found where it is not', async () => {
    const rename = { name: 'Tên khác', day, decision };
    const forbidden = { status: 403, codes: ['permission_missing_here'] };
    expect(await wardAdministrator.post(`/units/${PROVINCE}/rename`, rename)).toMatchObject(forbidden);
    expect((await wardAdministrator.post(`/units/${COMMUNE}/rename`, rename)).status).toBe(404);
  });

  it('names every fault of the input with its field', async () => {
    const answer = await administrator.post('/units', { ...create, code: '', name: 'X', day: '1/7/2026' });
    expect(answer.status).toBe(400);
    expect(answer.body.faults).toMatchObject([
      { path: ['code'], code: 'unit_code' },
      { path: ['name'], code: 'name' },
      { path: ['day'], code: 'day' },
    ]);
  });

  it('names every rule that it would break', async () => {
    const answer = await administrator.post('/units', { ...create, kind: 'huyen', code: 'U6' });
    expect(answer).toMatchObject({ status: 422, codes: ['kind_no_longer', 'code_taken'] });
  });

  it('is there on its day, not the day before, and in the journal with its decision', async () => {
    const { status, body } = await administrator.post('/units', create);
    expect(status).toBe(200);
    expect(body.units).toMatchObject([{ name: 'Xã Suối Nứa', validFrom: day }]);
    expect(await namesOn('2026-06-30')).not.toContain('Xã Suối Nứa');
    expect(await namesOn(day)).toContain('Xã Suối Nứa');
    const journal = await administrator.get('/journal?action=unit.created');
    expect(journal.body.entries).toMatchObject([
      { action: 'unit.created', after: { name: 'Xã Suối Nứa' }, reason: '12/NQ-HĐND, 2026-06-20' },
    ]);
  });

  it('sent twice with one key is made once', async () => {
    const twice = { ...create, code: 'X21', name: 'Xã Bình Lạc' };
    const headers = { 'idempotency-key': 'binh-lac-once' };
    const first = await administrator.post('/units', twice, headers);
    const second = await administrator.post('/units', twice, headers);
    expect(second).toEqual(first);
    expect((await namesOn(day)).filter((name) => name === 'Xã Bình Lạc')).toHaveLength(1);
  });

  it('takes no code of a unit that the caller does not see', async () => {
    const desk = { kind: 'bo_phan', code: 'U6', name: 'Bộ phận Tiếp dân', parentId: WARD, day, decision };
    const answer = await wardAdministrator.post('/units', desk);
    expect(answer).toMatchObject({ status: 409, codes: ['code_taken_elsewhere'] });
  });

  it('of a ward is made by the ward’s own administrator', async () => {
    const desk = { kind: 'bo_phan', code: 'X22', name: 'Bộ phận Tiếp dân', parentId: WARD, day, decision };
    expect((await wardAdministrator.post('/units', desk)).status).toBe(200);
  });

  it('by two at once with one code succeeds for one of them', async () => {
    const make = (name: string) => administrator.post('/units', { ...create, code: 'X30', name });
    const answers = await Promise.all([make('Xã Một'), make('Xã Hai')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });
});

describe('a merger', () => {
  it('takes people and their roles into the successor from its day, and keeps the old unit in their sight', async () => {
    const merged = await startTestApp();
    try {
      const tenant = await givenProvince(merged);
      const chief = await signedInAs(merged, tenant, 'administrator');
      const clerk = {
        name: 'Lê Thị Mơ',
        email: 'mo@truonggiang.example',
        unit: 6,
        roles: [{ role: 'officer' as const }],
      };
      await givenPerson(merged, tenant, clerk);
      const mergeDay = '2026-12-01';
      const into = { as: 'existing', unitId: WARD };
      const answer = await chief.post('/units/merge', { unitIds: [COMMUNE], into, day: mergeDay, decision });
      expect(answer.status).toBe(200);
      const mo = await signIn(merged, clerk.email);
      expect((await mo.get('/me')).body).toMatchObject({
        person: { unitName: 'Xã Thạch Vĩnh' },
        roles: [{ role: 'officer', unitName: 'Xã Thạch Vĩnh', until: mergeDay }],
      });

      merged.clock.now = merged.clock.now.add({ hours: 24 * 10 });
      await chief.post(`/units/${DEPARTMENT}/rename`, { name: 'Sở Nội vụ tỉnh', day: mergeDay, decision });
      expect((await mo.get('/me')).body).toMatchObject({
        person: { unitName: 'Phường Đông Kiều' },
        roles: [{ role: 'officer', unitName: 'Phường Đông Kiều', until: null }],
      });
      const before = await mo.get('/units?day=2026-11-30');
      expect(before.body.units).toEqual(
        expect.arrayContaining([expect.objectContaining({ name: 'Xã Thạch Vĩnh' })]),
      );
    } finally {
      await merged.close();
    }
  });
});

describe('a sheet of units', () => {
  const rows = [
    { code: 'P1', name: 'Phòng Một', kind: 'phong', parentCode: 'X40' },
    { code: 'X40', name: 'Xã Mới', kind: 'xa', parentCode: 'U1' },
    { code: 'U6', name: 'Xã Thạch Vĩnh', kind: 'xa', parentCode: 'U1' },
  ];

  it('tells each row’s fate and changes nothing when it is only tried', async () => {
    const { body } = await administrator.post('/units/import', { rows, day, decision, dryRun: true });
    expect(body).toMatchObject({
      done: false,
      rows: [{ fate: 'created' }, { fate: 'created' }, { fate: 'known' }],
    });
    expect(await namesOn(day)).not.toContain('Xã Mới');
  });

  it('with one bad row does nothing', async () => {
    const bad = [...rows, { code: 'X41', name: 'Xã Lạc', kind: 'xa', parentCode: 'NONE' }];
    const { body } = await administrator.post('/units/import', { rows: bad, day, decision });
    expect(body).toMatchObject({ done: false });
    expect(body.rows).toMatchObject([{}, {}, {}, { fate: 'refused', faults: [{ code: 'unknown_code' }] }]);
    expect(await namesOn(day)).not.toContain('Xã Mới');
  });

  it('may name a child before its parent', async () => {
    expect((await administrator.post('/units/import', { rows, day, decision })).body).toMatchObject({
      done: true,
    });
    expect(await namesOn(day)).toEqual(expect.arrayContaining(['Xã Mới', 'Phòng Một']));
  });

  it('is not taken from who may not change what stands above', async () => {
    expect((await officer.post('/units/import', { rows, day, decision })).status).toBe(403);
    const answer = await wardAdministrator.post('/units/import', {
      rows: [{ code: 'X50', name: 'Xã Khác', kind: 'xa', parentCode: 'U1' }],
      day,
      decision,
    });
    expect(answer.status).toBe(403);
  });
});

describe('history', () => {
  it('cannot be deleted by the application’s role', async () => {
    const { rows } = await rightsOf('unit_version');
    expect(rows).not.toContain('DELETE');
    expect((await rightsOf('unit_succession')).rows).toEqual(['INSERT', 'SELECT']);
  });
});

async function namesOn(on: string): Promise<string[]> {
  const { body } = await administrator.get(`/units?day=${on}`);
  const units: { name: string }[] = body.units ?? [];
  return units.map(({ name }) => name);
}

async function rightsOf(table: string): Promise<{ rows: unknown[] }> {
  const rows = await asOwner(
    app.database.ownerUrl,
    `select privilege_type as name from information_schema.role_table_grants
     where grantee = 'minhchung_app' and table_name = $1 order by 1`,
    [table],
  );
  return {
    rows: rows.map((row) => (row && typeof row === 'object' && 'name' in row ? row.name : undefined)),
  };
}
