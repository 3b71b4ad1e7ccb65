import { Temporal } from 'temporal-polyfill';
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
import { unitId } from '../../../tests/unit-examples.ts';
import type { TenantId } from '../../domain/kernel/id.ts';

const [PROVINCE, WARD, DESK, COMMUNE] = [1, 4, 5, 6].map(unitId);
const from = '2026-01-01';

let app: TestApp;
let tenantId: TenantId;
let administrator: Caller & { personId: string };
let wardAdministrator: Caller & { personId: string };
let head: Caller & { personId: string };
let officer: Caller & { personId: string };
let officerEmail: string;

beforeAll(async () => {
  app = await startTestApp();
  tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  wardAdministrator = await signedInAs(app, tenantId, 'administrator', 4);
  head = await signedInAs(app, tenantId, 'head_of_unit', 4);
  const signedIn = await signedInAs(app, tenantId, 'officer', 6);
  officer = signedIn;
  officerEmail = signedIn.email;
});
afterAll(() => app.close());

describe('the list of people', () => {
  const NAMES = [
    'Đặng Văn Ổn',
    'Nguyễn Thị Ánh',
    'Lê Văn An',
    'Trần Văn Đông',
    'Phạm Thị Dung',
    'Bùi Thị Út',
  ];

  beforeAll(async () => {
    for (const [at, name] of NAMES.entries())
      await givenPerson(app, tenantId, { name, email: `xep${at}@truonggiang.example`, unit: 7 });
  });

  it('goes by the given name in Vietnamese order, page after page', async () => {
    const names: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await administrator.get(
        `/people?unitId=${unitId(7)}&limit=2&cursor=${next}`.replace(/&cursor=$/, ''),
      );
      names.push(...peopleOf(page.body).map(({ name }) => name));
      next = page.body.next ?? null;
    }
    expect(names).toEqual([
      'Lê Văn An',
      'Nguyễn Thị Ánh',
      'Phạm Thị Dung',
      'Trần Văn Đông',
      'Đặng Văn Ổn',
      'Bùi Thị Út',
    ]);
  });

  it.each(['anh', 'ÁNH', 'nguyen anh', 'xep1@'])('finds Nguyễn Thị Ánh by “%s”', async (search) => {
    const { body } = await administrator.get(
      `/people?unitId=${unitId(7)}&search=${encodeURIComponent(search)}`,
    );
    expect(peopleOf(body).map(({ name }) => name)).toEqual(['Nguyễn Thị Ánh']);
  });

  it('takes a percent sign for what it is', async () => {
    expect(peopleOf((await administrator.get('/people?search=%25')).body)).toEqual([]);
  });

  it('shows an officer only those of their unit and below', async () => {
    const { body } = await officer.get('/people?limit=200');
    expect(new Set(peopleOf(body).map(({ unitName }) => unitName))).toEqual(
      new Set(['Xã Thạch Vĩnh', 'Phòng Kinh tế']),
    );
  });

  it('refuses a cursor that it did not give', async () => {
    expect(await administrator.get('/people?cursor=abc')).toMatchObject({ status: 400, codes: ['cursor'] });
  });
});

describe('a new person', () => {
  const lan = {
    name: 'Vũ Thị Lan',
    email: 'LAN@truonggiang.example',
    unitId: DESK,
    title: 'Công chức Một cửa',
    from,
  };

  it('is added with a first position by who may change people there', async () => {
    expect((await officer.post('/people', lan)).status).toBe(403);
    expect((await wardAdministrator.post('/people', { ...lan, unitId: COMMUNE })).status).toBe(404);
    const { status, body } = await wardAdministrator.post('/people', lan);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Vũ Thị Lan',
      email: 'lan@truonggiang.example',
      account: 'none',
      positions: [{ title: 'Công chức Một cửa', unitName: 'Bộ phận Một cửa', validTo: null }],
    });
  });

  it('is refused with an e-mail that another person has', async () => {
    expect(await administrator.post('/people', lan)).toMatchObject({ status: 409, codes: ['email_taken'] });
  });

  it('is refused with the e-mail of somebody whom the caller does not see', async () => {
    const email = officerEmail;
    const answer = { status: 409, codes: ['email_taken'] };
    expect(await wardAdministrator.post('/people', { ...lan, email })).toMatchObject(answer);
    const row = { unitCode: 'U5', name: 'Ai Đó', email, title: 'Chuyên viên', role: 'officer' };
    const sheet = await wardAdministrator.post('/invitations', { rows: [row], from });
    expect(sheet).toMatchObject({ ...answer, body: { faults: [{ path: ['rows', 0, 'email'] }] } });
  });

  it('is not found by who does not see the unit', async () => {
    const { body } = await administrator.get('/people?search=vu thi lan'.replaceAll(' ', '%20'));
    const [found] = peopleOf(body);
    expect(await officer.get(`/people/${found?.personId}`)).toMatchObject({
      status: 404,
      codes: ['unknown_person'],
    });
  });

  it('is corrected in name and e-mail, the e-mail only until it is signed in with', async () => {
    const personId = await newPerson('Lê Thị Sia', DESK);
    const correct = (body: object) => wardAdministrator.post(`/people/${personId}/correct`, body);
    const right = { name: 'Lê Thị Sen', email: 'SEN@truonggiang.example' };
    expect((await officer.post(`/people/${personId}/correct`, right)).status).toBe(403);
    expect(await correct({ ...right, email: lan.email })).toMatchObject({
      status: 409,
      codes: ['email_taken'],
    });
    expect((await correct(right)).body).toMatchObject({
      name: 'Lê Thị Sen',
      email: 'sen@truonggiang.example',
    });
    const found = await administrator.get('/people?search=le%20thi%20sen');
    expect(peopleOf(found.body)).toHaveLength(1);
    const own = { name: 'Người Quản Trị', email: 'khac@truonggiang.example' };
    const active = await administrator.post(`/people/${officer.personId}/correct`, own);
    expect(active).toMatchObject({ status: 422, codes: ['has_account'] });
  });

  it('takes a second position elsewhere and leaves the first', async () => {
    const personId = await newPerson('Hồ Văn Kiêm', DESK);
    const added = await administrator.post(`/people/${personId}/positions`, {
      unitId: COMMUNE,
      title: 'Kiêm nhiệm',
      from,
    });
    expect(added.body).toMatchObject({ titles: ['Chuyên viên', 'Kiêm nhiệm'] });
    const positions: { positionId: string; title: string }[] = added.body.positions ?? [];
    const first = positions.find(({ title }) => title === 'Chuyên viên');
    const ended = await administrator.post(`/positions/${first?.positionId}/end`, { on: '2026-06-01' });
    expect(ended.body).toMatchObject({ titles: ['Kiêm nhiệm'] });
    const again = await administrator.post(`/positions/${first?.positionId}/end`, { on: '2026-07-01' });
    expect(again).toMatchObject({ status: 422, codes: ['already_ended'] });
  });
});

describe('a role', () => {
  it('is granted below one’s own unit, never to oneself', async () => {
    const personId = await newPerson('Ngô Thị Sen', DESK);
    const grant = { personId, role: 'one_stop_clerk', unitId: DESK, from };
    expect((await officer.post('/assignments', grant)).status).toBe(403);
    const above = await wardAdministrator.post('/assignments', { ...grant, unitId: PROVINCE });
    expect(above).toMatchObject({ status: 403, codes: ['permission_missing_here'] });
    const self = { ...grant, personId: wardAdministrator.personId, unitId: WARD };
    expect(await wardAdministrator.post('/assignments', self)).toMatchObject({
      status: 403,
      codes: ['own_role'],
    });
    expect((await wardAdministrator.post('/assignments', grant)).body).toMatchObject({
      roles: ['one_stop_clerk'],
    });
    expect(await wardAdministrator.post('/assignments', { ...grant, to: '2025-01-01' })).toMatchObject({
      status: 422,
      codes: ['end_before_start'],
    });
    expect(await wardAdministrator.post('/assignments', grant)).toMatchObject({ codes: ['already_held'] });
  });

  it('holds from its first day until the day before its last', async () => {
    const email = 'co-han@truonggiang.example';
    const roles = [{ role: 'auditor' as const, unit: 1, from: '2026-12-01', to: '2027-01-01' }];
    await givenPerson(app, tenantId, { name: 'Người Có Hạn', email, unit: 6, roles });
    const caller = await signIn(app, email);
    const seen: [string, number][] = [];
    const before = app.clock.now;
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01']) {
      app.clock.now = instantOf(day);
      seen.push([day, unitsOf(await caller.get('/units')).length]);
    }
    app.clock.now = before;
    expect(seen).toEqual([
      ['2026-11-30', 0],
      ['2026-12-01', 7],
      ['2026-12-31', 7],
      ['2027-01-01', 0],
    ]);
  });
});

describe('a delegation', () => {
  it('gives one’s own role to another until a day, and ends with the role', async () => {
    const email = 'duoc-uy-quyen@truonggiang.example';
    const person = { name: 'Người Được Ủy Quyền', email, unit: 5 };
    const personId = await givenPerson(app, tenantId, { ...person, roles: [{ role: 'officer' as const }] });
    const assignmentId = await ownAssignment(head);
    const to = '2026-12-24';
    const delegation = { assignmentId, personId, from: '2026-11-23', to };
    expect((await head.post('/delegations', { ...delegation, to: undefined })).status).toBe(400);
    expect(await head.post('/delegations', { ...delegation, to: '2028-01-01' })).toMatchObject({
      codes: ['delegation_too_long'],
    });
    expect(await head.post('/delegations', { ...delegation, personId: head.personId })).toMatchObject({
      codes: ['delegate_to_self'],
    });
    expect((await officer.post('/delegations', delegation)).status).toBe(403);
    expect((await head.post('/delegations', delegation)).status).toBe(200);

    const receiver = await signIn(app, email);
    const me = await receiver.get('/me');
    expect(me.body.roles).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ role: 'head_of_unit', until: to, onBehalfOf: 'Người head_of_unit' }),
      ]),
    );
    const further = {
      ...delegation,
      assignmentId: await ownAssignment(receiver, 'head_of_unit'),
      personId: officer.personId,
    };
    expect((await receiver.post('/delegations', further)).status).toBe(403);

    const end = { on: '2026-11-24', reason: 'Điều động' };
    expect((await administrator.post(`/assignments/${assignmentId}/end`, end)).status).toBe(200);
    const before = app.clock.now;
    app.clock.now = instantOf('2026-11-24');
    expect((await receiver.get('/me')).body.roles).toMatchObject([{ role: 'officer' }]);
    app.clock.now = before;
  });
});

describe('a leaver', () => {
  it('holds nothing any more, cannot come in, and stays in the history', async () => {
    const email = 'nghi-viec@truonggiang.example';
    const person = { name: 'Người Nghỉ Việc', email, unit: 4, roles: [{ role: 'officer' as const }] };
    const personId = await givenPerson(app, tenantId, person);
    const caller = await signIn(app, email);
    const leave = { on: '2026-11-23', reason: 'Nghỉ hưu' };
    expect((await officer.post(`/people/${personId}/leave`, leave)).status).toBe(403);
    expect(await wardAdministrator.post(`/people/${wardAdministrator.personId}/leave`, leave)).toMatchObject({
      status: 403,
    });
    expect((await wardAdministrator.post(`/people/${personId}/leave`, { ...leave, reason: '' })).status).toBe(
      400,
    );
    expect((await wardAdministrator.post(`/people/${personId}/leave`, leave)).status).toBe(200);
    expect((await caller.get('/me')).status).toBe(401);
    const { body } = await administrator.get(`/people/${personId}`);
    expect(body).toMatchObject({
      account: 'disabled',
      leftOn: '2026-11-23',
      roles: [],
      titles: [],
      allowed: [],
      positions: [{ validTo: '2026-11-23' }],
      assignments: [{ validTo: '2026-11-23' }],
    });
    const current = await administrator.get('/people?search=nghi%20viec');
    expect(peopleOf(current.body)).toEqual([]);
    expect(peopleOf((await administrator.get('/people?search=nghi%20viec&left=true')).body)).toHaveLength(1);
    expect(await wardAdministrator.post(`/people/${personId}/leave`, leave)).toMatchObject({
      status: 422,
      codes: ['already_ended'],
    });
  });
});

describe('a leaver who had delegated', () => {
  it('takes the delegation along', async () => {
    const giver = { name: 'Người Giao', email: 'nguoi-giao@truonggiang.example', unit: 4 };
    const giverId = await givenPerson(app, tenantId, { ...giver, roles: [{ role: 'head_of_unit' }] });
    const taker = { name: 'Người Nhận', email: 'nguoi-nhan@truonggiang.example', unit: 5 };
    const personId = await givenPerson(app, tenantId, taker);
    const giving = await signIn(app, giver.email);
    const assignmentId = await ownAssignment(giving);
    await giving.post('/delegations', { assignmentId, personId, from: '2026-11-23', to: '2026-12-23' });
    const taking = await signIn(app, taker.email);
    expect((await taking.get('/me')).body.roles).toMatchObject([{ role: 'head_of_unit' }]);
    await administrator.post(`/people/${giverId}/leave`, { on: '2026-11-23', reason: 'Nghỉ hưu' });
    expect((await taking.get('/units')).body).toMatchObject({ units: [] });
  });
});

describe('a leaver with a role that who ends them does not see', () => {
  it('holds it no more, and neither does who it was delegated to', async () => {
    const giver = { name: 'Người Trên Tỉnh', email: 'tren-tinh@truonggiang.example', unit: 4 };
    const giverId = await givenPerson(app, tenantId, {
      ...giver,
      roles: [{ role: 'head_of_unit', unit: 1 }],
    });
    const taker = { name: 'Người Thay', email: 'nguoi-thay@truonggiang.example', unit: 5 };
    const personId = await givenPerson(app, tenantId, taker);
    const giving = await signIn(app, giver.email);
    const assignmentId = await ownAssignment(giving);
    await giving.post('/delegations', { assignmentId, personId, from: '2026-11-23', to: '2026-12-23' });
    const taking = await signIn(app, taker.email);
    expect(unitsOf(await taking.get('/units'))).toHaveLength(7);
    await wardAdministrator.post(`/people/${giverId}/leave`, { on: '2026-11-23', reason: 'Nghỉ hưu' });
    expect(unitsOf(await taking.get('/units'))).toEqual([]);
    expect((await giving.get('/units')).status).toBe(401);
  });
});

describe('somebody without any role', () => {
  it('sees themselves and nobody else', async () => {
    const email = 'khong-vai-tro@truonggiang.example';
    const personId = await givenPerson(app, tenantId, { name: 'Người Mới', email, unit: 4 });
    const caller = await signIn(app, email);
    expect((await caller.get(`/people/${personId}`)).body).toMatchObject({ name: 'Người Mới' });
    expect((await caller.get(`/people/${officer.personId}`)).status).toBe(404);
    expect((await caller.get('/people')).status).toBe(403);
    expect((await visitor(app).get('/people')).status).toBe(401);
  });
});

async function newPerson(name: string, unit: string | undefined): Promise<string> {
  const { body } = await administrator.post('/people', { name, unitId: unit, title: 'Chuyên viên', from });
  return String(body.personId);
}

async function ownAssignment(caller: Caller, role?: string): Promise<string> {
  const me = await caller.get('/me');
  const person: { personId?: string } = me.body.person ?? {};
  const { body } = await caller.get(`/people/${person.personId}`);
  const held: { assignmentId: string; role: string }[] = body.assignments ?? [];
  return held.find((assignment) => role === undefined || assignment.role === role)?.assignmentId ?? '';
}

function unitsOf({ body }: { body: { units?: never } }): unknown[] {
  return body.units ?? [];
}

function peopleOf(body: { people?: never }): { personId: string; name: string; unitName: string }[] {
  return body.people ?? [];
}

function instantOf(day: string): Temporal.Instant {
  return Temporal.Instant.from(`${day}T08:00:00+07:00`);
}
