import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
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
  WARD,
} from '../../../../tests/index-examples.ts';
import { GIVEN, group, leaf } from '../../../../tests/scorecards.ts';
import { asOwner } from '../../../../tests/tenant.ts';
import { atOnce } from '../../../domain/kernel/steps.ts';
import { blockPoints, reachedBy } from '../../../domain/par-index/campaign/block-points.ts';
import { storeScores } from '../../../domain/par-index/campaign/stored-result.ts';
import { score } from '../../../domain/par-index/scoring/score.ts';
import { figuresOf, scorecardOf } from '../documents.ts';

let app: TestApp;
let people: IndexPeople;

beforeAll(async () => {
  app = await startTestApp();
  people = await givenIndexPeople(app);
});
afterAll(() => app.close());

const period = '2026';
const RATE = { kind: 'proportional', input: { declared: 'ratio' } };

/** Relative to the best or the mean; ties are parted by field 2. */
function relativeTo(to: 'best' | 'mean'): string {
  const relative = leaf('1.2', '10', { kind: 'relative', input: { declared: 'number' }, to });
  const criteria = [
    group('1', '70', [leaf('1.1', '60', RATE, { nothing_arose: 'exclude' }), relative]),
    group('2', '30', [leaf('2.1', '30', GIVEN)]),
  ];
  return indexScorecard({
    code: to,
    criteria,
    ranking: { by: 'printed', method: 'competition', then: ['2'] },
  });
}

/** What is kept of each unit, and what the exported figures give when they are read and scored as a file. */
async function keptAndScored(scorecardId: string, document: string) {
  const kept = await asOwner(
    app.database.ownerUrl,
    `select code, points, applicable, index_value as index, rank, band, missing, fields, criteria, bonus
     from result where scorecard_id = $1 order by code`,
    [scorecardId],
  );
  const exported = await people.office.get(`/figures/export?scorecardId=${scorecardId}&period=${period}`);
  const file: { document?: string } = exported.body;
  const scorecard = scorecardOf(document);
  const units = await figuresOf(file.document ?? '', scorecard);
  const scored = score(scorecard, units).map((each) => ({
    code: each.code,
    ...storeScores(scorecard, each),
  }));
  const [block] = await asOwner(
    app.database.ownerUrl,
    'select units, ranked_units, points from block_result where scorecard_id = $1',
    [scorecardId],
  );
  const points = blockPoints(atOnce(reachedBy(scored.map(({ criteria }) => criteria))));
  const anew = {
    units: scored.length,
    ranked_units: scored.filter(({ rank }) => rank !== null).length,
    points: points.sort((a, b) => a.position - b.position),
  };
  return { kept: { units: kept, block }, scored: { units: scored, block: anew } };
}

type Written = { unitId: string | undefined; code: string; input: object | null };

async function save(scorecardId: string, cells: readonly Written[]) {
  const { body } = await people.office.get(`/figures?scorecardId=${scorecardId}&period=${period}`);
  const kept: { unitId: string; code: string; revision: number }[] = JSON.parse(JSON.stringify(body.cells));
  const withRevisions = cells.map(({ unitId, code, input }) => ({
    ...{ unitId, code, input: input === null ? null : JSON.stringify(input) },
    revision: kept.find((each) => each.unitId === unitId && each.code === code)?.revision ?? 0,
  }));
  return people.office.post('/figures/save', { scorecardId, period, cells: withRevisions });
}

const STEPS: readonly [string, Written[]][] = [
  ['one figure that concerns its unit alone', [{ unitId: COMMUNE, code: '1.1', input: { ratio: [7, 10] } }]],
  [
    'two units that come to the same points',
    [
      { unitId: COMMUNE, code: '1.1', input: { ratio: [10, 10] } },
      { unitId: COMMUNE, code: '2.1', input: { points: '20' } },
      { unitId: WARD, code: '1.1', input: { ratio: [5, 6] } },
      { unitId: WARD, code: '2.1', input: { points: '25' } },
    ],
  ],
  ['a value below the best', [{ unitId: MERGED, code: '1.2', input: { number: '7' } }]],
  ['a new best', [{ unitId: COMMUNE, code: '1.2', input: { number: '40' } }]],
  ['the best taken away', [{ unitId: COMMUNE, code: '1.2', input: null }]],
  ['nothing arose', [{ unitId: WARD, code: '1.1', input: { nothing_arose: true } }]],
];

describe.each(['best', 'mean'] as const)('in a block measured against its %s', (to) => {
  it('what is kept is at every moment what the exported figures give', async () => {
    const { office } = people;
    const document = relativeTo(to);
    const scorecardId = await givenIssued(office, document);
    const agree = async (moment: string) => {
      const { kept, scored } = await keptAndScored(scorecardId, document);
      expect(kept, moment).toEqual(scored);
      return JSON.stringify(kept);
    };
    const at = { scorecardId, period };
    expect((await office.post('/figures/open', { ...at, unitIds: [WARD, COMMUNE] })).status).toBe(200);
    await agree('two units without a figure');
    expect((await office.post('/figures/import', { ...at, document: indexFigures() })).body).toMatchObject({
      done: true,
    });
    let last = await agree('a file with a third unit');
    for (const [moment, cells] of STEPS) {
      expect((await save(scorecardId, cells)).status, moment).toBe(200);
      const is = await agree(moment);
      expect(is, moment).not.toBe(last);
      last = is;
    }
    const described = { ...at, unitId: WARD, tags: [], flags: [], ranked: false, revision: 1 };
    expect((await office.post('/figures/describe', described)).status).toBe(200);
    expect(await agree('a unit that takes no place')).not.toBe(last);
    expect((await office.post('/results/publish', { ...at, decision: DECISION })).status).toBe(200);
    await agree('published');
  });
});

describe('mean and best of a block', () => {
  it('count only units to which the criterion applies', async () => {
    const scorecardId = await givenCampaign(people.office, '2023');
    const nodeOf = async (code: string) => {
      const { body } = await people.office.get(
        `/results/units/${COMMUNE}?scorecardId=${scorecardId}&period=2023`,
      );
      const nodes: { code: string }[] = body.nodes ?? [];
      return nodes.find((node) => node.code === code);
    };
    expect(await nodeOf('1.1')).toMatchObject({
      ...{ blockMean: '44.00', blockBest: '54.00', blockShare: '73.33' },
    });
    const cells = [{ unitId: WARD, code: '1.1', input: '{"nothing_arose": true}', revision: 1 }];
    await people.office.post('/figures/save', { scorecardId, period: '2023', cells });
    expect(await nodeOf('1.1')).toMatchObject({
      ...{ blockMean: '39.00', blockBest: '48.00', blockShare: '65.00' },
    });
    expect(await nodeOf('1')).toMatchObject({ blockMean: '31.00', blockShare: '72.86' });
  });
});
