import type { TestApp } from './app.ts';
import { type Caller, type GivenUnit, givenProvince, signedInAs } from './given.ts';
import { figuresOf, GIVEN, group, leaf, scorecardOf, type Written } from './scorecards.ts';
import { unitId } from './unit-examples.ts';

/** Three communes of a province, the last of them merged this year, and an office that keeps the index. */
export const INDEX_PROVINCE: GivenUnit = {
  id: 1,
  kind: 'ubnd_tinh',
  name: 'UBND tỉnh Trường Giang',
  below: [
    { id: 2, kind: 'so', name: 'Sở Nội vụ' },
    { id: 4, kind: 'phuong', name: 'Phường Đông Kiều' },
    { id: 6, kind: 'xa', name: 'Xã Thạch Vĩnh' },
    { id: 8, kind: 'xa', name: 'Xã Tân Kiều' },
  ],
};

export const [OFFICE, WARD, COMMUNE, MERGED] = [2, 4, 6, 8].map(unitId);

const RATE = { kind: 'proportional', input: { declared: 'ratio' } };

/** Field 1: on time (60) and relative to the best (10). Field 2: points given by hand (30). */
export const CRITERIA: readonly Written[] = [
  group('1', '70', [
    leaf('1.1', '60', RATE, { nothing_arose: 'exclude' }),
    leaf('1.2', '10', { kind: 'relative', input: { declared: 'number' }, to: 'best' }),
  ]),
  group('2', '30', [leaf('2.1', '30', GIVEN)]),
];

const BANDS = [{ name: 'Tốt', from: '80', closed: true }, { name: 'Chưa đạt' }];

export function indexScorecard(more: Written = {}): string {
  const block = ['xa', 'phuong'];
  return JSON.stringify(scorecardOf(CRITERIA, { code: 'xa-2026', block, bands: BANDS, ...more }), null, 2);
}

/** On time 9 of 10 and 8 of 10, applications 20 and 10, points 25 and 30; the merged commune has one figure. */
export function indexFigures(): string {
  return JSON.stringify(
    figuresOf([
      {
        code: 'U4',
        kind: 'phuong',
        inputs: { '1.1': { ratio: [9, 10] }, '1.2': { number: '20' }, '2.1': { points: '25' } },
      },
      {
        code: 'U6',
        kind: 'xa',
        inputs: { '1.1': { ratio: [8, 10] }, '1.2': { number: '10' }, '2.1': { points: '30' } },
      },
      { code: 'U8', kind: 'xa', ranked: false, inputs: { '1.1': { ratio: [1, 2] } } },
    ]),
  );
}

export const DECISION = { number: '58/QĐ-UBND', date: '2026-01-14', issuer: 'UBND tỉnh' };

export type IndexPeople = {
  readonly office: Caller;
  readonly ward: Caller;
  readonly commune: Caller;
  readonly auditor: Caller;
};

/** The province with an office of reform at the root, an officer in the ward and one in the commune. */
export async function givenIndexPeople(app: TestApp): Promise<IndexPeople> {
  const tenantId = await givenProvince(app, INDEX_PROVINCE);
  return {
    office: await signedInAs(app, tenantId, 'reform_office'),
    ward: await signedInAs(app, tenantId, 'officer', 4),
    commune: await signedInAs(app, tenantId, 'head_of_unit', 6),
    auditor: await signedInAs(app, tenantId, 'auditor'),
  };
}

/** An issued scorecard. */
export async function givenIssued(
  office: Caller,
  document = indexScorecard(),
  indexKind = 'cchc',
): Promise<string> {
  const { body } = await office.post('/scorecards/import', { indexKind, document });
  const { scorecardId, revision }: { scorecardId?: string; revision?: number } = body;
  const { status } = await office.post(`/scorecards/${scorecardId}/issue`, { revision, decision: DECISION });
  if (status !== 200 || scorecardId === undefined) throw new Error('the scorecard was not issued');
  return scorecardId;
}

/** A campaign with the figures of the three communes. */
export async function givenCampaign(office: Caller, period = '2026'): Promise<string> {
  const scorecardId = await givenIssued(office);
  const { body } = await office.post('/figures/import', { scorecardId, period, document: indexFigures() });
  if (!('done' in body) || !body.done) throw new Error(`figures were refused: ${JSON.stringify(body)}`);
  return scorecardId;
}
