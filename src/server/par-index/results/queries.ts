import { type Selectable, sql } from 'kysely';
import type { TenantId, UnitId } from '../../../domain/kernel/id.ts';
import type { Points } from '../../../domain/kernel/number/points.ts';
import type { IndexKind, ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type {
  StoredCell,
  StoredResult,
  StoredScores,
} from '../../../domain/par-index/campaign/stored-result.ts';
import type { ActorTransaction } from '../../db/actor.ts';
import type { DB } from '../../db/tables.generated.ts';
import type { Campaign, CampaignUnit } from '../campaigns/queries.ts';

/** Replaces the results of these units where they differ. Run as the product: results are computed, not entered. */
export async function saveResults(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  results: readonly (CampaignUnit & StoredScores)[],
  computedAt: string,
): Promise<void> {
  const rows = results.map((result) => ({
    unit_id: result.unitId,
    unit_path: result.unitPath,
    code: result.code,
    name: result.name,
    kind: result.kind,
    tags: result.tags,
    flags: result.flags,
    ranked: result.ranked,
    points: result.points,
    applicable: result.applicable,
    bonus: result.bonus,
    index_value: result.index,
    rank: result.rank,
    band: result.band,
    fields: result.fields,
    criteria: result.criteria,
    missing: result.missing,
  }));
  await sql`
    insert into result (tenant_id, scorecard_id, period, computed_at, unit_id, unit_path, code, name, kind, tags, flags,
      ranked, points, applicable, bonus, index_value, rank, band, fields, criteria, missing)
    select ${tenantId}::uuid, ${scorecardId}::uuid, ${period}, ${computedAt}::timestamptz, computed.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as computed(unit_id uuid, unit_path text, code text, name text,
      kind text, tags text[], flags text[], ranked boolean, points integer, applicable integer, bonus integer,
      index_value integer, rank integer, band text, fields jsonb, criteria jsonb, missing integer[])
    on conflict (tenant_id, scorecard_id, period, unit_id) do update
      set computed_at = excluded.computed_at, tags = excluded.tags, flags = excluded.flags, ranked = excluded.ranked,
        points = excluded.points, applicable = excluded.applicable, bonus = excluded.bonus,
        index_value = excluded.index_value, rank = excluded.rank, band = excluded.band, fields = excluded.fields,
        criteria = excluded.criteria, missing = excluded.missing
      where (result.tags, result.flags, result.ranked, result.points, result.applicable, result.bonus,
          result.index_value, result.rank, result.band, result.missing, result.criteria)
        is distinct from (excluded.tags, excluded.flags, excluded.ranked, excluded.points, excluded.applicable,
          excluded.bonus, excluded.index_value, excluded.rank, excluded.band, excluded.missing, excluded.criteria)`.execute(
    trx,
  );
}

/** Shows the results to everybody; from then on they do not change. Run as the product. */
export async function publishResults(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
): Promise<void> {
  await trx
    .updateTable('result')
    .set({ published: true })
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period)
    .execute();
}

const TOTALS = [
  'unit_id',
  'unit_path',
  'code',
  'name',
  'kind',
  'tags',
  'flags',
  'ranked',
  'points',
  'applicable',
  'bonus',
  'index_value',
  'rank',
  'band',
  'fields',
  'missing',
  'published',
] as const;

/** Ranked units first, by place; then those without, by name. Only these units where they are named. */
export async function listResults(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  unitIds?: readonly UnitId[],
): Promise<StoredResult[]> {
  let asked = trx
    .selectFrom('result')
    .select(TOTALS)
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period);
  if (unitIds !== undefined) asked = asked.where('unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`);
  const rows = await asked
    .orderBy(sql`rank nulls last`)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('unit_id')
    .execute();
  return rows.map(toStored);
}

/** With every criterion. */
export async function findResult(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  unitId: UnitId,
): Promise<(StoredResult & { criteria: readonly StoredCell[] }) | undefined> {
  const row = await trx
    .selectFrom('result')
    .select([...TOTALS, 'criteria'])
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return row && { ...toStored(row), criteria: row.criteria as unknown as StoredCell[] };
}

/** Every criterion of these units, in tree order. */
export async function listCriteria(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  unitIds: readonly UnitId[],
): Promise<Map<UnitId, readonly StoredCell[]>> {
  const rows = await trx
    .selectFrom('result')
    .select(['unit_id', 'criteria'])
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period)
    .where('unit_id', 'in', [...unitIds])
    .execute();
  return new Map(rows.map((row) => [row.unit_id as UnitId, row.criteria as unknown as StoredCell[]]));
}

/** How many units of the campaign are judged, and how many have a place. Run as the product. */
export async function countResults(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
): Promise<{ units: number; rankedUnits: number }> {
  const row = await trx
    .selectFrom('result')
    .select(({ fn }) => [fn.countAll<number>().as('units'), fn.count<number>('rank').as('ranked')])
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period)
    .executeTakeFirstOrThrow();
  return { units: row.units, rankedUnits: row.ranked };
}

/** Mean and best points of each criterion over the units to which it applies, in tree order. */
export async function findBlockPoints(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
): Promise<{ sum: number; units: number; best: number }[]> {
  const { rows } = await sql<{ sum: number; units: number; best: number }>`
    select sum((cell ->> 0)::integer)::bigint as sum, count(*)::integer as units, max((cell ->> 0)::integer) as best
    from result, jsonb_array_elements(result.criteria) with ordinality as each_cell(cell, place)
    where tenant_id = ${tenantId} and scorecard_id = ${scorecardId} and period = ${period}
    group by place order by place`.execute(trx);
  return rows;
}

/** Results of these units under every scorecard, in order of time. */
export async function listResultsOf(
  trx: ActorTransaction,
  tenantId: TenantId,
  only: { readonly unitIds?: readonly UnitId[]; readonly indexKind?: IndexKind | undefined },
): Promise<(StoredResult & Campaign)[]> {
  let asked = trx
    .selectFrom('result')
    .innerJoin('scorecard', (join) =>
      join
        .onRef('scorecard.tenant_id', '=', 'result.tenant_id')
        .onRef('scorecard.scorecard_id', '=', 'result.scorecard_id'),
    )
    .select(TOTALS.map((column) => `result.${column}` as const))
    .select(['result.scorecard_id', 'result.period'])
    .where('result.tenant_id', '=', tenantId);
  if (only.unitIds !== undefined) asked = asked.where('result.unit_id', 'in', [...only.unitIds]);
  if (only.indexKind !== undefined) asked = asked.where('scorecard.index_kind', '=', only.indexKind);
  const rows = await asked.orderBy('result.period').orderBy('result.scorecard_id').execute();
  return rows.map((row) => ({
    ...toStored(row),
    scorecardId: row.scorecard_id as ScorecardId,
    period: row.period,
  }));
}

function toStored(row: Pick<Selectable<DB['result']>, (typeof TOTALS)[number]>): StoredResult {
  return {
    unitId: row.unit_id as UnitId,
    unitPath: row.unit_path,
    code: row.code,
    name: row.name,
    kind: row.kind,
    tags: row.tags,
    flags: row.flags,
    ranked: row.ranked,
    points: row.points as Points,
    applicable: row.applicable as Points,
    bonus: row.bonus as Points,
    index: row.index_value as Points | null,
    rank: row.rank,
    band: row.band,
    fields: row.fields as unknown as StoredCell[],
    missing: row.missing,
    published: row.published,
  };
}
