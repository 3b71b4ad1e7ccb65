import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import {
  type Caller,
  givenPerson,
  givenProvince,
  PASSWORD,
  signedInAs,
  signIn,
  visitor,
} from '../../../../tests/given.ts';
import { asOwner } from '../../../../tests/tenant.ts';
import { codeNow, nextCode } from '../../../../tests/totp.ts';
import type { PersonId, TenantId } from '../../../domain/kernel/id.ts';
import { closeAccounts } from './close-accounts.ts';

const LA = { name: 'Võ Thị Lá', email: 'la@truonggiang.example', unit: 4 };
const BE = { name: 'Võ Văn Bê', email: 'be@truonggiang.example', unit: 4 };
const LEAVING = { on: '2026-12-01', reason: 'Nghỉ hưu' };

let app: TestApp;
let tenantId: TenantId;
let administrator: Caller;
let la: Caller;
let personId: PersonId;

beforeAll(async () => {
  app = await startTestApp();
  tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  personId = await givenPerson(app, tenantId, LA);
  la = await signIn(app, LA.email);
});
afterAll(() => app.close());

const at = (moment: string) => {
  app.clock.now = Temporal.Instant.from(moment);
};
const attempt = (email: string) => visitor(app).post('/session/sign-in', { email, password: PASSWORD });
const closings = async () => (await administrator.get('/journal?action=account.closed')).body.entries ?? [];
const sessionsOf = (email: string) =>
  asOwner(
    app.database.ownerUrl,
    'select 1 from identity.auth_session join identity.auth_user as u on u.id = user_id where u.email = $1',
    [email],
  );

test('someone who leaves on a day to come works until the evening before', async () => {
  expect((await administrator.post(`/people/${personId}/leave`, LEAVING)).status).toBe(200);
  at('2026-11-30T23:59:59+07:00');
  await closeAccounts(app.deps.db, tenantId, app.clock.now);
  expect((await attempt(LA.email)).status).toBe(200);
  expect((await la.get('/me')).status).toBe(200);
  expect(await closings()).toEqual([]);
});

test('from that day on the password opens nothing and no session is anybody, before any job has run', async () => {
  at('2026-12-01T00:00:00+07:00');
  expect(await attempt(LA.email)).toMatchObject({ status: 401, codes: ['wrong_credentials'] });
  expect((await la.get('/me')).status).toBe(401);
});

test('the job ends the sessions and tells the journal, once', async () => {
  expect(await sessionsOf(LA.email)).not.toHaveLength(0);
  await closeAccounts(app.deps.db, tenantId, app.clock.now);
  await closeAccounts(app.deps.db, tenantId, app.clock.now);
  expect(await sessionsOf(LA.email)).toHaveLength(0);
  expect(await closings()).toMatchObject([
    { subjectId: personId, personId: null, after: { leftOn: LEAVING.on } },
  ]);
});

test('the second factor opens nothing either, and a letter for a new password is not written', async () => {
  at('2026-12-01T08:00:00+07:00');
  const leaver = await givenPerson(app, tenantId, BE);
  const be = await signIn(app, BE.email);
  const uri = String((await be.post('/totp/enroll', { password: PASSWORD })).body.uri);
  await be.post('/totp/confirm', { code: codeNow(uri) });
  await administrator.post(`/people/${leaver}/leave`, { ...LEAVING, on: '2026-12-02' });
  const door = visitor(app);
  const password = { email: BE.email, password: PASSWORD };
  expect((await door.post('/session/sign-in', password)).body).toEqual({ next: 'totp' });
  at('2026-12-02T00:00:00+07:00');
  expect((await door.post('/session/totp', { code: nextCode(uri) })).status).toBe(401);
  expect((await attempt(BE.email)).status).toBe(401);
  await visitor(app).post('/password/forgot', { email: BE.email });
  const letters = 'select 1 from outgoing_letter where recipient = $1';
  expect(await asOwner(app.database.ownerUrl, letters, [BE.email])).toEqual([]);
});

test('who leaves today is closed by who says so, and the journal names them', async () => {
  const mi = await givenPerson(app, tenantId, { ...LA, name: 'Võ Thị Mì', email: 'mi@truonggiang.example' });
  await signIn(app, 'mi@truonggiang.example');
  await administrator.post(`/people/${mi}/leave`, { ...LEAVING, on: '2026-12-02' });
  expect(await sessionsOf('mi@truonggiang.example')).toHaveLength(0);
  const [entry] = await closings();
  expect(entry).toMatchObject({ subjectId: mi, personId: expect.any(String) });
});
