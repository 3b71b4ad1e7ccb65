import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOperations } from '../../src/server/http/contract.ts';
import { startTestApp, type TestApp } from '../app.ts';
import { type Caller, givenPerson, givenProvince, PASSWORD, signedInAs, signIn, visitor } from '../given.ts';
import { mountedRoutes } from '../routes.ts';
import { unitId } from '../unit-examples.ts';

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
const SESSION = 'minhchung.session_token';
const NEW_PASSWORD = 'mot cau khac han 2026';

let app: TestApp;
let administrator: Caller;

beforeAll(async () => {
  app = await startTestApp();
  const tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  for (const email of ['hoa@tg.example', 'doi@tg.example'])
    await givenPerson(app, tenantId, { name: 'Lê Thị Hoa', email, unit: 4 });
});
afterAll(() => app.close());

/** Every address that may change something: routes as they are mounted, and the operations behind `/api/*`. */
function waysToChange() {
  const operations = listOperations().map(({ method, path }) => ({ method, url: `/api${path}` }));
  return [...mountedRoutes(app), ...operations].flatMap(({ method, url }) => {
    const known = WRITES.find((write) => write === method);
    const address = url.replace(/:\w+|\{\w+\}/g, unitId(99)).replace('*', 'x');
    return known === undefined ? [] : [{ method: known, url: address }];
  });
}

describe('a page of another site, opened by who is signed in here,', () => {
  test.each([
    ['that a browser of today names', { 'sec-fetch-site': 'cross-site' }],
    ['that stands beside ours under one domain', { 'sec-fetch-site': 'same-site' }],
    ['in an old browser', { origin: 'https://evil.example' }],
    ['that hides where it is', { origin: 'null' }],
    ['whose address begins like ours', { origin: 'http://localhost.evil.example' }],
  ])('%s changes nothing by any route, stream or operation', async (_what, headers) => {
    const cookie = [...administrator.cookies].map((pair) => pair.join('=')).join('; ');
    const ways = waysToChange();
    expect(ways.length).toBeGreaterThan(50);
    for (const { method, url } of ways) {
      const answer = await app.app.inject({
        method,
        url,
        headers: { cookie, host: 'localhost', ...headers },
      });
      expect([url, answer.statusCode, answer.json().faults[0].code]).toEqual([url, 403, 'cross_site']);
    }
  });
});

describe('a session', () => {
  test('that somebody laid in one’s browser before is not the one after signing in', async () => {
    const laid = administrator.cookies.get(SESSION) ?? '';
    const victim = visitor(app, new Map([[SESSION, laid]]));
    await victim.post('/session/sign-in', { email: 'hoa@tg.example', password: PASSWORD });
    expect(victim.cookies.get(SESSION)).not.toBe(laid);
    const who = async (caller: Caller) => (await caller.get('/me')).body.account;
    expect(await who(victim)).toMatchObject({ email: 'hoa@tg.example' });
    expect(await who(administrator)).toMatchObject({ email: 'administrator.1@truonggiang.example' });
  });

  test('is another one after a change of the password, and the one before is dead', async () => {
    const caller = await signIn(app, 'doi@tg.example');
    const before = caller.cookies.get(SESSION) ?? '';
    await caller.post('/password', { current: PASSWORD, next: NEW_PASSWORD });
    expect(caller.cookies.get(SESSION)).not.toBe(before);
    expect((await visitor(app, new Map([[SESSION, before]])).get('/me')).status).toBe(401);
    expect((await caller.get('/me')).status).toBe(200);
  });

  test('is taken from its cookie alone, from no address and no other header', async () => {
    const token = administrator.cookies.get(SESSION) ?? '';
    const bare = decodeURIComponent(token).split('.')[0] ?? '';
    for (const [url, headers] of [
      [`/api/me?session_token=${token}`, {}],
      ['/api/me', { authorization: `Bearer ${bare}` }],
      ['/api/me', { 'x-session-token': token }],
      ['/api/me', { cookie: `${SESSION}=${bare}` }],
      ['/api/me', { cookie: `other=${token}` }],
    ] as const)
      expect((await app.app.inject({ url, headers })).statusCode).toBe(401);
  });
});
