import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { type Caller, signedInAs, visitor } from '../../../tests/given.ts';
import {
  DECISION,
  givenCampaign,
  givenIndexPeople,
  type IndexPeople,
  MERGED,
} from '../../../tests/index-examples.ts';
import { figuresOf } from '../../../tests/scorecards.ts';
import { unitId } from '../../../tests/unit-examples.ts';
import type { WorkItem } from '../../domain/work/contract.ts';
import { sealJournal } from '../journal/service.ts';
import { listTenants } from '../tenants/queries.ts';

let app: TestApp;
let people: IndexPeople;
let administrator: Caller;
let wardAdministrator: Caller;
let scorecardId: string;
beforeAll(async () => {
  app = await startTestApp();
  people = await givenIndexPeople(app);
  const [tenant] = await listTenants(app.deps.db);
  if (tenant === undefined) throw new Error('no tenant');
  administrator = await signedInAs(app, tenant.tenantId, 'administrator');
  wardAdministrator = await signedInAs(app, tenant.tenantId, 'administrator', 4);
  scorecardId = await givenCampaign(people.office);
});
afterAll(() => app.close());

/** A commune with every figure that the scorecard asks for. */
const WHOLE = {
  kind: 'xa',
  inputs: { '1.1': { ratio: [9, 10] }, '1.2': { number: '20' }, '2.1': { points: '25' } },
};

const workOf = async (caller: Caller): Promise<WorkItem[]> => (await caller.get('/my-work')).body.items ?? [];
const kindsOf = async (caller: Caller) => (await workOf(caller)).map(({ kind }) => kind);

test('one who enters figures is told what their own units still owe, and nothing of others', async () => {
  const owed = (await workOf(people.office)).find(({ kind }) => kind === 'figures_missing');
  expect(owed).toEqual({
    kind: 'figures_missing',
    scorecardId,
    name: expect.stringMatching(/./),
    period: '2026',
    missing: 2,
    units: 1,
    unitId: MERGED,
    unitName: 'Xã Tân Kiều',
  });
  expect(await kindsOf(people.ward)).toEqual([]);
  expect(await kindsOf(people.commune)).toEqual([]);
});

test('a draft waits for those who may issue it, and for nobody else', async () => {
  await people.office.post(`/scorecards/${scorecardId}/copy`, {});
  expect(await kindsOf(people.office)).toContain('draft_waiting');
  expect(await kindsOf(people.ward)).not.toContain('draft_waiting');
  expect(await kindsOf(people.auditor)).not.toContain('draft_waiting');
});

test('invitations that nobody took wait for who invites there; those that ran out are counted', async () => {
  const person = { name: 'Phạm Thị Bình', unitId: unitId(6), title: 'Chủ tịch', from: '2026-01-01' };
  const { body } = await administrator.post('/people', { ...person, email: 'binh@truonggiang.example' });
  await administrator.post(`/people/${body.personId}/invite`);
  const open = (items: WorkItem[]) => items.filter(({ kind }) => kind === 'invitations_open');
  expect(open(await workOf(administrator))).toEqual([{ kind: 'invitations_open', people: 1, expired: 0 }]);
  expect(open(await workOf(wardAdministrator))).toEqual([]);
  const before = app.clock.now;
  app.clock.now = before.add({ hours: 7 * 24 + 1 });
  expect(open(await workOf(administrator))).toEqual([{ kind: 'invitations_open', people: 1, expired: 1 }]);
  app.clock.now = before;
  const corrected = { name: 'Phạm Thị Bình', email: 'binh.pham@truonggiang.example' };
  await administrator.post(`/people/${body.personId}/correct`, corrected);
  expect(open(await workOf(administrator))).toEqual([{ kind: 'invitations_open', people: 1, expired: 1 }]);
});

test('whole results wait for who may publish them, and for nobody else, until they are published', async () => {
  const document = JSON.stringify(
    figuresOf([
      { ...WHOLE, code: 'U4', kind: 'phuong' },
      { ...WHOLE, code: 'U6' },
    ]),
  );
  const period = '2025';
  const given = await people.office.post('/figures/import', { scorecardId, period, document });
  expect(given.body).toMatchObject({ done: true });
  const waiting = async (caller: Caller) =>
    (await workOf(caller)).filter(({ kind }) => kind === 'result_waiting');
  expect(await waiting(people.office)).toEqual([
    { kind: 'result_waiting', scorecardId, name: expect.stringMatching(/./), period, units: 2 },
  ]);
  for (const caller of [people.ward, people.commune, people.auditor, administrator])
    expect(await waiting(caller)).toEqual([]);
  const published = await people.office.post('/results/publish', { scorecardId, period, decision: DECISION });
  expect(published.status).toBe(200);
  expect(await waiting(people.office)).toEqual([]);
});

test('results in which a figure is missing do not wait for publishing', async () => {
  const waiting = (await workOf(people.office)).filter(({ kind }) => kind === 'result_waiting');
  expect(waiting).toEqual([]);
});

test('the auditor hears when entries lie unsealed for more than an hour', async () => {
  expect(await kindsOf(people.auditor)).toEqual([]);
  const before = app.clock.now;
  app.clock.now = before.add({ hours: 2 });
  expect(await kindsOf(people.auditor)).toEqual(['seals_behind']);
  expect(await kindsOf(people.ward)).toEqual([]);
  const [tenant] = await listTenants(app.deps.db);
  if (tenant === undefined) throw new Error('no tenant');
  await sealJournal(app.deps.db, tenant.tenantId, app.clock.now, join(app.deps.config.dataFolder, 'seals'));
  expect(await kindsOf(people.auditor)).toEqual([]);
  app.clock.now = before;
});

test('who is not signed in has no work', async () => {
  expect((await visitor(app).get('/my-work')).status).toBe(401);
});
