import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROLES } from '../../src/domain/organization/role.ts';
import { listOperations } from '../../src/server/http/contract.ts';
import { startTestApp, type TestApp } from '../app.ts';
import {
  type Caller,
  givenPerson,
  givenProvince,
  givenUnits,
  PASSWORD,
  type signedInAs,
  signIn,
  visitor,
} from '../given.ts';
import { DECISION, indexScorecard } from '../index-examples.ts';
import { mountedRoutes } from '../routes.ts';
import { givenTenant } from '../tenant.ts';
import { unitId } from '../unit-examples.ts';

const HOST = { host: 'khac.example' };

let app: TestApp;
let caller: Caller;
/** Of the other tenant, by the names that parameters have. */
let foreign: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await startTestApp();
  const tenantId = await givenProvince(app);
  const email = 'tat-ca@tg.example';
  const roles = ROLES.map((role) => ({ role }));
  await givenPerson(app, tenantId, { name: 'Người Có Mọi Quyền', email, unit: 1, roles });
  caller = await signIn(app, email);
  const other = await givenTenant(app.database.ownerUrl, 'khac', [HOST.host]);
  await givenUnits(app.deps.db, other, { id: 51, kind: 'ubnd_tinh', name: 'UBND tỉnh Khác' });
  foreign = await fill(other);
});
afterAll(() => app.close());

/** A unit, a person with a session and a role, a document and a scorecard in the other tenant. */
async function fill(tenantId: Parameters<typeof signedInAs>[1]): Promise<Record<string, string>> {
  const email = 'khac@khac.example';
  const roles = ROLES.map((role) => ({ role }));
  const personId = await givenPerson(app, tenantId, { name: 'Người Nơi Khác', email, unit: 51, roles });
  const there = visitor(app);
  await there.post('/session/sign-in', { email, password: PASSWORD }, HOST);
  const cookie = [...there.cookies].map((pair) => pair.join('=')).join('; ');
  const sent = await app.app.inject({
    method: 'POST',
    url: `/api/files?name=kin.txt&unit=/${unitId(51)}/`,
    headers: { ...HOST, cookie, 'content-type': 'application/octet-stream' },
    payload: 'chỉ tỉnh khác đọc được',
  });
  const read = (url: string) => app.app.inject({ url: `/api${url}`, headers: { ...HOST, cookie } });
  const scorecard = await there.post(
    '/scorecards/import',
    { indexKind: 'cchc', document: indexScorecard() },
    HOST,
  );
  const { positions, assignments } = (await read(`/people/${personId}`)).json();
  return {
    unitId: unitId(51),
    personId,
    id: sent.json().fileId,
    fileId: sent.json().fileId,
    scorecardId: String(scorecard.body.scorecardId),
    otherId: String(scorecard.body.scorecardId),
    positionId: positions[0].positionId,
    assignmentId: assignments[0].assignmentId,
    sessionId: (await read('/sessions')).json()[0].sessionId,
  };
}

const withIds = (path: string, idOf: (name: string) => string) =>
  path.replace(/:(\w+)|\{(\w+)\}/g, (_, one, other) => idOf(one ?? other));

test('everything of the other tenant that is asked for below is really there', () => {
  for (const [name, id] of Object.entries(foreign))
    expect([name, id]).toEqual([name, expect.stringMatching(/^[\w-]{20,}$/)]);
});

test('whatever is read by the id of another tenant is answered like an id that nobody has', async () => {
  const reads = [
    ...mountedRoutes(app),
    ...listOperations().map(({ method, path: url }) => ({ method, url: `/api${url}` })),
  ]
    .filter(({ method, url }) => method === 'GET' && url.startsWith('/api/'))
    .filter(({ url }) => [...url.matchAll(/[:{](\w+)/g)].some(([, name = '']) => name in foreign));
  expect(reads.length).toBeGreaterThan(8);
  const cookie = [...caller.cookies].map((pair) => pair.join('=')).join('; ');
  for (const { url } of reads) {
    const unknown = randomUUID();
    const ask = (idOf: (name: string) => string) =>
      app.app.inject({ url: withIds(url, idOf), headers: { cookie } });
    const [theirs, nobodys] = [await ask((name) => foreign[name] ?? unknown), await ask(() => unknown)];
    expect([url, theirs.statusCode, theirs.body]).toEqual([url, nobodys.statusCode, nobodys.body]);
    expect(theirs.statusCode).toBeGreaterThanOrEqual(400);
  }
});

const on = '2026-12-01';
const CHANGES: readonly (readonly [path: string, input: (idOf: (name: string) => string) => object])[] = [
  ['/units/{unitId}/rename', () => ({ name: 'Tên khác', day: on, decision: DECISION })],
  ['/people/{personId}/leave', () => ({ on, reason: 'x' })],
  ['/people/{personId}/correct', () => ({ name: 'Tên khác', email: null })],
  ['/people/{personId}/invite', () => ({})],
  ['/people/{personId}/reset-totp', () => ({ reason: 'x' })],
  ['/positions/{positionId}/end', () => ({ on })],
  ['/assignments/{assignmentId}/end', () => ({ on, reason: 'x' })],
  ['/assignments', (idOf) => ({ personId: idOf('personId'), role: 'officer', unitId: unitId(1), from: on })],
  [
    '/people',
    (idOf) => ({ name: 'Lê Thị Ba', unitId: idOf('unitId'), title: 'Chuyên viên', from: '2026-01-01' }),
  ],
  ['/sessions/{sessionId}/revoke', () => ({})],
  ['/scorecards/{scorecardId}/issue', () => ({ revision: 1, decision: DECISION })],
  ['/scorecards/{scorecardId}/copy', () => ({})],
  ['/figures/open', (idOf) => ({ scorecardId: idOf('scorecardId'), period: '2026' })],
  ['/results/publish', (idOf) => ({ scorecardId: idOf('scorecardId'), period: '2026', decision: DECISION })],
];

test.each(CHANGES)('%s changes nothing of another tenant and tells nothing of it', async (path, input) => {
  const unknown = randomUUID();
  const ask = (idOf: (name: string) => string) => caller.post(withIds(path, idOf), input(idOf));
  const theirs = await ask((name) => foreign[name] ?? unknown);
  expect(theirs).toEqual(await ask(() => unknown));
  expect([403, 404]).toContain(theirs.status);
});

test('a session of one tenant is nobody in another', async () => {
  const cookie = [...caller.cookies].map((pair) => pair.join('=')).join('; ');
  const answer = await app.app.inject({ url: '/api/me', headers: { ...HOST, cookie } });
  expect(answer.statusCode).toBe(401);
});
