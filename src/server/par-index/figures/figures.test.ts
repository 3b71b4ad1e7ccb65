import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { type Caller, visitor } from '../../../../tests/given.ts';
import {
  COMMUNE,
  DECISION,
  givenCampaign,
  givenIndexPeople,
  givenIssued,
  type IndexPeople,
  indexFigures,
  indexScorecard,
  MERGED,
  OFFICE,
  WARD,
} from '../../../../tests/index-examples.ts';
import { figuresOf } from '../../../../tests/scorecards.ts';

let app: TestApp;
let people: IndexPeople;
let scorecardId: string;
const period = '2026';

beforeAll(async () => {
  app = await startTestApp();
  people = await givenIndexPeople(app);
  scorecardId = await givenCampaign(people.office);
});
afterAll(() => app.close());

type Cell = { unitId: string | undefined; code: string; input: string | null; revision: number };

const save = (cells: Cell[], caller = people.office) =>
  caller.post('/figures/save', { scorecardId, period, cells });
const cell = (unitId: string | undefined, code: string, input: object | null, revision = 1): Cell => ({
  ...{ unitId, code, revision },
  input: input === null ? null : JSON.stringify(input),
});
const SHEET = () => `/figures?scorecardId=${scorecardId}&period=${period}`;
const sheet = async (caller = people.office) => (await caller.get(SHEET())).body;

describe('a period', () => {
  it('is opened with every unit of the block, as it is on the last day', async () => {
    const issued = await givenIssued(people.office, indexScorecard({ code: 'mo-ky' }));
    const opened = await people.office.post('/figures/open', { scorecardId: issued, period: '2026-Q4' });
    expect(opened.body.units).toMatchObject([
      { code: 'U4', name: 'Phường Đông Kiều', kind: 'phuong', ranked: true, editable: true },
      { code: 'U6' },
      { code: 'U8' },
    ]);
  });

  it.each([
    ['by nobody', () => visitor(app), 401],
    ['by an auditor', () => people.auditor, 403],
    ['by an officer of a ward, who may enter figures there only', () => people.ward, 403],
  ])('is not opened %s', async (_, caller, status) => {
    expect((await caller().post('/figures/open', { scorecardId, period: '2027' })).status).toBe(status);
  });

  it.each([
    ['is not opened for what is no period', { period: '2026-13' }, 400, 'period'],
    ['is not opened for a unit that is no commune', { unitIds: [OFFICE] }, 422, 'unit_not_of_block'],
    ['is not opened for a unit that nobody knows', { scorecardId: WARD }, 404, 'unknown_scorecard'],
  ])('%s', async (_, other, status, code) => {
    const answer = await people.office.post('/figures/open', { scorecardId, period, ...other });
    expect(answer).toMatchObject({ status, codes: [code] });
  });

  it('is not opened on a draft', async () => {
    const document = indexScorecard({ code: 'nhap' });
    const draft = await people.office.post('/scorecards/import', { indexKind: 'cchc', document });
    const answer = await people.office.post('/figures/open', { ...draft.body, period });
    expect(answer.status).toBe(400);
    const { scorecardId: ofDraft }: { scorecardId?: string } = draft.body;
    expect(await people.office.post('/figures/open', { scorecardId: ofDraft, period })).toMatchObject({
      status: 422,
      codes: ['scorecard_is_draft'],
    });
  });
});

describe('figures', () => {
  it('are shown to who reads them in the unit, and others do not see that there are any', async () => {
    expect((await sheet()).units).toHaveLength(3);
    const own = await sheet(people.ward);
    expect(own.units).toMatchObject([{ code: 'U4', editable: true }]);
    expect(own.cells).toMatchObject([{ code: '1.1' }, { code: '1.2' }, { code: '2.1' }]);
    const other = `/figures?scorecardId=${scorecardId}&period=${period}&unitId=${COMMUNE}`;
    expect(await people.ward.get(other)).toMatchObject({ status: 404, codes: ['unknown_unit'] });
  });

  it('come a page of units at a time, each beginning where the last one ended', async () => {
    const codes: string[] = [];
    for (let after = ''; ; ) {
      const { body } = await people.office.get(`${SHEET()}&limit=1${after}`);
      expect(body).toMatchObject({ shown: 3, units: [{}] });
      const page: { units?: { unitId: string; code: string }[]; cells?: { unitId: string }[] } = body;
      codes.push(...(page.units ?? []).map(({ code }) => code));
      expect(new Set(page.cells?.map(({ unitId }) => unitId))).toEqual(new Set([page.units?.[0]?.unitId]));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(codes).toEqual(['U4', 'U6', 'U8']);
    expect(await people.office.get(`${SHEET()}&limit=501`)).toMatchObject({ status: 400 });
    const beyond = await people.ward.get(`${SHEET()}&after=${MERGED}`);
    expect(beyond.body).toMatchObject({ shown: 1, units: [], cells: [], next: null });
  });

  it('of one field are those of the criteria below it', async () => {
    const { body } = await people.office.get(`${SHEET()}&criterion=2`);
    expect(body).toMatchObject({ units: [{}, {}, {}], cells: [{ code: '2.1' }, { code: '2.1' }] });
    const own = await people.ward.get(`${SHEET()}&criterion=1&unitId=${WARD}`);
    expect(own.body).toMatchObject({ shown: 1, units: [{}], cells: [{ code: '1.1' }, { code: '1.2' }] });
    expect(await people.ward.get(`${SHEET()}&criterion=9`)).toMatchObject({
      status: 404,
      codes: ['unknown_criterion'],
    });
  });

  it('change points, places and bands at once, for the block as well', async () => {
    const answer = await save([
      cell(COMMUNE, '1.1', { ratio: [10, 10] }),
      cell(COMMUNE, '1.2', { number: '40' }),
    ]);
    expect(answer.body).toMatchObject({
      cells: [{ revision: 2 }, { revision: 2 }],
      totals: [{ unitName: 'Xã Thạch Vĩnh', points: '100.00', index: '100.00', rank: 1, band: 'Tốt' }],
    });
    const { body } = await people.office.get(`/results/ranking?scorecardId=${scorecardId}&period=${period}`);
    expect(body.rows).toMatchObject([
      { unitName: 'Xã Thạch Vĩnh', rank: 1 },
      { unitName: 'Phường Đông Kiều', rank: 2, points: '84.00' },
      { unitName: 'Xã Tân Kiều', rank: null },
    ]);
    await save([cell(COMMUNE, '1.1', { ratio: [8, 10] }, 2), cell(COMMUNE, '1.2', { number: '10' }, 2)]);
  });

  it('that are taken away are missing, not zero', async () => {
    const taken = await save([cell(MERGED, '1.1', null)]);
    expect(taken.body).toMatchObject({
      cells: [{ revision: 0 }],
      totals: [{ points: '0.00', applicable: '100', missing: 3 }],
    });
    const given = await save([cell(MERGED, '1.1', { ratio: [1, 2] }, 0)]);
    expect(given.body).toMatchObject({ totals: [{ points: '30.00', missing: 2 }] });
  });

  it('are entered by a ward for itself, with all that it has told in the journal', async () => {
    const answer = await save([cell(WARD, '2.1', { points: '26' })], people.ward);
    expect(answer.body).toMatchObject({ totals: [{ unitName: 'Phường Đông Kiều', points: '90.00' }] });
    const { body } = await people.office.get(`/journal?subjectKind=figures&action=figures.entered&limit=1`);
    expect(body.entries).toMatchObject([
      { before: { '2.1': '{ "points": "25" }' }, after: { '2.1': '{"points":"26"}' } },
    ]);
    await save([cell(WARD, '2.1', { points: '25' }, 2)], people.ward);
  });

  it('of another unit are not found by a ward', async () => {
    const answer = await save([cell(COMMUNE, '2.1', { points: '1' })], people.ward);
    expect(answer).toMatchObject({ status: 404, codes: ['unknown_unit'] });
  });

  it('are not entered by who only reads', async () => {
    expect((await save([cell(WARD, '2.1', { points: '1' })], people.auditor)).status).toBe(403);
    expect((await save([cell(WARD, '2.1', { points: '1' })], visitor(app))).status).toBe(401);
  });

  it('at fault are all told at their cells, and none is stored', async () => {
    const before = await sheet();
    const answer = await save([
      cell(COMMUNE, '2.1', { points: '29' }),
      cell(WARD, '1.1', { ratio: [1, -2] }),
      cell(WARD, '2.1', { points: '31' }, revisionOf(before.cells, WARD, '2.1')),
      cell(WARD, '9.9', { points: '1' }, 0),
    ]);
    expect(answer.status).toBe(400);
    const places: { path: (string | number)[] }[] = answer.body.faults ?? [];
    expect([...new Set(places.map(({ path }) => path[1]))].sort()).toEqual([1, 2, 3]);
    expect(await sheet()).toEqual(before);
  });

  it.each([
    ['text that is no JSON', '1 trên 2'],
    ['JSON that would end the document around it', '{"points": "1"} }, {'],
  ])('that are %s are refused', async (_, input) => {
    const answer = await save([{ unitId: WARD, code: '2.1', input, revision: 1 }]);
    expect(answer).toMatchObject({ status: 400, codes: expect.arrayContaining(['json_syntax']) });
  });

  it('saved on a stale page are refused, told which, and stay as the other saved them', async () => {
    const { cells } = await sheet();
    const revision = revisionOf(cells, WARD, '2.1');
    const first = cell(WARD, '2.1', { points: '20' }, revision);
    expect((await save([first])).status).toBe(200);
    const stale = await save([cell(WARD, '1.2', { number: '21' }), { ...first, input: '{"points": "10"}' }]);
    expect(stale).toMatchObject({ status: 409, codes: ['saved_since'] });
    expect(stale.body.faults).toMatchObject([{ path: ['cells', 1, 'revision'] }]);
    await save([cell(WARD, '2.1', { points: '25' }, revision + 1)]);
  });

  it('entered by two at once end with one of them told to look again', async () => {
    const revision = revisionOf((await sheet()).cells, WARD, '2.1');
    const both = ['24', '25'].map((points) => save([cell(WARD, '2.1', { points }, revision)]));
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
    const last = revisionOf((await sheet()).cells, WARD, '2.1');
    await save([cell(WARD, '2.1', { points: '25' }, last)]);
  });
});

describe('a file of figures', () => {
  const load = (document: string, more: object = {}, caller = people.office) =>
    caller.post('/figures/import', { scorecardId, period, document, ...more });

  it('that is only tried tells each unit’s fate and stores nothing', async () => {
    const before = await sheet();
    const inputs = { '2.1': { points: '12' }, '1.2': { number: '3' } };
    const { body } = await load(JSON.stringify(figuresOf([{ code: 'U8', kind: 'xa', inputs }])), {
      dryRun: true,
    });
    expect(body).toMatchObject({
      done: false,
      units: [{ code: 'U8', name: 'Xã Tân Kiều', fate: 'changed', cells: { added: 2, changed: 0, same: 0 } }],
      faults: [],
    });
    expect(await sheet()).toEqual(before);
  });

  it('with one fault stores nothing and tells every fault in its unit', async () => {
    const before = await sheet();
    const document = JSON.stringify(
      figuresOf([
        { code: 'U4', kind: 'phuong', inputs: { '2.1': { points: '5' } } },
        { code: 'U6', kind: 'phuong', inputs: { '2.1': { points: '500' } } },
        { code: 'X99', kind: 'xa', inputs: {} },
      ]),
    );
    const { body } = await load(document);
    expect(body).toMatchObject({
      done: false,
      units: [
        { fate: 'changed', faults: [] },
        {
          fate: 'refused',
          faults: [{ code: 'unit_kind_differs' }, { path: ['units', 1, 'inputs', '2.1', 'points'] }],
        },
        { fate: 'refused', faults: [{ code: 'unknown_unit_code' }] },
      ],
    });
    expect(await sheet()).toEqual(before);
  });

  it('that was exported is taken back and changes nothing', async () => {
    const { body } = await people.office.get(`/figures/export?scorecardId=${scorecardId}&period=${period}`);
    const { document = '' }: { document?: string } = body;
    const entries = async () => (await people.office.get('/journal?subjectKind=figures')).body;
    const told = await entries();
    const answer = await load(document);
    expect(await entries()).toEqual(told);
    expect(answer.body).toMatchObject({
      done: true,
      units: [{ fate: 'same' }, { fate: 'same' }, { fate: 'same' }],
    });
  });

  it('of a ward is taken for that ward, and for no other unit', async () => {
    const own = figuresOf([{ code: 'U4', kind: 'phuong', inputs: { '1.2': { number: '20' } } }]);
    expect((await load(JSON.stringify(own), {}, people.ward)).body).toMatchObject({ done: true });
    const { body } = await load(indexFigures(), {}, people.ward);
    expect(body).toMatchObject({
      done: false,
      units: [{}, { faults: [{ code: 'unknown_unit_code' }] }, { faults: [{ code: 'unknown_unit_code' }] }],
    });
  });

  it('does not let a ward say of itself that it takes no place', async () => {
    const document = JSON.stringify(figuresOf([{ code: 'U4', kind: 'phuong', ranked: false, inputs: {} }]));
    expect((await load(document, {}, people.ward)).body).toMatchObject({
      done: false,
      units: [{ faults: [{ code: 'unit_description_not_yours' }] }],
    });
    const described = { scorecardId, period, unitId: WARD, tags: [], flags: [], ranked: false, revision: 1 };
    expect((await people.ward.post('/figures/describe', described)).status).toBe(403);
  });
});

describe('what is said of a unit in a period', () => {
  const say = (caller: Caller, more: object) =>
    caller.post('/figures/describe', {
      ...{ scorecardId, period, unitId: WARD, tags: [], flags: [], ranked: true, revision: 1, ...more },
    });
  const sheet = async (caller: Caller): Promise<{ code: string; describable: boolean; revision: number }[]> =>
    (await caller.get(`/figures?scorecardId=${scorecardId}&period=${period}`)).body.units ?? [];
  const rankOfWard = async () => {
    const { body } = await people.office.get(`/results/ranking?scorecardId=${scorecardId}&period=${period}`);
    const rows: { unitId: string; rank: number | null; index: string }[] = body.rows ?? [];
    return rows.find(({ unitId }) => unitId === WARD);
  };

  it('is written by who keeps the scorecard and by no unit of itself', async () => {
    expect((await sheet(people.office)).map(({ describable }) => describable)).toEqual([true, true, true]);
    expect(await sheet(people.ward)).toMatchObject([{ code: 'U4', editable: true, describable: false }]);
  });

  it('takes the place away and leaves points and index', async () => {
    const before = await rankOfWard();
    expect(before?.rank).not.toBeNull();
    const { body } = await say(people.office, { ranked: false, tags: ['moi_sap_nhap'] });
    expect(body).toMatchObject({ ranked: false, tags: ['moi_sap_nhap'], revision: 2, describable: true });
    expect(await rankOfWard()).toMatchObject({ rank: null, index: before?.index });
    expect((await say(people.office, { revision: 2 })).status).toBe(200);
    expect(await rankOfWard()).toEqual(before);
  });

  it('is a conflict where somebody said something since, and refused for a flag that the scorecard has not', async () => {
    const conflict = { status: 409, codes: ['saved_since'] };
    expect(await say(people.office, { ranked: false })).toMatchObject(conflict);
    const wrong = await say(people.office, { revision: 3, flags: ['khong_co'] });
    expect(wrong.status).toBe(400);
    expect((await sheet(people.office)).find(({ code }) => code === 'U4')).toMatchObject({ revision: 3 });
  });
});

describe('a published period', () => {
  it('takes no figure any more', async () => {
    const published = await givenCampaign(people.office, '2025');
    const at = { scorecardId: published, period: '2025' };
    expect((await people.office.post('/results/publish', { ...at, decision: DECISION })).status).toBe(200);
    const locked = { status: 422, codes: ['results_are_published'] };
    const cells = [cell(WARD, '2.1', { points: '1' })];
    expect(await people.office.post('/figures/save', { ...at, cells })).toMatchObject(locked);
    expect(await people.office.post('/figures/import', { ...at, document: indexFigures() })).toMatchObject(
      locked,
    );
    expect(await people.office.post('/figures/open', at)).toMatchObject(locked);
    expect(await people.office.post('/results/publish', { ...at, decision: DECISION })).toMatchObject(locked);
  });
});

function revisionOf(cells: unknown, unitId: string | undefined, code: string): number {
  const list: { unitId: string; code: string; revision: number }[] = JSON.parse(JSON.stringify(cells));
  return list.find((each) => each.unitId === unitId && each.code === code)?.revision ?? 0;
}
