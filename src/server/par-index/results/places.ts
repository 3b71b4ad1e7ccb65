import { sql } from 'kysely';
import type { TenantId, UnitId } from '../../../domain/kernel/id.ts';
import type { Points } from '../../../domain/kernel/number/points.ts';
import type { BlockOverlap } from '../../../domain/par-index/campaign/block.ts';
import { periodBefore } from '../../../domain/par-index/campaign/period.ts';
import type { IndexKind } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import type { Standing } from '../../../domain/par-index/scoring/ranking.ts';
import type { ActorTransaction } from '../../db/actor.ts';
import type { Campaign } from '../campaigns/queries.ts';

/** What decides the place of a unit, and the place that it has. */
export type KeptStanding = Standing & {
  readonly unitId: UnitId;
  readonly ranked: boolean;
  readonly rank: number | null;
};

/** Of every unit that has a result. Run as the product. */
export async function listStandings(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  { ranking, byCode }: Scorecard,
): Promise<KeptStanding[]> {
  const ties = ranking.then.flatMap((code) => byCode.get(code)?.position ?? []);
  const { rows } = await sql<{
    unit_id: UnitId;
    code: string;
    ranked: boolean;
    points: Points;
    applicable: Points;
    index_value: Points | null;
    rank: number | null;
    ties: Points[] | null;
  }>`
    select unit_id, code, ranked, points, applicable, index_value, rank,
      (select array_agg((criteria -> tie ->> 0)::integer order by place)
        from unnest(${ties}::integer[]) with ordinality as asked(tie, place)) as ties
    from result
    where tenant_id = ${tenantId} and scorecard_id = ${scorecardId} and period = ${period}`.execute(trx);
  return rows.map(({ unit_id: unitId, index_value: index, ties: reached, ...row }) => {
    const criteria: { points: Points }[] = [];
    for (const [at, points] of (reached ?? []).entries()) criteria[ties[at] ?? 0] = { points };
    return { ...row, unitId, index, criteria };
  });
}

/** Run as the product. */
export async function saveRanks(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  places: readonly { readonly unitId: UnitId; readonly rank: number | null }[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`
    update result set rank = place.rank
    from unnest(${places.map(({ unitId }) => unitId)}::uuid[], ${places.map(({ rank }) => rank)}::integer[])
      as place(unit_id, rank)
    where tenant_id = ${tenantId} and scorecard_id = ${scorecardId} and period = ${period}
      and result.unit_id = place.unit_id`.execute(trx);
}

/** Units that have a place. */
export async function listRankedUnits(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
): Promise<UnitId[]> {
  const rows = await trx
    .selectFrom('result')
    .select('unit_id')
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period)
    .where('rank', 'is not', null)
    .execute();
  return rows.map((row) => row.unit_id as UnitId);
}

/** The places of these units in the period before, under any scorecard of the same index, and how far the two blocks are the same. */
export async function findRanksBefore(
  trx: ActorTransaction,
  tenantId: TenantId,
  indexKind: IndexKind,
  { scorecardId, period }: Campaign,
  unitIds: readonly UnitId[],
): Promise<{ ranks: Map<UnitId, number>; overlap: BlockOverlap }> {
  const { rows } = await sql<{ ranks: Record<UnitId, number> | null } & BlockOverlap>`
    with was as materialized (
      select distinct on (unit_id) unit_id, rank from result join scorecard using (tenant_id, scorecard_id)
      where tenant_id = ${tenantId} and period = ${periodBefore(period)} and index_kind = ${indexKind}
        and rank is not null
      order by unit_id, version desc),
    ranked as materialized (
      select unit_id from result
      where tenant_id = ${tenantId} and scorecard_id = ${scorecardId} and period = ${period} and rank is not null)
    select (select count(*) from was)::integer as before,
      (case when exists (select from was) then (select count(*) from ranked) else 0 end)::integer as now,
      (case when exists (select from was) then (select count(*) from was join ranked using (unit_id)) else 0 end)::integer as both,
      (select jsonb_object_agg(unit_id, rank) from was where unit_id = any(${[...unitIds]}::uuid[])) as ranks`.execute(
    trx,
  );
  const [{ ranks, ...overlap } = { ranks: null, before: 0, now: 0, both: 0 }] = rows;
  return { ranks: new Map(Object.entries(ranks ?? {}) as [UnitId, number][]), overlap };
}
