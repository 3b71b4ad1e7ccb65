import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { visitor } from '../../../../tests/given.ts';
import { givenIndexPeople, type IndexPeople } from '../../../../tests/index-examples.ts';

let app: TestApp;
let people: IndexPeople;

beforeAll(async () => {
  app = await startTestApp();
  people = await givenIndexPeople(app);
});
afterAll(() => app.close());

/** Two units; the parts of the first add up to 80, not to the 81.5 that is printed. */
const TABLE = JSON.stringify({
  format: 'minhchung/published@1',
  title: 'Bảng thử',
  year: 2020,
  units: [
    { unit: 'Xã A', rank: 1, total: '81.5', parts: [{ points: '50.0' }, { points: '30.0' }] },
    { unit: 'Xã B', rank: 2, total: '70.0', parts: [{ points: '40.0' }, { points: '30.0' }] },
  ],
});

const FINDING = { unit: 'Xã A', kind: 'sum', problem: 'sum', expected: '80.0', found: '81.5' };

describe('a table that others published', () => {
  it.each([
    ['nobody', () => visitor(app), 401],
    ['an officer of a ward', () => people.ward, 403],
  ])('is not taken from %s', async (_, caller, status) => {
    expect((await caller().post('/published-tables/import', { document: TABLE })).status).toBe(status);
  });

  it('that is only tried tells its findings and is not stored', async () => {
    const { body } = await people.office.post('/published-tables/import', { document: TABLE, dryRun: true });
    expect(body).toMatchObject({ table: null, findings: [FINDING] });
    expect((await people.office.get('/published-tables')).body).toMatchObject({ tables: [] });
  });

  it('is kept as it is, faults and all, for everybody to check, and stands in the journal', async () => {
    const { body } = await people.office.post('/published-tables/import', { document: TABLE });
    expect(body).toMatchObject({ table: { title: 'Bảng thử', year: 2020, units: 2, findings: 1 } });
    const { tableId }: { tableId?: string } = JSON.parse(JSON.stringify(body)).table;
    const kept = await people.ward.get(`/published-tables/${tableId}`);
    expect(kept.body).toMatchObject({ document: TABLE, addedByName: 'Người reform_office' });
    const checked = await people.ward.get(`/published-tables/${tableId}/check`);
    expect(checked.body).toMatchObject({
      findings: [FINDING],
      judged: expect.arrayContaining([{ kind: 'sum', count: 2 }]),
    });
    const journal = await people.office.get('/journal?action=published_table.imported');
    expect(journal.body).toMatchObject({ entries: [{ after: { title: 'Bảng thử', findings: 1 } }] });
  });

  it.each([
    ['of another format', TABLE.replace('published@1', 'published@9'), 'published_format'],
    ['that is no JSON', 'PK\u0003\u0004', 'json_syntax'],
  ])('%s is refused and not stored', async (_, document, code) => {
    const before = (await people.office.get('/published-tables')).body;
    const answer = await people.office.post('/published-tables/import', { document });
    expect(answer).toMatchObject({ status: 400, codes: expect.arrayContaining([code]) });
    expect((await people.office.get('/published-tables')).body).toEqual(before);
  });

  it.each(['dong-anh-2018', 'binh-duong-2017', 'quan-3-2019'])('of the shipped %s is taken', async (name) => {
    const document = readFileSync(`data/published/${name}.json`, 'utf8');
    expect((await people.office.post('/published-tables/import', { document })).status).toBe(200);
  });

  it('that nobody has is not found', async () => {
    const path = '/published-tables/00000000-0000-7000-8000-0000000000ff';
    for (const each of [path, `${path}/check`])
      expect(await people.office.get(each)).toMatchObject({ status: 404, codes: ['unknown_table'] });
  });
});
