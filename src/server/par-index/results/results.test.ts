import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { type Caller, visitor } from '../../../../tests/given.ts';
import {
  COMMUNE,
  DECISION,
  givenCampaign,
  givenIndexPeople,
  type IndexPeople,
  MERGED,
  WARD,
} from '../../../../tests/index-examples.ts';
import { asOwner } from '../../../../tests/tenant.ts';

let app: TestApp;
let people: IndexPeople;
let before: string;
let now: string;

beforeAll(async () => {
  app = await startTestApp();
  people = await givenIndexPeople(app);
  before = await givenCampaign(people.office, '2025');
  await people.office.post('/results/publish', { scorecardId: before, period: '2025', decision: DECISION });
  now = await givenCampaign(people.office, '2026');
});
afterAll(() => app.close());

const inPeriod = (path: string) => `${path}?scorecardId=${now}&period=2026`;
const ranking = async (caller: Caller, scorecardId = now, period = '2026') =>
  (await caller.get(`/results/ranking?scorecardId=${scorecardId}&period=${period}`)).body;

describe('before publication', () => {
  it('the reform office sees the whole ranking with fields, bands and who has no place', async () => {
    expect(await ranking(people.office)).toMatchObject({
      published: false,
      whole: true,
      units: 3,
      rankedUnits: 2,
      bands: ['Tốt', 'Chưa đạt'],
      fields: [
        { code: '1', max: '70' },
        { code: '2', max: '30' },
      ],
      rows: [
        {
          ...{ unitName: 'Phường Đông Kiều', points: '89.00', applicable: '100', index: '89.00' },
          ...{ rank: 1, rankChange: 0, band: 'Tốt', missing: 0 },
          fields: [{ points: '64.00', applicable: '70', state: 'scored' }, { points: '25.00' }],
        },
        { unitName: 'Xã Thạch Vĩnh', points: '83.00', rank: 2, rankChange: 0 },
        { unitName: 'Xã Tân Kiều', points: '30.00', rank: null, rankChange: null, ranked: false, missing: 2 },
      ],
    });
  });

  it('the ranking comes a page at a time, each beginning where the last one ended', async () => {
    const path = inPeriod('/results/ranking');
    const names: string[] = [];
    for (let after = ''; ; ) {
      const { body } = await people.office.get(`${path}&limit=1${after}`);
      expect(body).toMatchObject({ shown: 3, whole: true, rows: [{}] });
      const rows: { unitName: string }[] = body.rows ?? [];
      names.push(...rows.map(({ unitName }) => unitName));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(names).toEqual(['Phường Đông Kiều', 'Xã Thạch Vĩnh', 'Xã Tân Kiều']);
    expect(await people.office.get(`${path}&limit=501`)).toMatchObject({ status: 400, codes: ['too_many'] });
    const beyond = await people.ward.get(`${path}&after=${MERGED}`);
    expect(beyond.body).toMatchObject({ shown: 1, rows: [], next: null });
  });

  it('a ward sees its own result and no other’s', async () => {
    const own = await ranking(people.ward);
    expect(own).toMatchObject({ whole: false, units: 3, rows: [{ unitName: 'Phường Đông Kiều' }] });
    expect(own.rows).toHaveLength(1);
    const other = { status: 404, codes: ['unknown_unit'] };
    expect(await people.ward.get(inPeriod(`/results/units/${COMMUNE}`))).toMatchObject(other);
    expect(await people.ward.get(inPeriod(`/results/units/${COMMUNE}/criteria/1.1`))).toMatchObject(other);
  });

  it('a ward learns the working of a rule relative to the others without what the others have', async () => {
    const path = inPeriod(`/results/units/${COMMUNE}/criteria/1.2`);
    const { body: own } = await people.commune.get(path);
    expect(own).toMatchObject({ withheld: true, score: { points: '5.00' } });
    expect(JSON.stringify(own.lines)).not.toContain('20');
    const { body: all } = await people.office.get(path);
    expect(all).toMatchObject({ withheld: false });
    expect(JSON.stringify(all.lines)).toContain('20');
  });

  it('nobody sees anything who is not signed in', async () => {
    expect((await visitor(app).get(inPeriod('/results/ranking'))).status).toBe(401);
  });

  it('mean and best of the block are shown to who sees the block', async () => {
    const path = inPeriod(`/results/units/${COMMUNE}`);
    const nodes = [
      { code: '1', depth: 0, leaf: false, points: '53.00', lost: '17.00' },
      { code: '1.1', depth: 1, leaf: true, points: '48.00', blockMean: '44.00', blockBest: '54.00' },
      { code: '1.2' },
      { code: '2' },
      { code: '2.1', points: '30.00', lost: '0.00' },
    ];
    expect((await people.office.get(path)).body).toMatchObject({ nodes, missingCodes: [], bonus: '0.00' });
    const own = (await people.commune.get(path)).body;
    expect(own).toMatchObject({ nodes: [{}, { blockMean: null, blockBest: null }, {}, {}, {}] });
  });
});

describe('one point', () => {
  it('opens to rule, figure and working in one step, in both languages', async () => {
    const { body } = await people.office.get(inPeriod(`/results/units/${WARD}/criteria/1.1`));
    expect(body).toMatchObject({
      unitName: 'Phường Đông Kiều',
      max: '60',
      score: { points: '54.00', state: 'scored' },
      input: '{ "ratio": [9, 10] }',
      enteredByName: 'Người reform_office',
      lines: {
        vi: [expect.stringContaining('Quy tắc'), 'Số liệu: 9 / 10 = 90 %', expect.stringContaining('54')],
        en: [expect.stringContaining('Rule'), expect.any(String), expect.stringContaining('54')],
      },
    });
  });

  it('of a field opens to the criteria below it', async () => {
    const { body } = await people.office.get(inPeriod(`/results/units/${WARD}/criteria/1`));
    expect(body).toMatchObject({
      lines: { vi: [], en: [] },
      children: [
        { code: '1.1', points: '54.00' },
        { code: '1.2', points: '10.00' },
      ],
    });
  });

  it('that is missing says so', async () => {
    const { body } = await people.office.get(inPeriod(`/results/units/${MERGED}/criteria/2.1`));
    expect(body).toMatchObject({
      input: null,
      score: { points: '0.00', applicable: '30', state: 'missing' },
      lines: { vi: [expect.any(String), expect.stringContaining('Chưa có số liệu')] },
    });
  });

  it.each([
    ['of a criterion that there is not', `/results/units/${WARD}/criteria/7.7`, 'unknown_criterion'],
    ['of a unit that is not judged', '/results/units/00000000-0000-7000-8000-0000000000ff', 'unknown_unit'],
  ])('%s is not found', async (_, path, code) => {
    expect(await people.office.get(inPeriod(path))).toMatchObject({ status: 404, codes: [code] });
  });
});

describe('publication', () => {
  it('is not made by who only reads or enters figures', async () => {
    const request = { scorecardId: now, period: '2026', decision: DECISION };
    for (const caller of [people.ward, people.commune, people.auditor])
      expect((await caller.post('/results/publish', request)).status).toBe(403);
  });

  it('shows everybody the whole ranking', async () => {
    const seen = await ranking(people.ward, before, '2025');
    expect(seen).toMatchObject({ published: true, whole: true });
    expect(seen.rows).toHaveLength(3);
  });

  it('freezes results with their inputs: computed once more they are the same to the byte', async () => {
    const { body } = await people.ward.get(`/results/verify?scorecardId=${before}&period=2025`);
    const { frozen, recomputed }: { frozen?: string; recomputed?: string } = body;
    expect(body).toMatchObject({ same: true });
    expect(frozen).toMatch(/^[0-9a-f]{64}$/);
    expect(recomputed).toBe(frozen);
  });

  it('is found out when somebody changes a frozen figure in the database itself', async () => {
    const { ownerUrl } = app.database;
    const replace = (from: string, to: string) =>
      asOwner(ownerUrl, `update publication set figures = replace(figures, $1, $2)`, [from, to]);
    await replace('[9, 10]', '[8, 10]');
    const verify = `/results/verify?scorecardId=${before}&period=2025`;
    expect((await people.office.get(verify)).body).toMatchObject({ same: false });
    await replace('[8, 10]', '[9, 10]');
  });

  it('cannot be taken back or touched by the role the product runs as', async () => {
    const rights = await asOwner(
      app.database.ownerUrl,
      `select privilege_type from information_schema.role_table_grants
       where grantee = 'minhchung_app' and table_name = 'publication' order by 1`,
    );
    expect(rights).toEqual([{ privilege_type: 'INSERT' }, { privilege_type: 'SELECT' }]);
  });

  it('of nothing, and verification of what is not published, are refused', async () => {
    const nothing = { scorecardId: now, period: '2031', decision: DECISION };
    expect(await people.office.post('/results/publish', nothing)).toMatchObject({
      codes: ['unknown_period'],
    });
    expect(await people.office.get(inPeriod('/results/verify'))).toMatchObject({ codes: ['not_published'] });
  });
});

describe('results over the years', () => {
  it('stand in one line with the change of place', async () => {
    const { body } = await people.ward.get(`/results/units/${WARD}/trend`);
    expect(body).toMatchObject({
      unitName: 'Phường Đông Kiều',
      lines: [
        {
          relation: 'own',
          points: [
            { period: '2025', index: '89.00', rank: 1, rankChange: null, of: 2, published: true },
            { period: '2026', index: '89.00', rank: 1, rankChange: 0, of: 2, published: false },
          ],
        },
      ],
    });
  });

  it('of another unit show a ward only what is published', async () => {
    const { body } = await people.ward.get(`/results/units/${COMMUNE}/trend`);
    expect(body).toMatchObject({ lines: [{ points: [{ period: '2025' }] }] });
  });

  it('flow from place to place for all units that one sees', async () => {
    const { body } = await people.office.get('/results/flow?indexKind=cchc');
    expect(body).toMatchObject({
      periods: [
        { period: '2025', published: true, rankedUnits: 2, comparable: false },
        { period: '2026', published: false, comparable: true },
      ],
    });
    expect(body.units).toHaveLength(3);
    expect((await people.ward.get('/results/flow?indexKind=cchc')).body).toMatchObject({
      units: expect.arrayContaining([
        expect.objectContaining({ unitName: 'Xã Thạch Vĩnh', ranks: [2, null] }),
      ]),
    });
  });
});
