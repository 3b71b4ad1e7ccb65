import type { Reader } from '../../portal/frame.ts';
import { resultsPage } from '../../portal/published-results.ts';
import { type RankingView, rankingPage } from '../../portal/ranking.ts';
import { unitResultPage } from '../../portal/unit-result.ts';
import { withActor } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';
import { citizenOf, listPublished } from '../par-index/results/public.ts';
import { findUnitOfCode } from '../par-index/results/queries.ts';
import { readRanking, readTrend, readUnitResult } from '../par-index/results/read.ts';
import type { Tenant } from '../tenants/queries.ts';

/** Who reads, and of which tenant. */
export type Reading = { readonly db: Database; readonly tenant: Tenant; readonly reader: Reader };

export function showResults({ db, tenant, reader }: Reading): Promise<string> {
  return withActor(db, citizenOf(tenant.tenantId), async (trx) =>
    resultsPage(reader, await listPublished(trx, tenant.tenantId)),
  );
}

/** Undefined where nothing of that name is published. */
export function showRanking(
  { db, tenant, reader }: Reading,
  asked: { readonly code: string; readonly period: string },
  view: RankingView,
): Promise<string | undefined> {
  const actor = citizenOf(tenant.tenantId);
  return withActor(db, actor, async (trx) => {
    const [campaign] = await listPublished(trx, tenant.tenantId, asked);
    if (campaign === undefined) return undefined;
    const { rows } = await readRanking({ trx, actor }, campaign);
    return rankingPage(reader, campaign, rows, view);
  });
}

/** Undefined where nothing of that name is published, or the unit is not judged there. */
export function showUnitResult(
  { db, tenant, reader }: Reading,
  asked: { readonly code: string; readonly period: string },
  unitCode: string,
): Promise<string | undefined> {
  const actor = citizenOf(tenant.tenantId);
  return withActor(db, actor, async (trx) => {
    const [campaign] = await listPublished(trx, tenant.tenantId, asked);
    if (campaign === undefined) return undefined;
    const unitId = await findUnitOfCode(trx, tenant.tenantId, campaign, unitCode);
    if (unitId === undefined) return undefined;
    const asking = { trx, actor };
    const result = await readUnitResult(asking, campaign, unitId);
    const { lines } = await readTrend(asking, unitId, campaign.indexKind);
    return unitResultPage(reader, campaign, result, lines);
  });
}
