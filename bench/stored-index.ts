import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../src/domain/kernel/actor.ts';
import { TenantId } from '../src/domain/kernel/id.ts';
import { PERMISSIONS } from '../src/domain/kernel/permission.ts';
import { Day } from '../src/domain/kernel/time/day.ts';
import type { ScorecardId } from '../src/domain/par-index/campaign/scorecard-record.ts';
import { buildApp, type Deps } from '../src/server/app.ts';
import { readConfig } from '../src/server/config.ts';
import { type ActorTransaction, asProduct, withActor } from '../src/server/db/actor.ts';
import { type Database, openDatabase } from '../src/server/db/connect.ts';
import { openStore } from '../src/server/files/store/open.ts';
import { openIdentity } from '../src/server/identity/identity.ts';
import { createMetrics } from '../src/server/observe/metrics.ts';
import { scorecardOf } from '../src/server/par-index/documents.ts';
import { importFigures } from '../src/server/par-index/figures/import.ts';
import { listFigures } from '../src/server/par-index/figures/queries.ts';
import { enterFigures } from '../src/server/par-index/figures/service.ts';
import { computeWhole } from '../src/server/par-index/results/compute.ts';
import { importScorecard, issueScorecard } from '../src/server/par-index/scorecards/service.ts';
import { migratedDatabase } from '../tests/database.ts';
import { actorWith, asOwner, givenTenant } from '../tests/tenant.ts';
import { unitId } from '../tests/unit-examples.ts';
import { synthetic } from './synthetic.ts';

type Run = () => Promise<unknown>;

/** A province with units and an issued scorecard on a database of its own, served over HTTP. */
export type StoredIndex = {
  readonly actors: { readonly office: Actor; readonly clerk: Actor };
  readonly importFigures: Run;
  readonly recompute: Run;
  readonly saveOne: Run;
  /** `ranking` or `units/{unitId}`, over HTTP. */
  readonly get: (actor: Actor, path: string) => Promise<string>;
  readonly selectOne: Run;
  readonly insertBareCell: Run;
  /** The cells of the file, without anything else. */
  readonly insertBareFigures: Run;
  /** What autovacuum does within a minute after many rows changed. */
  readonly settle: Run;
  readonly close: () => Promise<void>;
};

const now = Temporal.Instant.from('2026-11-23T09:00:00+07:00');
const ROOT = `/${unitId(1)}/`;
const period = '2026';

export async function openStored(units: number, leaves: number): Promise<StoredIndex> {
  const database = await migratedDatabase();
  const db = openDatabase({ url: database.appUrl, connections: 4, name: 'bench' });
  const tenantId = TenantId.parse(await givenTenant(database.ownerUrl));
  const office = actorWith(tenantId, ...PERMISSIONS.map((each): [typeof each, string] => [each, '/']));
  const own = `${ROOT}${unitId(2)}/`;
  const clerk = actorWith(tenantId, ['result.read', own], ['scorecard.read', own], ['figure.read', own]);
  const { scorecardText, figuresText } = synthetic(units, leaves);
  const campaign = await begin(db, office, scorecardText, units);
  const served = await serve(db, database.appUrl, [office, clerk]);
  const inOffice = (run: (trx: ActorTransaction) => Promise<unknown>) => withActor(db, office, run);
  const scorecard = scorecardOf(scorecardText);
  return {
    actors: { office, clerk },
    importFigures: () =>
      inOffice((trx) =>
        importFigures({ trx, actor: office, now }, { ...campaign, document: figuresText, dryRun: false }),
      ),
    recompute: () =>
      inOffice((trx) =>
        asProduct(trx, office, () => computeWhole({ trx, actor: office, now }, campaign, scorecard)),
      ),
    saveOne: () => inOffice((trx) => saveNext(trx, office, campaign)),
    get: (actor, path) =>
      served.get(actor, `/api/results/${path}?scorecardId=${campaign.scorecardId}&period=${period}`),
    selectOne: () => sql`select 1`.execute(db),
    insertBareCell: () => insertBare(db, sql`select 1`),
    insertBareFigures: () => insertBare(db, sql`select from generate_series(1, ${units * leaves}::integer)`),
    settle: () => asOwner(database.ownerUrl, 'vacuum (analyze) result, figure, campaign_unit'),
    close: async () => {
      await served.close();
      await db.destroy();
      await database.drop();
    },
  };
}

type Campaign = { readonly scorecardId: ScorecardId; readonly period: string };

async function begin(db: Database, actor: Actor, document: string, units: number): Promise<Campaign> {
  const versions = [
    { id: 1, code: 'T', kind: 'ubnd_tinh', parent: null, path: ROOT },
    ...Array.from({ length: units }, (_, at) => ({
      ...{ id: at + 2, code: `don-vi-${at + 1}`, kind: 'xa', parent: unitId(1) },
      path: `${ROOT}${unitId(at + 2)}/`,
    })),
  ];
  return withActor(db, actor, async (trx) => {
    const change = { trx, actor, now };
    const { tenantId } = actor;
    await trx
      .insertInto('unit')
      .values(versions.map(({ id }) => ({ tenant_id: tenantId, unit_id: unitId(id) })))
      .execute();
    await trx
      .insertInto('unit_version')
      .values(
        versions.map(({ id, code, kind, parent, path }) => ({
          ...{ tenant_id: tenantId, unit_id: unitId(id), valid_from: Day.parse('2020-01-01') },
          ...{ code, name: `Đơn vị ${code}`, kind, parent_id: parent, path },
        })),
      )
      .execute();
    const { scorecardId, revision } = await importScorecard(change, { indexKind: 'cchc', document });
    await issueScorecard(change, { scorecardId, revision, decision: { number: '1/QĐ-UBND' } });
    return { scorecardId, period };
  });
}

let saved = 0;

/** Another cell each time. */
async function saveNext(trx: ActorTransaction, actor: Actor, campaign: Campaign): Promise<unknown> {
  saved += 1;
  const figures = await listFigures(trx, actor.tenantId, campaign, { unitId: unitId(2 + (saved % 150)) });
  const figure = figures[(saved * 7) % figures.length];
  if (figure === undefined) throw new Error('nothing to enter');
  const { unitId: unit, code, input, revision } = figure;
  return enterFigures({ trx, actor, now }, { ...campaign, cells: [{ unitId: unit, code, input, revision }] });
}

/** In a transaction of its own, as a figure is. */
function insertBare(db: Database, rows: ReturnType<typeof sql>): Promise<unknown> {
  return db.transaction().execute(async (trx) => {
    await sql`create temporary table bare (unit uuid, code text, input text, primary key (unit, code)) on commit drop`.execute(
      trx,
    );
    return sql`insert into bare select gen_random_uuid(), '1.10', '{ "ratio": [123, 456] }' from (${rows}) as each`.execute(
      trx,
    );
  });
}

async function serve(db: Database, databaseUrl: string, actors: readonly Actor[]) {
  const folder = mkdtempSync(join(tmpdir(), 'minhchung-bench-'));
  const config = readConfig({ DATA_FOLDER: folder, LOG_LEVEL: 'silent', API_REQUESTS_PER_MINUTE: '0' });
  const publicUrl = 'http://localhost';
  const { secret } = config;
  const identity = openIdentity({ db, databaseUrl, secret, publicUrl, mails: false, now: () => now });
  const deps: Deps = {
    ...{ config, db, identity, log: pino({ level: 'silent' }), metrics: createMetrics() },
    files: openStore(config),
    makePdf: undefined,
    now: () => now,
    authenticate: async ({ headers }) => actors.find(({ personId }) => personId === headers.get('x-person')),
    ready: async () => true,
  };
  const app = await buildApp(deps);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    get: async ({ personId }: Actor, path: string): Promise<string> => {
      const answer = await fetch(`${address}${path}`, { headers: { 'x-person': personId } });
      if (answer.status !== 200) throw new Error(await answer.text());
      return answer.text();
    },
    close: async () => {
      await app.close();
      await identity.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
