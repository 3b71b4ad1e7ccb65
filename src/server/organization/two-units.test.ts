import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { type Caller, givenPerson, givenProvince, signedInAs } from '../../../tests/given.ts';
import { unitId } from '../../../tests/unit-examples.ts';
import type { TenantId } from '../../domain/kernel/id.ts';

const [PROVINCE, DEPARTMENT, WARD, COMMUNE] = [1, 2, 4, 6].map(unitId);
const from = '2026-01-01';

let app: TestApp;
let tenantId: TenantId;
let administrator: Caller;
let wardAdministrator: Caller;

beforeAll(async () => {
  app = await startTestApp();
  tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  wardAdministrator = await signedInAs(app, tenantId, 'administrator', 4);
});
afterAll(() => app.close());

describe('someone with positions in two units', () => {
  const KIEM = { name: 'Hồ Văn Kiêm', email: 'kiem@truonggiang.example', unit: 4 };
  let personId: string;
  let communeAdministrator: Caller;
  let departmentAdministrator: Caller;

  beforeAll(async () => {
    personId = await givenPerson(app, tenantId, {
      ...KIEM,
      also: [{ unit: 6 }, { unit: 2, to: '2020-01-01' }],
    });
    communeAdministrator = await signedInAs(app, tenantId, 'administrator', 6);
    departmentAdministrator = await signedInAs(app, tenantId, 'administrator', 2);
  });

  it('is seen by both, each with what they hold there, and not where a position never began', async () => {
    const listed = async (caller: Caller) => peopleOf((await caller.get('/people?search=ho+van+kiem')).body);
    expect(await listed(wardAdministrator)).toMatchObject([
      { name: KIEM.name, unitName: 'Phường Đông Kiều', titles: ['Chuyên viên'] },
    ]);
    expect(await listed(communeAdministrator)).toMatchObject([
      { name: KIEM.name, unitName: 'Xã Thạch Vĩnh', titles: ['Kiêm nhiệm'] },
    ]);
    expect(await listed(departmentAdministrator)).toEqual([]);
    expect((await departmentAdministrator.get(`/people/${personId}`)).status).toBe(404);
  });

  it('is found among the people of either unit', async () => {
    for (const unit of [WARD, COMMUNE]) {
      const { body } = await administrator.get(`/people?unitId=${unit}&search=ho+van+kiem`);
      expect(peopleOf(body)).toHaveLength(1);
    }
    const { body } = await administrator.get(`/people?unitId=${DEPARTMENT}&search=ho+van+kiem`);
    expect(peopleOf(body)).toEqual([]);
  });

  it('is given roles and positions by either, while the account belongs to the unit that keeps the books', async () => {
    const { body } = await communeAdministrator.get(`/people/${personId}`);
    expect(body.allowed).toEqual(['appoint', 'assign']);
    const role = { personId, role: 'officer', unitId: COMMUNE, from };
    expect((await communeAdministrator.post('/assignments', role)).status).toBe(200);
    const elsewhere = { ...role, unitId: PROVINCE };
    expect((await communeAdministrator.post('/assignments', elsewhere)).status).toBe(403);
    const correction = { name: 'Hồ Kiêm', email: KIEM.email };
    expect((await communeAdministrator.post(`/people/${personId}/correct`, correction)).status).toBe(403);
    const leaving = { on: '2026-11-23', reason: 'Nghỉ' };
    expect((await communeAdministrator.post(`/people/${personId}/leave`, leaving)).status).toBe(403);
    expect((await wardAdministrator.post(`/people/${personId}/correct`, correction)).status).toBe(200);
  });

  it('is no longer seen where the position was ended before it began', async () => {
    const ahead = { personId, unitId: DEPARTMENT, title: 'Tổ trưởng', from: '2027-01-01' };
    const { body } = await administrator.post(`/people/${personId}/positions`, ahead);
    expect((await departmentAdministrator.get(`/people/${personId}`)).status).toBe(200);
    const positions: { title: string; positionId: string }[] = body.positions ?? [];
    const added = positions.find(({ title }) => title === 'Tổ trưởng');
    await administrator.post(`/positions/${added?.positionId}/end`, { on: '2027-01-01' });
    expect((await departmentAdministrator.get(`/people/${personId}`)).status).toBe(404);
  });
});

function peopleOf(body: { people?: never }): { name: string; unitName: string; titles: string[] }[] {
  return body.people ?? [];
}
