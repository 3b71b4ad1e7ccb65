import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { visitor } from '../../../../tests/given.ts';
import {
  DECISION,
  givenIndexPeople,
  givenIssued,
  type IndexPeople,
  indexScorecard,
  OFFICE,
  WARD,
} from '../../../../tests/index-examples.ts';
import { GIVEN, leaf, scorecardOf } from '../../../../tests/scorecards.ts';

let app: TestApp;
let people: IndexPeople;

beforeAll(async () => {
  app = await startTestApp();
  people = await givenIndexPeople(app);
});
afterAll(() => app.close());

type Kept = { scorecardId: string; revision: number; version: number; code: string; document: string };

async function imported(document = indexScorecard()): Promise<Kept> {
  const { status, body } = await people.office.post('/scorecards/import', { indexKind: 'cchc', document });
  expect(status).toBe(200);
  return JSON.parse(JSON.stringify(body));
}

describe('a scorecard that is imported', () => {
  it.each([
    ['nobody', () => visitor(app), 401],
    ['an officer of a ward', () => people.ward, 403],
    ['an auditor', () => people.auditor, 403],
  ])('is not taken from %s', async (_, caller, status) => {
    const answer = await caller().post('/scorecards/import', {
      indexKind: 'cchc',
      document: indexScorecard(),
    });
    expect(answer.status).toBe(status);
  });

  it('tells every fault at its place in the document and stores nothing', async () => {
    const before = await people.office.get('/scorecards');
    const criteria = [leaf('1', '60', GIVEN), leaf('1', '30', { kind: 'unheard_of' })];
    const document = JSON.stringify(scorecardOf(criteria, { total: '100' }));
    const answer = await people.office.post('/scorecards/import', { indexKind: 'cchc', document });
    expect(answer.status).toBe(400);
    expect(answer.body.faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: ['criteria', 1, 'rule', 'kind'], code: 'unknown_kind' }),
        expect.objectContaining({ path: ['criteria', 1, 'code'] }),
      ]),
    );
    expect((await people.office.get('/scorecards')).body).toEqual(before.body);
  });

  it.each([
    ['that is no JSON', 'mã;tên;điểm', 'json_syntax'],
    ['with a float', indexScorecard().replace('"70"', '70.0'), 'float'],
    [
      'with a key twice',
      indexScorecard().replace('"year": 2026,', '"year": 2026, "year": 2026,'),
      'duplicate_key',
    ],
  ])('%s is refused', async (_, document, code) => {
    const answer = await people.office.post('/scorecards/import', { indexKind: 'cchc', document });
    expect(answer).toMatchObject({ status: 400, codes: expect.arrayContaining([code]) });
  });

  it('is kept to the last blank, with the head read out of it', async () => {
    const document = indexScorecard({ code: 'tung-chu', name: 'Bộ chỉ số giữ nguyên văn' });
    const { scorecardId } = await imported(document);
    const { body } = await people.office.get(`/scorecards/${scorecardId}`);
    expect(body).toMatchObject({
      document,
      code: 'tung-chu',
      name: 'Bộ chỉ số giữ nguyên văn',
      year: 2026,
      status: 'draft',
      version: 1,
      ownerUnitName: 'UBND tỉnh Trường Giang',
      allowed: ['edit', 'issue', 'copy'],
    });
  });

  it('is not seen by others while it is a draft, and by all who read scorecards once it is issued', async () => {
    const { scorecardId, revision } = await imported(indexScorecard({ code: 'kin' }));
    const unseen = { status: 404, codes: ['unknown_scorecard'] };
    expect(await people.ward.get(`/scorecards/${scorecardId}`)).toMatchObject(unseen);
    expect(await people.auditor.get(`/scorecards/${scorecardId}`)).toMatchObject(unseen);
    await people.office.post(`/scorecards/${scorecardId}/issue`, { revision, decision: DECISION });
    const seen = await people.ward.get(`/scorecards/${scorecardId}`);
    expect(seen.body).toMatchObject({ status: 'issued', decision: DECISION, allowed: [] });
  });

  it('of the shipped illustration and of QĐ 766 is taken', async () => {
    for (const file of ['minh-hoa-xa-2026', 'qd-766-2022'])
      await imported(readFileSync(`data/scorecards/${file}.json`, 'utf8'));
  });

  it('is kept by the unit that is named, if scorecards may be written there', async () => {
    const request = { indexKind: 'cchc', document: indexScorecard({ code: 'so' }), ownerUnitId: OFFICE };
    expect((await people.office.post('/scorecards/import', request)).body).toMatchObject({
      ownerUnitName: 'Sở Nội vụ',
    });
    const stranger = { ...request, ownerUnitId: '00000000-0000-7000-8000-0000000000ff' };
    expect(await people.office.post('/scorecards/import', stranger)).toMatchObject({ status: 404 });
    expect((await people.ward.post('/scorecards/import', { ...request, ownerUnitId: WARD })).status).toBe(
      403,
    );
  });
});

describe('a draft', () => {
  it('saved on a stale page is refused and stays as the other saved it', async () => {
    const { scorecardId, revision } = await imported(indexScorecard({ code: 'hai-nguoi' }));
    const save = (name: string) =>
      people.office.post(`/scorecards/${scorecardId}/save`, {
        document: indexScorecard({ code: 'hai-nguoi', name }),
        revision,
      });
    expect((await save('Lần thứ nhất')).body).toMatchObject({ revision: revision + 1, name: 'Lần thứ nhất' });
    expect(await save('Lần thứ hai')).toMatchObject({ status: 409, codes: ['saved_since'] });
    const { body } = await people.office.get(`/scorecards/${scorecardId}`);
    expect(body).toMatchObject({ name: 'Lần thứ nhất' });
  });

  it('saved by two at once is saved by one of them', async () => {
    const { scorecardId, revision } = await imported(indexScorecard({ code: 'cung-luc' }));
    const save = { document: indexScorecard({ code: 'cung-luc' }), revision };
    const answers = await Promise.all(
      [1, 2].map(() => people.office.post(`/scorecards/${scorecardId}/save`, save)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('at fault is not saved', async () => {
    const { scorecardId, revision } = await imported(indexScorecard({ code: 'sai' }));
    const document = indexScorecard({ code: 'sai', total: '99' });
    const answer = await people.office.post(`/scorecards/${scorecardId}/save`, { document, revision });
    expect(answer.status).toBe(400);
    expect((await people.office.get(`/scorecards/${scorecardId}`)).body).toMatchObject({ revision });
  });

  it('does not take the code under which another of its number is kept', async () => {
    await imported(indexScorecard({ code: 'da-co' }));
    const { scorecardId, revision } = await imported(indexScorecard({ code: 'muon-doi' }));
    const document = indexScorecard({ code: 'da-co' });
    const answer = await people.office.post(`/scorecards/${scorecardId}/save`, { document, revision });
    expect(answer).toMatchObject({ status: 422, codes: ['scorecard_code_taken'] });
  });
});

describe('an issued scorecard', () => {
  it('does not change any more, and says what to do instead', async () => {
    const scorecardId = await givenIssued(people.office, indexScorecard({ code: 'ban-hanh' }));
    const save = { document: indexScorecard({ code: 'ban-hanh' }), revision: 2 };
    const answer = await people.office.post(`/scorecards/${scorecardId}/save`, save);
    expect(answer).toMatchObject({ status: 422, codes: ['scorecard_is_issued'] });
    const again = await people.office.post(`/scorecards/${scorecardId}/issue`, {
      revision: 2,
      decision: DECISION,
    });
    expect(again).toMatchObject({ status: 422, codes: ['scorecard_is_issued'] });
  });

  it('leaves in the journal by which decision it was issued', async () => {
    const scorecardId = await givenIssued(people.office, indexScorecard({ code: 'nhat-ky' }));
    const { body } = await people.office.get(`/journal?subjectKind=scorecard&subjectId=${scorecardId}`);
    expect(body.entries).toMatchObject([
      { action: 'scorecard.issued', reason: '58/QĐ-UBND, 2026-01-14, UBND tỉnh' },
      { action: 'scorecard.imported', after: { code: 'nhat-ky', version: 1 } },
    ]);
  });

  it('says in its document by which decision, and a copy of it rests on none', async () => {
    const scorecardId = await givenIssued(people.office, indexScorecard({ code: 'can-cu' }));
    const { body } = await people.office.get(`/scorecards/${scorecardId}`);
    expect(JSON.parse(String(body.document))).toMatchObject({ code: 'can-cu', decision: DECISION });
    const copy = await people.office.post(`/scorecards/${scorecardId}/copy`);
    expect(JSON.parse(String(copy.body.document))).not.toHaveProperty('decision');
  });

  it('is copied into a draft of the next number, which is compared with it criterion by criterion', async () => {
    const scorecardId = await givenIssued(people.office, indexScorecard({ code: 'sao' }));
    const { body } = await people.office.post(`/scorecards/${scorecardId}/copy`);
    const copy: Kept = JSON.parse(JSON.stringify(body));
    expect(copy).toMatchObject({ version: 2, status: 'draft', copiedFrom: scorecardId });
    const document = copy.document
      .replace('"name": "Tiêu chí 2.1"', '"name": "Điểm của hội đồng"')
      .replace('"by": "unit"', '"by": "council"');
    await people.office.post(`/scorecards/${copy.scorecardId}/save`, { document, revision: copy.revision });
    const compared = await people.office.get(`/scorecards/${scorecardId}/compare/${copy.scorecardId}`);
    expect(compared.body.changes).toMatchObject([
      {
        code: '2.1',
        change: 'changed',
        fields: [
          { field: 'name', before: 'Tiêu chí 2.1', after: 'Điểm của hội đồng' },
          {
            field: 'rule',
            before: expect.stringContaining('unit'),
            after: expect.stringContaining('council'),
          },
        ],
      },
    ]);
    const onlyReads = await people.ward.get(`/scorecards/${scorecardId}/compare/${copy.scorecardId}`);
    expect(onlyReads).toMatchObject({ status: 404, codes: ['unknown_scorecard'] });
    expect((await people.ward.post(`/scorecards/${scorecardId}/copy`)).status).toBe(403);
  });
});
