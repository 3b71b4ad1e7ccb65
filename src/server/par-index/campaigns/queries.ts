import { type Selectable, sql } from 'kysely';
import type { TenantId, UnitId } from '../../../domain/kernel/id.ts';
import { Decision } from '../../../domain/organization/unit.ts';
import type { Period } from '../../../domain/par-index/campaign/period.ts';
import type { CampaignLine, ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { ActorTransaction } from '../../db/actor.ts';
import type { DB } from '../../db/tables.generated.ts';

/** One đợt đánh giá: a scorecard applied to the units of a period. */
export type Campaign = { readonly scorecardId: ScorecardId; readonly period: Period };

/** A unit judged in a campaign, as it was on the last day of the period. */
export type CampaignUnit = {
  readonly unitId: UnitId;
  readonly unitPath: string;
  readonly ownerPath: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly flags: readonly string[];
  readonly ranked: boolean;
  readonly revision: number;
};

/** Every campaign of these scorecards, in order of time. Run as the product, to count units that the actor does not see. */
export async function listCampaigns(
  trx: ActorTransaction,
  tenantId: TenantId,
  scorecardIds: readonly ScorecardId[],
): Promise<Map<ScorecardId, CampaignLine[]>> {
  if (scorecardIds.length === 0) return new Map();
  const { rows } = await sql<{
    scorecard_id: string;
    period: string;
    published_at: { toString(): string } | null;
    units: number;
  }>`
    select campaign.scorecard_id, campaign.period, publication.published_at,
      (select count(*) from campaign_unit as judged
        where judged.tenant_id = campaign.tenant_id and judged.scorecard_id = campaign.scorecard_id
          and judged.period = campaign.period) as units
    from campaign
    left join publication on publication.tenant_id = campaign.tenant_id
      and publication.scorecard_id = campaign.scorecard_id and publication.period = campaign.period
    where campaign.tenant_id = ${tenantId} and campaign.scorecard_id = any(${[...scorecardIds]}::uuid[])
    order by campaign.period`.execute(trx);
  const lines = rows.map((row) => ({
    scorecardId: row.scorecard_id as ScorecardId,
    line: {
      period: row.period,
      published: row.published_at !== null,
      publishedAt: row.published_at?.toString() ?? null,
      units: row.units,
    },
  }));
  const grouped = Map.groupBy(lines, ({ scorecardId }) => scorecardId);
  return new Map([...grouped].map(([id, list]) => [id, list.map(({ line }) => line)]));
}

const LOCK = 7_321;

/** Nobody else changes figures or results of the campaign until the transaction ends. */
export async function lockCampaign(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK}, hashtext(${`${tenantId} ${scorecardId} ${period}`}))`.execute(
    trx,
  );
}

/** When the campaign was opened and, if so, published; undefined when there is none. */
export async function findCampaign(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
): Promise<{ publishedAt: string | null } | undefined> {
  const row = await trx
    .selectFrom('campaign')
    .leftJoin('publication', (join) =>
      join
        .onRef('publication.tenant_id', '=', 'campaign.tenant_id')
        .onRef('publication.scorecard_id', '=', 'campaign.scorecard_id')
        .onRef('publication.period', '=', 'campaign.period'),
    )
    .select('publication.published_at')
    .where('campaign.tenant_id', '=', tenantId)
    .where('campaign.scorecard_id', '=', scorecardId)
    .where('campaign.period', '=', period)
    .executeTakeFirst();
  return row && { publishedAt: row.published_at?.toString() ?? null };
}

export async function openCampaign(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  opened: { readonly ownerPath: string; readonly at: string; readonly by: string | null },
): Promise<void> {
  await trx
    .insertInto('campaign')
    .values({
      tenant_id: tenantId,
      scorecard_id: scorecardId,
      period,
      owner_path: opened.ownerPath,
      opened_at: opened.at,
      opened_by: opened.by,
    })
    .onConflict((known) => known.doNothing())
    .execute();
}

/** Which units of a campaign; all of them where nothing is said. */
export type WantedUnits = {
  readonly unitIds?: readonly UnitId[] | undefined;
  /** Those whose code comes after that of this unit. */
  readonly after?: UnitId | undefined;
  readonly limit?: number;
};

/** In the order of their codes. */
export async function listCampaignUnits(
  trx: ActorTransaction,
  tenantId: TenantId,
  campaign: Campaign,
  { unitIds, after, limit }: WantedUnits = {},
): Promise<CampaignUnit[]> {
  let asked = inCampaign(trx, tenantId, campaign).selectAll();
  if (unitIds !== undefined) asked = asked.where('unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`);
  if (after !== undefined) {
    const last = inCampaign(trx, tenantId, campaign).select('code').where('unit_id', '=', after);
    asked = asked.where(sql`code collate "C"`, '>', last);
  }
  if (limit !== undefined) asked = asked.limit(limit);
  const rows = await asked.orderBy(sql`code collate "C"`).execute();
  return rows.map(toCampaignUnit);
}

/** How many units the transaction shows. */
export async function countCampaignUnits(
  trx: ActorTransaction,
  tenantId: TenantId,
  campaign: Campaign,
): Promise<number> {
  const { units } = await inCampaign(trx, tenantId, campaign)
    .select(({ fn }) => fn.countAll<number>().as('units'))
    .executeTakeFirstOrThrow();
  return units;
}

function inCampaign(trx: ActorTransaction, tenantId: TenantId, { scorecardId, period }: Campaign) {
  return trx
    .selectFrom('campaign_unit')
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period);
}

export async function addCampaignUnits(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  units: readonly CampaignUnit[],
): Promise<void> {
  if (units.length === 0) return;
  const rows = units.map((unit) => ({
    unit_id: unit.unitId,
    unit_path: unit.unitPath,
    owner_path: unit.ownerPath,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    tags: unit.tags,
    flags: unit.flags,
    ranked: unit.ranked,
  }));
  await sql`
    insert into campaign_unit (tenant_id, scorecard_id, period, unit_id, unit_path, owner_path, code, name, kind, tags,
      flags, ranked, revision)
    select ${tenantId}::uuid, ${scorecardId}::uuid, ${period}, unit_id, unit_path, owner_path, code, name, kind, tags,
      flags, ranked, 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as judged(unit_id uuid, unit_path text, owner_path text,
      code text, name text, kind text, tags text[], flags text[], ranked boolean)`.execute(trx);
}

export async function saveCampaignUnit(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  unit: CampaignUnit,
): Promise<void> {
  await trx
    .updateTable('campaign_unit')
    .set({ tags: [...unit.tags], flags: [...unit.flags], ranked: unit.ranked, revision: unit.revision })
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period)
    .where('unit_id', '=', unit.unitId)
    .execute();
}

function toCampaignUnit(row: Selectable<DB['campaign_unit']>): CampaignUnit {
  return {
    unitId: row.unit_id as UnitId,
    unitPath: row.unit_path,
    ownerPath: row.owner_path,
    code: row.code,
    name: row.name,
    kind: row.kind,
    tags: row.tags,
    flags: row.flags,
    ranked: row.ranked,
    revision: row.revision,
  };
}

/** Results as they were published, with what they were computed from. */
export type Publication = {
  readonly ownerPath: string;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  readonly decision: Decision;
  readonly figures: string;
  readonly results: string;
  readonly hash: string;
};

export async function savePublication(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  publication: Publication,
): Promise<void> {
  await trx
    .insertInto('publication')
    .values({
      tenant_id: tenantId,
      scorecard_id: scorecardId,
      period,
      owner_path: publication.ownerPath,
      published_at: publication.publishedAt,
      published_by: publication.publishedBy,
      decision: JSON.stringify(publication.decision),
      figures: publication.figures,
      results: publication.results,
      hash: publication.hash,
    })
    .execute();
}

export async function findPublication(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
): Promise<Publication | undefined> {
  const row = await trx
    .selectFrom('publication')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period)
    .executeTakeFirst();
  return (
    row && {
      ownerPath: row.owner_path,
      publishedAt: row.published_at.toString(),
      publishedBy: row.published_by,
      decision: Decision.parse(row.decision),
      figures: row.figures,
      results: row.results,
      hash: row.hash,
    }
  );
}
