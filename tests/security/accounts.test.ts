import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import { type Caller, givenPerson, givenProvince, PASSWORD, signedInAs, signIn, visitor } from '../given.ts';
import { asOwner } from '../tenant.ts';
import { codeNow } from '../totp.ts';
import { unitId } from '../unit-examples.ts';

const KNOWN = 'hoa@tg.example';
const CLOSED = 'nghi@tg.example';
const TWO_STEPS = 'khoa@tg.example';
const UNINVITED = 'chua@tg.example';
const UNKNOWN = 'ai-do@tg.example';

let app: TestApp;
let administrator: Caller;
let wardAdministrator: Caller;
let elsewhere: string;

beforeAll(async () => {
  app = await startTestApp();
  const tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  wardAdministrator = await signedInAs(app, tenantId, 'administrator', 4);
  await givenPerson(app, tenantId, { name: 'Lê Thị Hoa', email: KNOWN, unit: 4 });
  const leaver = await givenPerson(app, tenantId, { name: 'Lý Văn Nghỉ', email: CLOSED, unit: 4 });
  await administrator.post(`/people/${leaver}/leave`, { on: '2026-11-23', reason: 'Nghỉ hưu' });
  await givenPerson(app, tenantId, { name: 'Phạm Văn Khóa', email: TWO_STEPS, unit: 4 });
  const khoa = await signIn(app, TWO_STEPS);
  const { body } = await khoa.post('/totp/enroll', { password: PASSWORD });
  await khoa.post('/totp/confirm', { code: codeNow(String(body.uri)) });
  const person = { name: 'Hà Thị Chưa', email: UNINVITED, unitId: unitId(4), title: 'Chuyên viên' };
  await administrator.post('/people', { ...person, from: '2026-01-01' });
  elsewhere = await givenPerson(app, tenantId, { name: 'Đỗ Xa', email: 'xa@tg.example', unit: 6 });
});
beforeEach(() => asOwner(app.database.ownerUrl, 'delete from identity.auth_rate_limit'));
afterAll(() => app.close());

/** All that an outsider sees of an answer, but for the time of day. */
async function seen(path: string, payload: object) {
  const { statusCode, headers, body } = await app.app.inject({ method: 'POST', url: `/api${path}`, payload });
  const { date: _, ...rest } = headers;
  return { statusCode, headers: rest, body };
}

describe('who has an account', () => {
  test.each([
    ['is closed', CLOSED],
    ['needs two steps', TWO_STEPS],
    ['nobody has taken', UNINVITED],
    ['does not exist', UNKNOWN],
  ])('is not told by a wrong password for one that %s', async (_what, email) => {
    const wrong = 'khong phai mat khau';
    const known = await seen('/session/sign-in', { email: KNOWN, password: wrong });
    expect(known.statusCode).toBe(401);
    expect(await seen('/session/sign-in', { email, password: wrong })).toEqual(known);
  });

  test('is not told by the right password of one that is closed', async () => {
    const none = await seen('/session/sign-in', { email: UNKNOWN, password: PASSWORD });
    expect(await seen('/session/sign-in', { email: CLOSED, password: PASSWORD })).toEqual(none);
  });

  test.each([
    ['is closed', CLOSED],
    ['nobody has taken', UNINVITED],
    ['does not exist', UNKNOWN],
  ])('is not told by asking for a new password for one that %s', async (_what, email) => {
    const known = await seen('/password/forgot', { email: KNOWN });
    expect(known.statusCode).toBe(200);
    expect(await seen('/password/forgot', { email })).toEqual(known);
    const letters = await asOwner(
      app.database.ownerUrl,
      'select recipient from outgoing_letter where recipient = $1',
      [email],
    );
    expect(letters).toEqual([]);
  });

  test('is not told by links that nobody gave out', async () => {
    const token = 'a'.repeat(43);
    expect(await seen('/password/reset', { token, password: PASSWORD })).toMatchObject({ statusCode: 404 });
    expect((await visitor(app).get(`/invitations/${token}`)).codes).toEqual(['link_dead']);
  });
});

describe('a person of another unit', () => {
  test.each([
    ['invited', 'invite', {}],
    ['freed of the second step', 'reset-totp', { reason: 'Mất điện thoại' }],
    ['recorded as leaving', 'leave', { on: '2026-11-24', reason: 'Chuyển công tác' }],
    ['corrected', 'correct', { name: 'Tên Khác', email: null }],
  ])('is %s as little as one who does not exist, and answered alike', async (_what, action, input) => {
    const there = await wardAdministrator.post(`/people/${elsewhere}/${action}`, input);
    const nowhere = await wardAdministrator.post(`/people/${unitId(98)}/${action}`, input);
    expect(there.status).toBe(404);
    expect(there).toEqual(nowhere);
  });
});
