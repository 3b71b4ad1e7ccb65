import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { visitor } from './given.ts';
import {
  givenCampaign,
  givenIndexPeople,
  type IndexPeople,
  indexFigures,
  indexScorecard,
} from './index-examples.ts';

let app: TestApp;
let people: IndexPeople;
let scorecardId: string;

beforeAll(async () => {
  app = await startTestApp();
  people = await givenIndexPeople(app);
  scorecardId = await givenCampaign(people.office);
});
afterAll(() => app.close());

const MEGABYTE = 1024 * 1024;
const period = '2026';

const cookieOf = ({ cookies }: IndexPeople['office']) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** The same document, with that many blanks. */
const widened = (document: string, by: number) => document + ' '.repeat(by);

describe('a document', () => {
  it('of figures is taken up to what a whole country needs', async () => {
    const document = widened(indexFigures(), 40 * MEGABYTE);
    const answer = await people.office.post('/figures/import', { scorecardId, period, document });
    expect(answer).toMatchObject({ status: 200, body: { done: true } });
  });

  it('of a scorecard is taken up to five million characters, and beyond is refused at its place', async () => {
    const take = (by: number) => {
      const document = widened(indexScorecard({ code: 'to' }), by);
      return people.office.post('/scorecards/import', { indexKind: 'cchc', document });
    };
    expect((await take(4_900_000)).status).toBe(200);
    const refused = await take(5_000_000);
    expect(refused).toMatchObject({ status: 400, codes: ['too_many'] });
    expect(refused.body.faults).toMatchObject([{ path: ['document'] }]);
  });

  it.each([
    ['figures beyond 64 megabytes', '/figures/import', 65],
    ['a scorecard beyond 16', '/scorecards/import', 17],
    ['any other operation beyond one', '/figures/open', 2],
  ])('is refused as too large: %s', async (_, path, megabytes) => {
    const document = ' '.repeat(megabytes * MEGABYTE);
    expect(await people.office.post(path, { document })).toMatchObject({
      status: 413,
      codes: ['body_too_large'],
    });
  });

  it('is not read at all from who may not hand one in', async () => {
    const document = ' '.repeat(65 * MEGABYTE);
    expect((await visitor(app).post('/figures/import', { document })).status).toBe(401);
    expect((await people.auditor.post('/figures/import', { document })).status).toBe(403);
  });

  it('that nests deeply is refused, inside and around, and the server stays up', async () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    const inside = await people.office.post('/figures/import', { scorecardId, period, document: deep });
    expect(inside).toMatchObject({ status: 400, codes: ['too_deep'] });
    const around = await app.app.inject({
      method: 'POST',
      url: '/api/figures/import',
      headers: { cookie: cookieOf(people.office), 'content-type': 'application/json' },
      payload: `{"scorecardId": ${deep}}`,
    });
    expect([around.statusCode, around.json().code]).toEqual([400, 'invalid_input']);
    expect((await people.office.get('/scorecards')).status).toBe(200);
  });
});
