import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { type Caller, visitor } from '../../../../tests/given.ts';
import {
  DECISION,
  givenCampaign,
  givenIndexPeople,
  givenIssued,
  type IndexPeople,
  indexScorecard,
  MERGED,
} from '../../../../tests/index-examples.ts';
import { figuresOf } from '../../../../tests/scorecards.ts';
import { asOwner } from '../../../../tests/tenant.ts';

let app: TestApp;
let people: IndexPeople;
let published: string;

/** The reform index of 2025, published, and of 2026; satisfaction of 2026 in the ward alone. */
beforeAll(async () => {
  app = await startTestApp();
  people = await givenIndexPeople(app);
  const { office } = people;
  published = await givenCampaign(office, '2025');
  await office.post('/results/publish', { scorecardId: published, period: '2025', decision: DECISION });
  await givenCampaign(office, '2026');
  const scorecardId = await givenIssued(office, indexScorecard({ code: 'hai-long' }), 'sipas');
  const ward = { code: 'U4', kind: 'phuong', inputs: { '2.1': { points: '27' } } };
  const document = JSON.stringify(figuresOf([ward]));
  await office.post('/figures/import', { scorecardId, period: '2026', document });
});
afterAll(() => app.close());

type Standing = { campaign: number; index: string | null; rank: number | null; rankChange: number | null };
type Overview = {
  campaigns: { indexKind: string; period: string; published: boolean; rankedUnits: number }[];
  units: { unitId: string; unitName: string; standings: Standing[] }[];
};

/** `unit: index period → index rank`, as a reader would note it down. */
async function noted(caller: Caller): Promise<string[]> {
  const { status, body } = await caller.get('/results/overview');
  expect(status).toBe(200);
  const { campaigns = [], units = [] }: Partial<Overview> = body;
  return units.flatMap(({ unitName, standings }) =>
    standings.map(({ campaign, index, rank }) => {
      const from = campaigns[campaign];
      return `${unitName}: ${from?.indexKind} ${from?.period} → ${index} ${rank}`;
    }),
  );
}

describe('the indices side by side', () => {
  it('show the reform office the latest of each index of each unit, and nothing where nothing is known', async () => {
    expect(await noted(people.office)).toEqual([
      'Phường Đông Kiều: cchc 2026 → 89.00 1',
      'Phường Đông Kiều: sipas 2026 → 27.00 1',
      'Xã Tân Kiều: cchc 2026 → 30.00 null',
      'Xã Thạch Vĩnh: cchc 2026 → 83.00 2',
    ]);
  });

  it('show a commune its own latest, and of the others only what is published', async () => {
    expect(await noted(people.commune)).toEqual([
      'Phường Đông Kiều: cchc 2025 → 89.00 1',
      'Xã Tân Kiều: cchc 2025 → 30.00 null',
      'Xã Thạch Vĩnh: cchc 2026 → 83.00 2',
    ]);
  });

  it('tell the size of the whole block and the bands, also to who sees one unit of it', async () => {
    const { body } = await people.commune.get('/results/overview');
    expect(body).toMatchObject({
      campaigns: expect.arrayContaining([
        expect.objectContaining({ period: '2026', published: false, rankedUnits: 2 }),
        expect.objectContaining({ period: '2025', published: true, bands: ['Tốt', 'Chưa đạt'] }),
      ]),
    });
  });

  it('leave out a unit that has ended, whose results stand in the history of its successor', async () => {
    const { ownerUrl } = app.database;
    const end = (day: string | null) =>
      asOwner(ownerUrl, 'update unit_version set valid_to = $1 where unit_id = $2', [day, MERGED]);
    const names = async () => (await noted(people.office)).join();
    expect(await names()).toContain('Xã Tân Kiều');
    await end('2026-11-23');
    expect(await names()).not.toContain('Xã Tân Kiều');
    await end(null);
  });

  it('are closed to who is not signed in', async () => {
    expect((await visitor(app).get('/results/overview')).status).toBe(401);
  });
});

describe('the seal of published results', () => {
  const sealOf = (caller: Caller, scorecardId: string, period: string) =>
    caller.get(`/results/seal?scorecardId=${scorecardId}&period=${period}`);

  it('is the decision and the hash that recomputing gives, for everybody', async () => {
    const { body } = await sealOf(people.ward, published, '2025');
    const verified = await people.ward.get(`/results/verify?scorecardId=${published}&period=2025`);
    const { frozen }: { frozen?: string } = verified.body;
    expect(body).toMatchObject({ decision: DECISION, hash: frozen });
  });

  it('is not there before publication', async () => {
    expect(await sealOf(people.office, published, '2026')).toMatchObject({
      status: 404,
      codes: ['not_published'],
    });
  });
});
