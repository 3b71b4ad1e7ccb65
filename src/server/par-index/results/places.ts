import { sql } from 'kysely';
import type { TenantId, UnitId } from '../../../domain/kernel/id.ts';
import type { Points } from '../../../domain/kernel/number/points.ts';
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

/** Units that have a place. Run as the product. */
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

/**
 * Places in the period before under any scorecard of the same index; of these units only where they are named. A place among 55 and one among 24
 * are not compared: where fewer than half of the units were ranked in both periods, as after mergers, nobody had a place
 * that counts. Run as the product, to count units that the actor does not see.
 */
export async function findRanksBefore(
  trx: ActorTransaction,
  tenantId: TenantId,
  indexKind: IndexKind,
  { scorecardId, period }: Campaign,
  unitIds: readonly UnitId[] | undefined,
): Promise<Map<UnitId, number>> {
  const asked = unitIds === undefined ? null : [...unitIds];
  const { rows } = await sql<{ unit_id: UnitId; rank: number }>`
    with earlier as materialized (
      select result.unit_id, result.rank
      from scorecard join result on result.tenant_id = scorecard.tenant_id
        and result.scorecard_id = scorecard.scorecard_id
      where scorecard.tenant_id = ${tenantId} and scorecard.index_kind = ${indexKind}
        and result.period = ${periodBefore(period)} and result.rank is not null),
    counted as (
      select count(*) as ranked, count(earlier.unit_id) as both,
        (select count(distinct unit_id) from earlier) as ranked_earlier
      from result left join (select distinct unit_id from earlier) as earlier using (unit_id)
      where result.tenant_id = ${tenantId} and result.scorecard_id = ${scorecardId} and result.period = ${period}
        and result.rank is not null)
    select earlier.unit_id, earlier.rank
    from earlier, counted
    where counted.both * 2 >= greatest(counted.ranked, counted.ranked_earlier)
      and (${asked}::uuid[] is null or earlier.unit_id = any(${asked}::uuid[]))`.execute(trx);
  return new Map(rows.map(({ unit_id, rank }) => [unit_id, rank]));
}
