import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../src/domain/kernel/actor.ts';
import type { TenantId } from '../src/domain/kernel/id.ts';
import { PERMISSIONS } from '../src/domain/kernel/permission.ts';
import { PERMISSIONS_OF_ROLE, ROLES, type Role } from '../src/domain/organization/role.ts';
import {
  mayEditFigures,
  mayReadFigures,
  mayReadResult,
  mayReadScorecard,
} from '../src/domain/par-index/campaign/policy.ts';
import { type ActorTransaction, withActor, withTenant } from '../src/server/db/actor.ts';
import { citizenOf } from '../src/server/par-index/results/public.ts';
import { startTestApp, type TestApp } from './app.ts';
import { givenProvince, signedInAs } from './given.ts';
import { DECISION, givenCampaign, INDEX_PROVINCE, indexScorecard } from './index-examples.ts';
import { actorWith } from './tenant.ts';
import { unitId } from './unit-examples.ts';

let app: TestApp;
let tenantId: TenantId;

/** A draft; 2025 published; 2026 not. */
beforeAll(async () => {
  app = await startTestApp();
  tenantId = await givenProvince(app, INDEX_PROVINCE);
  const office = await signedInAs(app, tenantId, 'reform_office');
  await office.post('/scorecards/import', { indexKind: 'sipas', document: indexScorecard({ code: 'nhap' }) });
  const scorecardId = await givenCampaign(office, '2025');
  await office.post('/results/publish', { scorecardId, period: '2025', decision: DECISION });
  await givenCampaign(office, '2026');
});
afterAll(() => app.close());

const ROOT = `/${unitId(1)}/`;
const PLACES = [ROOT, `${ROOT}${unitId(4)}/`, `${ROOT}${unitId(6)}/`];

/** Everybody of every role at the root, in the ward and in the commune; somebody without a role; a citizen. */
function everybody(): [string, Actor][] {
  const holders = ROLES.flatMap((role) =>
    PLACES.map((path): [string, Actor] => [`${role} at ${PLACES.indexOf(path)}`, holder(role, path)]),
  );
  return [...holders, ['nobody', actorWith(tenantId)], ['a citizen', citizenOf(tenantId)]];
}

function holder(role: Role, path: string): Actor {
  return actorWith(tenantId, ...PERMISSIONS_OF_ROLE[role].map((each): [typeof each, string] => [each, path]));
}

type Seen = { scorecards: string[]; figures: string[]; results: string[] };

async function rows(trx: ActorTransaction) {
  const scorecards = await trx
    .selectFrom('scorecard')
    .select(['code', 'version', 'status', 'owner_path'])
    .execute();
  const figures = await trx.selectFrom('figure').select(['period', 'criterion_code', 'unit_path']).execute();
  const results = await trx
    .selectFrom('result')
    .select(['period', 'code', 'unit_path', 'published'])
    .execute();
  return { scorecards, figures, results };
}

type Rows = Awaited<ReturnType<typeof rows>>;

function names({ scorecards, figures, results }: Rows): Seen {
  return {
    scorecards: scorecards.map(({ code, version }) => `${code} ${version}`).sort(),
    figures: figures.map((each) => `${each.period} ${each.unit_path} ${each.criterion_code}`).sort(),
    results: results.map(({ period, code }) => `${period} ${code}`).sort(),
  };
}

function byPolicy(actor: Actor, all: Rows): Seen {
  return names({
    scorecards: all.scorecards.filter(({ status, owner_path }) =>
      mayReadScorecard(actor, { status: status === 'issued' ? 'issued' : 'draft', ownerPath: owner_path }),
    ),
    figures: all.figures.filter(({ unit_path }) => mayReadFigures(actor, { unitPath: unit_path })),
    results: all.results.filter(({ unit_path, published }) =>
      mayReadResult(actor, { unitPath: unit_path, published }),
    ),
  });
}

describe('scorecards, figures and results', () => {
  it('are seen by row-level security as by the policy, for everybody', async () => {
    const all = await withTenant(app.deps.db, tenantId, rows);
    const whole = names(all);
    expect(whole.results).toHaveLength(6);
    const seen = new Map<string, Seen>();
    for (const [name, actor] of everybody()) {
      const raw = names(await withActor(app.deps.db, actor, rows));
      expect(raw, name).toEqual(byPolicy(actor, all));
      seen.set(name, raw);
    }
    expect(seen.get('reform_office at 0')).toEqual(whole);
    expect(seen.get('officer at 1')?.results).toHaveLength(4);
    expect(seen.get('a citizen')).toMatchObject({ figures: [], results: ['2025 U4', '2025 U6', '2025 U8'] });
    expect(seen.get('nobody')).toMatchObject({ scorecards: [], figures: [] });
  });

  it('are changed past all our code only by who may, and results and publications by nobody', async () => {
    for (const [name, actor] of everybody()) {
      const editable = mayEditFigures(actor, { unitPath: PLACES[1] ?? '' });
      expect((await attempt(actor, sql`update figure set revision = 9`)) > 0n, name).toBe(
        PLACES.some((path) => mayEditFigures(actor, { unitPath: path })),
      );
      expect((await attempt(actor, sql`delete from figure where unit_path = ${PLACES[1]}`)) > 0n, name).toBe(
        editable,
      );
      expect(await attempt(actor, sql`update result set points = 0`), name).toBe(0n);
      expect(await attempt(actor, sql`update block_result set units = 0`), name).toBe(0n);
      expect(await attempt(actor, sql`update publication set hash = ''`), name).toBe(0n);
      expect(await attempt(actor, sql`delete from scorecard`), name).toBe(0n);
      expect(
        await attempt(actor, sql`update scorecard set name = 'Khác' where status = 'issued'`),
        name,
      ).toBe(0n);
    }
  });

  it('stay as they were published even for the product itself', async () => {
    const everything = PERMISSIONS.map((each): [typeof each, string] => [each, '/']);
    const product = actorWith(tenantId, ...everything);
    expect(await attempt(product, sql`update result set points = 0 where published`)).toBe(0n);
    const touched = await withTenant(app.deps.db, tenantId, (trx) =>
      sql`update result set points = 0 where published`.execute(trx),
    );
    expect(touched.numAffectedRows).toBe(0n);
    const together = await withTenant(app.deps.db, tenantId, (trx) =>
      sql`update block_result set units = 0 where period = '2025'`.execute(trx),
    );
    expect(together.numAffectedRows).toBe(0n);
  });

  it('what the block reached together is read by nobody past our code', async () => {
    const read = (trx: ActorTransaction) => trx.selectFrom('block_result').select('period').execute();
    for (const [name, actor] of everybody())
      expect(await withActor(app.deps.db, actor, read), name).toEqual([]);
    expect(await withTenant(app.deps.db, tenantId, read)).toHaveLength(2);
  });
});

describe('figures and descriptions of a period', () => {
  const statements = (period: string) => [
    sql`update figure set revision = 9 where period = ${period}`,
    sql`delete from figure where period = ${period}`,
    sql`insert into figure (tenant_id, scorecard_id, period, unit_id, criterion_code, unit_path, input, revision, entered_at)
      select tenant_id, scorecard_id, period, unit_id, 'thêm', unit_path, '{}', 1, now() from campaign_unit
      where period = ${period}`,
    sql`update campaign_unit set ranked = not ranked where period = ${period}`,
    sql`insert into campaign_unit (tenant_id, scorecard_id, period, unit_id, unit_path, owner_path, code, name, kind, tags,
        flags, ranked, revision)
      select tenant_id, scorecard_id, period, ${unitId(2)}::uuid, ${ROOT}, ${ROOT}, 'thêm', 'thêm', 'xa', '{}', '{}', true, 1
      from campaign where period = ${period}`,
  ];

  it.each(['reform_office', 'administrator'] as const)(
    'are changed past all our code while it is open, and by nobody once it is published: %s',
    async (role) => {
      const permitted = mayEditFigures(holder(role, ROOT), { unitPath: ROOT });
      for (const statement of statements('2026'))
        expect((await attempt(holder(role, ROOT), statement)) > 0n).toBe(permitted);
      for (const statement of statements('2025'))
        expect(await attempt(holder(role, ROOT), statement)).toBe(0n);
    },
  );

  it('stay as they were published even for the product itself', async () => {
    for (const statement of statements('2026'))
      expect(await attemptAs((run) => withTenant(app.deps.db, tenantId, run), statement)).not.toBe(0n);
    for (const statement of statements('2025'))
      expect(await attemptAs((run) => withTenant(app.deps.db, tenantId, run), statement)).toBe(0n);
  });
});

class Undo extends Error {}

/** Rows written, 0 when the database refused; nothing stays. */
function attempt(actor: Actor, statement: ReturnType<typeof sql>): Promise<bigint> {
  return attemptAs((run) => withActor(app.deps.db, actor, run), statement);
}

async function attemptAs(
  begin: (run: (trx: ActorTransaction) => Promise<void>) => Promise<void>,
  statement: ReturnType<typeof sql>,
): Promise<bigint> {
  let written = 0n;
  await begin(async (trx) => {
    written = (await statement.execute(trx)).numAffectedRows ?? 0n;
    throw new Undo();
  }).catch((error: unknown) => {
    const refused = error instanceof Error && 'code' in error && error.code === '42501';
    if (!refused && !(error instanceof Undo)) throw error;
  });
  return written;
}
