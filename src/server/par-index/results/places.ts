import { sql } from 'kysely';
import type { TenantId, UnitId } from '../../../domain/kernel/id.ts';
import type { Points } from '../../../domain/kernel/number/points.ts';
import type { Compared } from '../../../domain/par-index/campaign/block.ts';
import { type Period, periodBefore } from '../../../domain/par-index/campaign/period.ts';
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

/** How many units had a place in the period before under any scorecard of the same index, and how many of them have one now. */
export async function countRankedBefore(
  trx: ActorTransaction,
  tenantId: TenantId,
  indexKind: IndexKind,
  { scorecardId, period }: Campaign,
): Promise<Pick<Compared, 'was' | 'common'>> {
  const { rows } = await sql<Pick<Compared, 'was' | 'common'>>`
    select count(distinct earlier.unit_id)::integer as was, count(distinct later.unit_id)::integer as common
    from result as earlier
    join scorecard on scorecard.tenant_id = earlier.tenant_id and scorecard.scorecard_id = earlier.scorecard_id
    left join result as later on later.tenant_id = earlier.tenant_id and later.scorecard_id = ${scorecardId}
      and later.period = ${period} and later.unit_id = earlier.unit_id and later.rank is not null
    where earlier.tenant_id = ${tenantId} and scorecard.index_kind = ${indexKind}
      and earlier.period = ${periodBefore(period)} and earlier.rank is not null`.execute(trx);
  return rows[0] ?? { was: 0, common: 0 };
}

/** The places that units had in the period before, under any scorecard of the same index; of these only, where they are named. */
export async function findRanksBefore(
  trx: ActorTransaction,
  tenantId: TenantId,
  indexKind: IndexKind,
  period: Period,
  unitIds?: readonly UnitId[],
): Promise<Map<UnitId, number>> {
  let asked = trx
    .selectFrom('result')
    .innerJoin('scorecard', (join) =>
      join
        .onRef('scorecard.tenant_id', '=', 'result.tenant_id')
        .onRef('scorecard.scorecard_id', '=', 'result.scorecard_id'),
    )
    .select(['result.unit_id', 'result.rank'])
    .where('result.tenant_id', '=', tenantId)
    .where('scorecard.index_kind', '=', indexKind)
    .where('result.period', '=', periodBefore(period));
  if (unitIds !== undefined)
    asked = asked.where('result.unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`);
  const rows = await asked.execute();
  return new Map(
    rows.flatMap(({ unit_id, rank }): [UnitId, number][] =>
      rank === null ? [] : [[unit_id as UnitId, rank]],
    ),
  );
}
