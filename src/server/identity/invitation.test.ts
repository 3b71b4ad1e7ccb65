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
import { identityFaults } from '../../text/vi/identity-faults.ts';
import { withTenant } from '../db/actor.ts';

const PASSWORD = 'mat khau cua toi 2026';
const from = '2026-01-01';

let app: TestApp;
let tenantId: TenantId;
let administrator: Caller;
let wardAdministrator: Caller;
let officer: Caller;

beforeAll(async () => {
  app = await startTestApp();
  tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  wardAdministrator = await signedInAs(app, tenantId, 'administrator', 4);
  officer = await signedInAs(app, tenantId, 'officer', 4);
});
afterAll(() => app.close());

describe('an invitation', () => {
  it('is told as a link where no mail can be sent, and opens an account once', async () => {
    const personId = await newPerson('Lê Thị Mơ', 'mo@truonggiang.example');
    const { body } = await wardAdministrator.post(`/people/${personId}/invite`);
    expect(body).toMatchObject({ sent: false, expiresAt: expect.stringContaining('2026-11-30') });
    const token = tokenOf(body.link);
    const door = visitor(app);
    expect((await door.get(`/invitations/${token}`)).body).toMatchObject({
      name: 'Lê Thị Mơ',
      unitName: 'Phường Đông Kiều',
      email: 'mo@truonggiang.example',
    });
    expect(await door.post(`/invitations/${token}/accept`, { password: 'ngan' })).toMatchObject({
      status: 400,
      codes: ['password_short'],
    });
    expect((await door.post(`/invitations/${token}/accept`, { password: PASSWORD })).body).toEqual({
      next: 'done',
    });
    expect((await door.get('/me')).body).toMatchObject({ person: { name: 'Lê Thị Mơ' } });
    expect(await visitor(app).get(`/invitations/${token}`)).toMatchObject({
      status: 404,
      codes: ['link_dead'],
    });
    expect((await visitor(app).post(`/invitations/${token}/accept`, { password: PASSWORD })).status).toBe(
      404,
    );
  });

  it('taken by two at once opens one account', async () => {
    const personId = await newPerson('Lê Thị Hai', 'hai@truonggiang.example');
    const { body } = await wardAdministrator.post(`/people/${personId}/invite`);
    const accept = () =>
      visitor(app).post(`/invitations/${tokenOf(body.link)}/accept`, { password: PASSWORD });
    const statuses = (await Promise.all([accept(), accept()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 404]);
  });

  it('is replaced by the next one and dies after seven days', async () => {
    const personId = await newPerson('Lê Thị Ba', 'ba@truonggiang.example');
    const first = await wardAdministrator.post(`/people/${personId}/invite`);
    const second = await wardAdministrator.post(`/people/${personId}/invite`);
    expect((await visitor(app).get(`/invitations/${tokenOf(first.body.link)}`)).status).toBe(404);
    expect((await visitor(app).get(`/invitations/${tokenOf(second.body.link)}`)).status).toBe(200);
    const before = app.clock.now;
    app.clock.now = before.add({ hours: 7 * 24 + 1 });
    expect((await visitor(app).get(`/invitations/${tokenOf(second.body.link)}`)).status).toBe(404);
    app.clock.now = before;
  });

  it('that nobody took in time is told as lapsed in the list of people, and a new one opens the account', async () => {
    const email = 'cham@truonggiang.example';
    const personId = await newPerson('Lê Thị Chậm', email);
    const stateOf = async () => {
      const { body } = await administrator.get(`/people?search=${email}`);
      const people: { account: string }[] = body.people ?? [];
      return people[0]?.account;
    };
    expect(await stateOf()).toBe('none');
    const first = await wardAdministrator.post(`/people/${personId}/invite`);
    expect(await stateOf()).toBe('invited');
    const before = app.clock.now;
    app.clock.now = before.add({ hours: 7 * 24 + 1 });
    expect(await stateOf()).toBe('lapsed');
    const late = await visitor(app).post(`/invitations/${tokenOf(first.body.link)}/accept`, {
      password: PASSWORD,
    });
    expect(late).toMatchObject({ status: 404, codes: ['link_dead'] });
    expect(identityFaults.link_dead({})).toMatch(/hết hạn/);
    const second = await wardAdministrator.post(`/people/${personId}/invite`);
    expect(await stateOf()).toBe('invited');
    const door = visitor(app);
    const taken = await door.post(`/invitations/${tokenOf(second.body.link)}/accept`, { password: PASSWORD });
    expect(taken.body).toEqual({ next: 'done' });
    expect(await stateOf()).toBe('active');
    app.clock.now = before;
  });

  it('sent to a wrong address is dead once the address was corrected', async () => {
    const personId = await newPerson('Lê Thị Sáu', 'sau-nham@truonggiang.example');
    const { body } = await wardAdministrator.post(`/people/${personId}/invite`);
    const right = { name: 'Lê Thị Sáu', email: 'sau@truonggiang.example' };
    await wardAdministrator.post(`/people/${personId}/correct`, right);
    const token = tokenOf(body.link);
    expect((await administrator.get(`/people/${personId}`)).body).toMatchObject({ account: 'lapsed' });
    expect((await visitor(app).get(`/invitations/${token}`)).status).toBe(404);
    expect((await visitor(app).post(`/invitations/${token}/accept`, { password: PASSWORD })).status).toBe(
      404,
    );
  });

  it('is kept only as a hash', async () => {
    const personId = await newPerson('Lê Thị Tư', 'tu@truonggiang.example');
    const { body } = await wardAdministrator.post(`/people/${personId}/invite`);
    const rows = await withTenant(app.deps.db, tenantId, (trx) =>
      trx.selectFrom('access_link').selectAll().execute(),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(body.link));
    const journal = await administrator.get('/journal?limit=200');
    expect(JSON.stringify(journal.body)).not.toContain(tokenOf(body.link));
  });

  it('is not made by who may not, for who has an account, or for who has no e-mail', async () => {
    const personId = await newPerson('Lê Thị Năm', null);
    expect((await officer.post(`/people/${personId}/invite`)).status).toBe(403);
    expect(await administrator.post(`/people/${personId}/invite`)).toMatchObject({
      status: 422,
      codes: ['no_email'],
    });
    const active = await givenPerson(app, tenantId, {
      name: 'Đã Có',
      email: 'da-co@truonggiang.example',
      unit: 4,
    });
    expect(await administrator.post(`/people/${active}/invite`)).toMatchObject({ codes: ['has_account'] });
    expect((await wardAdministrator.post(`/people/${unitId(1)}/invite`)).status).toBe(404);
  });
});

describe('a sheet of invitations', () => {
  const sheet = Array.from({ length: 120 }, (_, at) => ({
    unitCode: at % 2 === 0 ? 'U4' : 'U6',
    name: `Người Thứ ${at + 1}`,
    email: `nguoi${at + 1}@truonggiang.example`,
    title: 'Công chức Văn phòng – Thống kê',
    role: 'officer',
  }));

  it('says what is wrong in each row and does nothing at all', async () => {
    const rows = [
      ...sheet.slice(0, 2),
      { ...sheet[0], unitCode: 'NONE', role: 'king', email: 'khong-phai' },
      { ...sheet[1], email: sheet[0]?.email },
      { ...sheet[1], email: 'DA-CO@truonggiang.example', name: '' },
    ];
    const { body } = await administrator.post('/invitations', { rows, from });
    expect(body).toMatchObject({ done: false });
    expect(faultsOf(body)).toEqual([
      [],
      [],
      ['unknown_code', 'unknown_role', 'email'],
      ['email_twice'],
      ['name', 'email_taken'],
    ]);
    expect((await administrator.get('/people?search=nguoi%20thu')).body).toMatchObject({ people: [] });
  });

  it('of another unit is refused row by row', async () => {
    const { body } = await wardAdministrator.post('/invitations', { rows: sheet.slice(0, 2), from });
    expect(faultsOf(body)).toEqual([[], ['unknown_code']]);
  });

  it('invites 120 people with their positions and roles', async () => {
    const tried = await administrator.post('/invitations', { rows: sheet, from, dryRun: true });
    expect(tried.body).toMatchObject({ done: false });
    const { body } = await administrator.post('/invitations', { rows: sheet, from });
    expect(body).toMatchObject({ done: true });
    const rows: { fate: string; link: string | null }[] = body.rows ?? [];
    expect(rows.filter(({ fate, link }) => fate === 'invited' && link !== null)).toHaveLength(120);
    const last = visitor(app);
    await last.post(`/invitations/${tokenOf(rows[119]?.link)}/accept`, { password: PASSWORD });
    expect((await last.get('/me')).body).toMatchObject({
      person: { name: 'Người Thứ 120', unitName: 'Xã Thạch Vĩnh' },
      roles: [{ role: 'officer' }],
    });
    expect((await signIn(app, 'nguoi120@truonggiang.example', PASSWORD)).cookies.size).toBeGreaterThan(0);
  });
});

async function newPerson(name: string, email: string | null): Promise<string> {
  const person = { name, email, unitId: unitId(4), title: 'Chuyên viên', from };
  return String((await administrator.post('/people', person)).body.personId);
}

function tokenOf(link: string | null | undefined): string {
  return link?.split('/').at(-1) ?? '';
}

function faultsOf(body: { rows?: never }): string[][] {
  const rows: { faults: { code: string }[] }[] = body.rows ?? [];
  return rows.map(({ faults }) => faults.map(({ code }) => code));
}
