import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import {
  type Caller,
  givenPerson,
  givenProvince,
  PASSWORD,
  signedInAs,
  signIn,
  visitor,
} from '../../../tests/given.ts';
import { asOwner } from '../../../tests/tenant.ts';
import { codeNow, nextCode } from '../../../tests/totp.ts';
import type { TenantId } from '../../domain/kernel/id.ts';
import { withTenant } from '../db/actor.ts';

const HOA = {
  name: 'Nguyễn Thị Hoa',
  email: 'hoa@truonggiang.example',
  unit: 4,
  roles: [{ role: 'officer' as const }],
};
const NEW_PASSWORD = 'mot cau khac han 2026';

let app: TestApp;
let tenantId: TenantId;

beforeAll(async () => {
  app = await startTestApp();
  tenantId = await givenProvince(app);
  await givenPerson(app, tenantId, HOA);
});
afterAll(() => app.close());
beforeEach(() => asOwner(app.database.ownerUrl, 'delete from identity.auth_rate_limit'));

describe('signing in', () => {
  it('answers who one is and what one may do', async () => {
    const hoa = await signIn(app, HOA.email);
    expect((await hoa.get('/me')).body).toMatchObject({
      demonstration: false,
      account: { email: HOA.email, totp: false },
      person: { name: HOA.name, unitName: 'Phường Đông Kiều' },
      positions: [{ title: 'Chuyên viên' }],
      roles: [{ role: 'officer', unitName: 'Phường Đông Kiều', until: null, onBehalfOf: null }],
    });
  });

  it('is in the journal of the unit', async () => {
    await signIn(app, HOA.email);
    const head = await signedInAs(app, tenantId, 'head_of_unit', 4);
    const { body } = await head.get('/journal?action=account.signed_in');
    expect(body.entries).toEqual(
      expect.arrayContaining([expect.objectContaining({ unitPath: expect.stringContaining('/') })]),
    );
  });

  it('answers alike for a wrong password and for an e-mail that nobody has', async () => {
    const wrong = await attempt(HOA.email, 'khong phai mat khau');
    const unknown = await attempt('ai-do@truonggiang.example', 'khong phai mat khau');
    expect(wrong).toMatchObject({ status: 401, codes: ['wrong_credentials'] });
    expect(unknown).toEqual(wrong);
  });

  it('spends as much work on an e-mail that nobody has', async () => {
    const known = await timed(() => attempt(HOA.email, 'khong phai mat khau'));
    const unknown = await timed(() => attempt('ai-do@truonggiang.example', 'khong phai mat khau'));
    expect(unknown).toBeGreaterThan(known / 3);
  });

  it('keeps nothing readable of the password', async () => {
    const rows = await asOwner(app.database.ownerUrl, 'select password from identity.auth_account');
    expect(JSON.stringify(rows)).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('gives a cookie that scripts cannot read, anew each time', async () => {
    const before = visitor(app, new Map([['minhchung.session_token', 'mine.forged']]));
    await before.post('/session/sign-in', { email: HOA.email, password: PASSWORD });
    const again = await signIn(app, HOA.email);
    const tokens = [before, again].map(({ cookies }) => cookies.get('minhchung.session_token'));
    expect(tokens).not.toContain('mine.forged');
    expect(new Set(tokens).size).toBe(2);
    const answer = await app.app.inject({
      method: 'POST',
      url: '/api/session/sign-in',
      payload: { email: HOA.email, password: PASSWORD },
    });
    expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  });

  it('takes no session that was not given out', async () => {
    const forged = visitor(app, new Map([['minhchung.session_token', 'mine.forged']]));
    expect((await forged.get('/me')).status).toBe(401);
  });

  it('is closed for a quarter of an hour after ten wrong tries, known e-mail or not', async () => {
    for (const email of [HOA.email, 'ai-do@truonggiang.example']) {
      for (let tries = 0; tries < 10; tries += 1) await attempt(email, 'khong phai mat khau');
      expect(await attempt(email, PASSWORD)).toMatchObject({ status: 403, codes: ['too_often'] });
    }
    app.clock.now = app.clock.now.add({ minutes: 16 });
    expect((await attempt(HOA.email, PASSWORD)).status).toBe(200);
  });

  it('of someone who has left opens nothing', async () => {
    const leaver = { ...HOA, email: 'la@truonggiang.example' };
    const personId = await givenPerson(app, tenantId, leaver);
    const caller = await signIn(app, leaver.email);
    const administrator = await signedInAs(app, tenantId, 'administrator');
    await administrator.post(`/people/${personId}/leave`, { on: '2026-11-23', reason: 'Chuyển công tác' });
    expect((await caller.get('/me')).status).toBe(401);
    expect(await attempt(leaver.email, PASSWORD)).toMatchObject({
      status: 401,
      codes: ['wrong_credentials'],
    });
  });
});

describe('sessions', () => {
  it('are listed with the one in use, closed one by one or all others at once', async () => {
    const here = await signIn(app, HOA.email);
    await here.post('/sessions/revoke-all');
    const there = await signIn(app, HOA.email);
    const { body } = await here.get('/sessions');
    const sessions = listOf(body);
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }) => !current);
    expect((await here.post(`/sessions/${other?.sessionId}/revoke`)).status).toBe(200);
    expect((await there.get('/me')).status).toBe(401);
    expect((await here.get('/me')).status).toBe(200);
  });

  it('of others cannot be closed', async () => {
    const here = await signIn(app, HOA.email);
    const other = await signedInAs(app, tenantId, 'auditor');
    const [session] = listOf((await other.get('/sessions')).body);
    expect((await here.post(`/sessions/${session?.sessionId}/revoke`)).status).toBe(404);
    expect((await other.get('/me')).status).toBe(200);
  });

  it('end with signing out', async () => {
    const here = await signIn(app, HOA.email);
    const cookie = here.cookies.get('minhchung.session_token') ?? '';
    await here.post('/session/sign-out');
    const again = visitor(app, new Map([['minhchung.session_token', cookie]]));
    expect((await again.get('/me')).status).toBe(401);
  });
});

describe('the second factor', () => {
  const LAN = { ...HOA, name: 'Trần Thị Lan', email: 'lan@truonggiang.example' };

  it('is asked for once it was confirmed, and no sooner', async () => {
    await givenPerson(app, tenantId, LAN);
    const lan = await signIn(app, LAN.email);
    expect(await lan.post('/totp/enroll', { password: 'sai mat khau roi' })).toMatchObject({
      status: 422,
      codes: ['wrong_password'],
    });
    const { body } = await lan.post('/totp/enroll', { password: PASSWORD });
    expect((await attempt(LAN.email, PASSWORD)).body).toEqual({ next: 'done' });
    expect(await lan.post('/totp/confirm', { code: '000000' })).toMatchObject({ codes: ['wrong_code'] });
    expect((await lan.post('/totp/confirm', { code: codeNow(String(body.uri)) })).status).toBe(200);

    const door = visitor(app);
    expect((await door.post('/session/sign-in', { email: LAN.email, password: PASSWORD })).body).toEqual({
      next: 'totp',
    });
    expect((await door.get('/me')).status).toBe(401);
    expect(await door.post('/session/totp', { code: '000000' })).toMatchObject({
      status: 401,
      codes: ['wrong_code'],
    });
    expect((await door.post('/session/totp', { code: nextCode(String(body.uri)) })).body).toEqual({
      next: 'done',
    });
    expect((await door.get('/me')).body).toMatchObject({ account: { totp: true } });
  });

  it('takes each code once, whoever sends it again, also at the same moment', async () => {
    const person = { ...HOA, name: 'Đỗ Thị Cúc', email: 'cuc@truonggiang.example' };
    await givenPerson(app, tenantId, person);
    const cuc = await signIn(app, person.email);
    const uri = String((await cuc.post('/totp/enroll', { password: PASSWORD })).body.uri);
    const confirmed = codeNow(uri);
    await cuc.post('/totp/confirm', { code: confirmed });
    const door = async () => {
      const caller = visitor(app);
      await caller.post('/session/sign-in', { email: person.email, password: PASSWORD });
      return caller;
    };
    const [one, other] = [await door(), await door()];
    expect(await one.post('/session/totp', { code: confirmed })).toMatchObject({
      status: 401,
      codes: ['wrong_code'],
    });
    const code = nextCode(uri);
    const tries = await Promise.all([one, other].map((caller) => caller.post('/session/totp', { code })));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await cuc.post('/totp/confirm', { code })).codes).toEqual(['wrong_code']);
  });

  it('that was lost is stood in for by a backup code, each once', async () => {
    const person = { ...HOA, name: 'Phạm Thị Mai', email: 'mai@truonggiang.example' };
    await givenPerson(app, tenantId, person);
    const mai = await signIn(app, person.email);
    const { body } = await mai.post('/totp/enroll', { password: PASSWORD });
    await mai.post('/totp/confirm', { code: codeNow(String(body.uri)) });
    const [code] = body.backupCodes ?? [];

    const tries = [];
    for (const attempted of [code, code, 'khong', 'abcde-fghij']) {
      const door = visitor(app);
      await door.post('/session/sign-in', { email: person.email, password: PASSWORD });
      tries.push((await door.post('/session/totp', { code: attempted })).status);
    }
    expect(tries).toEqual([200, 401, 400, 401]);
  });

  it('that was lost is taken off by an administrator, with a reason that the journal keeps', async () => {
    const administrator = await signIn(app, 'administrator.1@truonggiang.example');
    const officer = await signIn(app, HOA.email);
    const personId = await personIdOf(administrator, LAN.email);
    const reset = { reason: 'Mất điện thoại, đã xác minh trực tiếp' };
    expect((await officer.post(`/people/${personId}/reset-totp`, reset)).status).toBe(403);
    expect((await administrator.post(`/people/${personId}/reset-totp`, { reason: '' })).status).toBe(400);
    expect((await administrator.post(`/people/${personId}/reset-totp`, reset)).status).toBe(200);
    expect((await attempt(LAN.email, PASSWORD)).body).toEqual({ next: 'done' });
    const journal = await administrator.get('/journal?action=account.totp_reset');
    expect(journal.body.entries).toMatchObject([{ subjectId: personId, ...reset }]);
  });
});

describe('a password', () => {
  it('is changed by who knows it, and other sessions end', async () => {
    const person = { ...HOA, email: 'doi@truonggiang.example' };
    await givenPerson(app, tenantId, person);
    const other = await signIn(app, person.email);
    const here = await signIn(app, person.email);
    const wrong = { current: 'sai mat khau roi', next: NEW_PASSWORD };
    expect(await here.post('/password', wrong)).toMatchObject({ codes: ['wrong_password'] });
    expect(await here.post('/password', { current: PASSWORD, next: 'ngan' })).toMatchObject({
      status: 400,
      codes: ['password_short'],
    });
    expect((await here.post('/password', { current: PASSWORD, next: NEW_PASSWORD })).status).toBe(200);
    expect((await here.get('/me')).status).toBe(200);
    expect((await other.get('/me')).status).toBe(401);
    expect((await attempt(person.email, PASSWORD)).status).toBe(401);
    expect((await attempt(person.email, NEW_PASSWORD)).status).toBe(200);
  });

  it('that was forgotten is set anew by a link that works once, for an hour', async () => {
    const forgot = (email: string) => visitor(app).post('/password/forgot', { email });
    expect(await forgot(HOA.email)).toEqual(await forgot('ai-do@truonggiang.example'));
    const letters = await lettersTo(HOA.email);
    expect(letters).toHaveLength(1);
    expect(await lettersTo('ai-do@truonggiang.example')).toHaveLength(0);
    const token = /token=([\w-]+)/.exec(letters[0] ?? '')?.[1] ?? '';
    const signedIn = await signIn(app, HOA.email);
    const reset = (password: string) => visitor(app).post('/password/reset', { token, password });
    expect((await reset(NEW_PASSWORD)).status).toBe(200);
    expect((await signedIn.get('/me')).status).toBe(401);
    expect((await attempt(HOA.email, NEW_PASSWORD)).status).toBe(200);
    expect(await reset(PASSWORD)).toMatchObject({ status: 404, codes: ['link_dead'] });
  });

  it('is not set by a link an hour old', async () => {
    const person = { ...HOA, email: 'cham@truonggiang.example' };
    await givenPerson(app, tenantId, person);
    await visitor(app).post('/password/forgot', { email: person.email });
    const token = /token=([\w-]+)/.exec((await lettersTo(person.email))[0] ?? '')?.[1];
    app.clock.now = app.clock.now.add({ minutes: 61 });
    const late = await visitor(app).post('/password/reset', { token, password: NEW_PASSWORD });
    expect(late).toMatchObject({ status: 404, codes: ['link_dead'] });
  });
});

function attempt(email: string, password: string) {
  return visitor(app).post('/session/sign-in', { email, password });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

function lettersTo(email: string): Promise<string[]> {
  return withTenant(app.deps.db, tenantId, async (trx) => {
    const rows = await trx
      .selectFrom('outgoing_letter')
      .select('body')
      .where('recipient', '=', email)
      .execute();
    return rows.map(({ body }) => body);
  });
}

async function personIdOf(caller: Caller, email: string): Promise<string> {
  const { body } = await caller.get(`/people?search=${email}`);
  const people: { personId: string }[] = body.people ?? [];
  return people[0]?.personId ?? '';
}

type Line = { sessionId: string; current: boolean };

function listOf(body: object): Line[] {
  return Array.isArray(body) ? body : [];
}
