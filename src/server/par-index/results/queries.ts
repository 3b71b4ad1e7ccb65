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

/** Which results of a campaign; all where nothing is said. */
export type Wanted = {
  readonly unitIds?: readonly UnitId[];
  /** Those that stand after this unit. */
  readonly after?: UnitId | undefined;
  readonly limit?: number;
};

/** Ranked units first, by place; then those without, by name. */
export async function listResults(
  trx: ActorTransaction,
  tenantId: TenantId,
  campaign: Campaign,
  { unitIds, after, limit }: Wanted = {},
): Promise<StoredResult[]> {
  let asked = inCampaign(trx, tenantId, campaign).select(TOTALS);
  if (unitIds !== undefined) asked = asked.where('unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`);
  if (limit !== undefined)
    asked = asked.where('unit_id', 'in', pageOf(trx, tenantId, campaign, { after, limit }));
  const rows = await asked.orderBy('rank').orderBy(BY_NAME).orderBy('unit_id').execute();
  return rows.map(toStored);
}

/** Which units stand on a page: found in the index alone, so that only their rows are read whole. */
function pageOf(
  trx: ActorTransaction,
  tenantId: TenantId,
  campaign: Campaign,
  { after, limit }: { readonly after: UnitId | undefined; readonly limit: number },
) {
  const { scorecardId, period } = campaign;
  let asked = inCampaign(trx, tenantId, campaign).select('unit_id').limit(limit);
  if (after !== undefined)
    asked = asked.where(
      sql<boolean>`(${PLACE}, name collate "vi-x-icu", unit_id) > (select ${PLACE}, name, unit_id from result
        where tenant_id = ${tenantId} and scorecard_id = ${scorecardId} and period = ${period} and unit_id = ${after})`,
    );
  return asked.orderBy('rank').orderBy(BY_NAME).orderBy('unit_id');
}

function inCampaign(trx: ActorTransaction, tenantId: TenantId, { scorecardId, period }: Campaign) {
  return trx
    .selectFrom('result')
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period);
}

/** Who has no place stands after all who have, as PostgreSQL puts what is null last. */
const PLACE = sql<number>`coalesce(rank, 2147483647)`;
const BY_NAME = sql`name collate "vi-x-icu"`;

/** The unit that has this code in the campaign, as far as its result is shown. */
export async function findUnitOfCode(
  trx: ActorTransaction,
  tenantId: TenantId,
  campaign: Campaign,
  code: string,
): Promise<UnitId | undefined> {
  const row = await inCampaign(trx, tenantId, campaign)
    .select('unit_id')
    .where('code', '=', code)
    .executeTakeFirst();
  return row && (row.unit_id as UnitId);
}

/** With every criterion. */
export async function findResult(
  trx: ActorTransaction,
  tenantId: TenantId,
  campaign: Campaign,
  unitId: UnitId,
): Promise<(StoredResult & { criteria: readonly StoredCell[] }) | undefined> {
  const row = await inCampaign(trx, tenantId, campaign)
    .select([...TOTALS, 'criteria'])
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return row && { ...toStored(row), criteria: row.criteria as unknown as StoredCell[] };
}

/** Every criterion of these units, in tree order. */
export async function listCriteria(
  trx: ActorTransaction,
  tenantId: TenantId,
  campaign: Campaign,
  unitIds: readonly UnitId[],
): Promise<Map<UnitId, readonly StoredCell[]>> {
  const rows = await inCampaign(trx, tenantId, campaign)
    .select(['unit_id', 'criteria'])
    .where('unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.unit_id as UnitId, row.criteria as unknown as StoredCell[]]));
}

/** Of how many units the transaction shows the results. */
export async function countResults(
  trx: ActorTransaction,
  tenantId: TenantId,
  campaign: Campaign,
): Promise<number> {
  const row = await inCampaign(trx, tenantId, campaign)
    .select(({ fn }) => fn.countAll<number>().as('units'))
    .executeTakeFirstOrThrow();
  return row.units;
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
