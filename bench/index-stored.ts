import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../src/domain/kernel/actor.ts';
import { TenantId } from '../src/domain/kernel/id.ts';
import { PERMISSIONS } from '../src/domain/kernel/permission.ts';
import { Day } from '../src/domain/kernel/time/day.ts';
import type { ScorecardId } from '../src/domain/par-index/campaign/scorecard-record.ts';
import { withActor } from '../src/server/db/actor.ts';
import { openDatabase } from '../src/server/db/connect.ts';
import { importFigures } from '../src/server/par-index/figures/import.ts';
import { listFigures } from '../src/server/par-index/figures/queries.ts';
import { enterFigures } from '../src/server/par-index/figures/service.ts';
import { readRanking } from '../src/server/par-index/results/read.ts';
import { importScorecard, issueScorecard } from '../src/server/par-index/scorecards/service.ts';
import { migratedDatabase } from '../tests/database.ts';
import { actorWith, givenTenant } from '../tests/tenant.ts';
import { unitId } from '../tests/unit-examples.ts';
import { machine } from './machine.ts';
import { synthetic } from './synthetic.ts';

/** One figure changes: the whole block is read, scored, ranked and stored again; then the ranking page is read. */

const BLOCKS = [
  { units: 200, leaves: 60, runs: 5 },
  { units: 3321, leaves: 150, runs: 1 },
];

console.log(machine());
const database = await migratedDatabase();
const db = openDatabase({ url: database.appUrl, connections: 2, name: 'bench' });
const now = Temporal.Instant.from('2026-11-23T09:00:00+07:00');
try {
  for (const block of BLOCKS) await measure(block);
} finally {
  await db.destroy();
  await database.drop();
}

async function measure({ units, leaves, runs }: (typeof BLOCKS)[number]): Promise<void> {
  const tenantId = TenantId.parse(await givenTenant(database.ownerUrl, `t${units}`));
  const actor = actorWith(tenantId, ...PERMISSIONS.map((each): [typeof each, string] => [each, '/']));
  const campaign = await fill(actor, units, leaves);
  console.log(`\n${units} units × ${leaves} criteria`);
  const stored = await timed(runs, () => enterOne(actor, campaign));
  console.log(`  one figure entered, whole block recomputed and stored: ${stored} ms`);
  const read = await timed(20, () => withActor(db, actor, (trx) => readRanking({ trx, actor }, campaign)));
  console.log(`  ranking read: ${read} ms`);
}

type Campaign = { scorecardId: ScorecardId; period: string };

async function fill(actor: Actor, count: number, leaves: number): Promise<Campaign> {
  const { scorecardText, figuresText } = synthetic(count, leaves);
  const codes = [...figuresText.matchAll(/"code": ?"([^"]+)", ?"kind": ?"([^"]+)"/g)];
  return withActor(db, actor, async (trx) => {
    const change = { trx, actor, now };
    const root = `/${unitId(1)}/`;
    const versions = [
      { id: 1, code: 'T', kind: 'ubnd_tinh', parent: null, path: root },
      ...codes.map(([, code = '', kind = ''], at) => ({
        ...{ id: at + 2, code, kind, parent: unitId(1) },
        path: `${root}${unitId(at + 2)}/`,
      })),
    ];
    await trx
      .insertInto('unit')
      .values(versions.map(({ id }) => ({ tenant_id: actor.tenantId, unit_id: unitId(id) })))
      .execute();
    await trx
      .insertInto('unit_version')
      .values(
        versions.map(({ id, code, kind, parent, path }) => ({
          ...{ tenant_id: actor.tenantId, unit_id: unitId(id), valid_from: Day.parse('2020-01-01') },
          ...{ code, name: `Đơn vị ${code}`, kind, parent_id: parent, path },
        })),
      )
      .execute();
    const draft = await importScorecard(change, { indexKind: 'cchc', document: scorecardText });
    const { scorecardId, revision } = draft;
    await issueScorecard(change, { scorecardId, revision, decision: { number: '1/QĐ-UBND' } });
    const asked = { scorecardId, period: '2026' };
    const { done, units } = await importFigures(change, { ...asked, document: figuresText, dryRun: false });
    if (!done) throw new Error(JSON.stringify(units.find(({ faults }) => faults.length > 0)));
    return asked;
  });
}

function enterOne(actor: Actor, campaign: Campaign): Promise<unknown> {
  return withActor(db, actor, async (trx) => {
    const [figure] = await listFigures(trx, actor.tenantId, campaign, { unitId: unitId(2) });
    if (figure === undefined) throw new Error('nothing to enter');
    const { unitId: unit, code, input, revision } = figure;
    const cells = [{ unitId: unit, code, input, revision }];
    return enterFigures({ trx, actor, now }, { ...campaign, cells });
  });
}

async function timed(runs: number, run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  return Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
}
