import { sql } from 'kysely';
import type { TenantId } from '../../../domain/kernel/id.ts';
import type { BlockPoints, Reached } from '../../../domain/par-index/campaign/block-points.ts';
import type { ActorTransaction } from '../../db/actor.ts';
import type { Campaign } from '../campaigns/queries.ts';

/**
 * What a block reached together, kept beside the results it follows from. Only the product reads it; who may be told the
 * points, the service decides.
 */
export type BlockResult = {
  /** Units judged, and units with a place. */
  readonly units: number;
  readonly rankedUnits: number;
  readonly points: readonly BlockPoints[];
};

/** Run as the product. */
export async function findBlock(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
): Promise<BlockResult> {
  const row = await trx
    .selectFrom('block_result')
    .select(['units', 'ranked_units', 'points'])
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period)
    .executeTakeFirst();
  if (row === undefined) return { units: 0, rankedUnits: 0, points: [] };
  return {
    units: row.units,
    rankedUnits: row.ranked_units,
    points: row.points as unknown as BlockPoints[],
  };
}

/** Run as the product. */
export async function saveBlock(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  { units, rankedUnits, points }: BlockResult,
): Promise<void> {
  const anew = { units, ranked_units: rankedUnits, points: JSON.stringify(points) };
  await trx
    .insertInto('block_result')
    .values({ tenant_id: tenantId, scorecard_id: scorecardId, period, ...anew })
    .onConflict((known) => known.columns(['tenant_id', 'scorecard_id', 'period']).doUpdateSet(anew))
    .execute();
}

/** What the units reached on the criteria at these positions, where they apply. Run as the product. */
export async function listReached(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  positions: readonly number[],
): Promise<Reached[]> {
  if (positions.length === 0) return [];
  const ascending = positions.toSorted((a, b) => a - b);
  const path = `$[${ascending.join(', ')}]`;
  const { rows } = await sql<Reached>`
    select asked.position, alike.points, alike.applicable, alike.units
    from (
      select place, (cell -> 0)::integer as points, (cell -> 1)::integer as applicable, count(*)::integer as units
      from result,
        jsonb_array_elements(jsonb_path_query_array(criteria, ${path}::jsonpath)) with ordinality as each_cell(cell, place)
      where tenant_id = ${tenantId} and scorecard_id = ${scorecardId} and period = ${period}
        and (cell -> 2)::integer in (0, 1)
      group by 1, 2, 3) as alike
    join unnest(${ascending}::integer[]) with ordinality as asked(position, place) using (place)`.execute(
    trx,
  );
  return rows;
}
