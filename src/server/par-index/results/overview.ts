import { sql } from 'kysely';
import type { TenantId, UnitId } from '../../../domain/kernel/id.ts';
import { type Points, printPoints } from '../../../domain/kernel/number/points.ts';
import type { Day } from '../../../domain/kernel/time/day.ts';
import type {
  IndexOverview,
  OverviewCampaign,
  Standing,
} from '../../../domain/par-index/campaign/index-overview.ts';
import type { ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import { type ActorTransaction, asProduct } from '../../db/actor.ts';
import type { Campaign } from '../campaigns/queries.ts';
import { scorecardOf } from '../documents.ts';
import { getScorecard } from '../scorecards/service.ts';
import { findBlock } from './block.ts';
import { type Asking, ranksBefore } from './read.ts';
import { changeOf } from './views.ts';

/** Units that exist on `today`, in the Vietnamese order of their names, with what the actor may see of every index. */
export async function readOverview(asking: Asking, today: Day): Promise<IndexOverview> {
  const { trx, actor } = asking;
  const seen = await listLatestResults(trx, actor.tenantId);
  const standing = await asProduct(trx, actor, () => listUnitsOn(trx, actor.tenantId, today));
  const results = seen.filter(({ unitId }) => standing.has(unitId));
  const unitIds = [...new Set(results.map(({ unitId }) => unitId))];
  const opened = new Map<string, Opened>();
  for (const result of results)
    if (!opened.has(nameOf(result)))
      opened.set(nameOf(result), await open(asking, result, opened.size, unitIds));
  const units = [...Map.groupBy(results, ({ unitId }) => unitId)].map(([unitId, list]) => ({
    unitId,
    unitName: list[0]?.name ?? '',
    unitKind: list[0]?.kind ?? '',
    standings: list.flatMap((result) => {
      const campaign = opened.get(nameOf(result));
      return campaign === undefined ? [] : [toStanding(result, campaign)];
    }),
  }));
  return { campaigns: [...opened.values()].map(({ line }) => line), units };
}

type Opened = {
  readonly position: number;
  readonly line: OverviewCampaign;
  readonly decimals: number;
  readonly before: ReadonlyMap<UnitId, number>;
};

async function open(
  asking: Asking,
  result: LatestResult,
  position: number,
  unitIds: readonly UnitId[],
): Promise<Opened> {
  const { trx, actor } = asking;
  const kept = await getScorecard(asking, result.scorecardId);
  const scorecard = scorecardOf(kept.document);
  const counted = await asProduct(trx, actor, () => findBlock(trx, actor.tenantId, result));
  return {
    position,
    line: {
      indexKind: kept.indexKind,
      scorecardId: kept.scorecardId,
      scorecardName: kept.name,
      period: result.period,
      published: result.published,
      rankedUnits: counted.rankedUnits,
      bands: scorecard.bands.map(({ name }) => name),
    },
    decimals: scorecard.rounding.index.decimals,
    before: await ranksBefore(asking, kept.indexKind, result, unitIds),
  };
}

function toStanding(result: LatestResult, { position, decimals, before }: Opened): Standing {
  return {
    campaign: position,
    index: result.index === null ? null : printPoints(result.index, decimals),
    rank: result.rank,
    rankChange: changeOf(before.get(result.unitId), result.rank),
    band: result.band,
  };
}

function nameOf({ scorecardId, period }: Campaign): string {
  return `${scorecardId} ${period}`;
}

type LatestResult = Campaign & {
  readonly unitId: UnitId;
  readonly name: string;
  readonly kind: string;
  readonly published: boolean;
  readonly index: Points | null;
  readonly rank: number | null;
  readonly band: string | null;
};

/** Of each unit the latest result of each index, as far as row-level security shows it. */
async function listLatestResults(trx: ActorTransaction, tenantId: TenantId): Promise<LatestResult[]> {
  const { rows } = await sql<{
    scorecard_id: string;
    period: string;
    unit_id: string;
    name: string;
    kind: string;
    published: boolean;
    index_value: number | null;
    rank: number | null;
    band: string | null;
  }>`
    select * from (
      select distinct on (result.unit_id, scorecard.index_kind) result.scorecard_id, result.period, result.unit_id,
        result.name, result.kind, result.published, result.index_value, result.rank, result.band, scorecard.index_kind
      from result
      join scorecard on scorecard.tenant_id = result.tenant_id and scorecard.scorecard_id = result.scorecard_id
      where result.tenant_id = ${tenantId}
      order by result.unit_id, scorecard.index_kind, result.period desc, scorecard.version desc
    ) as latest
    order by name collate "vi-x-icu", unit_id, index_kind`.execute(trx);
  return rows.map((row) => ({
    scorecardId: row.scorecard_id as ScorecardId,
    period: row.period,
    unitId: row.unit_id as UnitId,
    name: row.name,
    kind: row.kind,
    published: row.published,
    index: row.index_value as Points | null,
    rank: row.rank,
    band: row.band,
  }));
}

/** Run as the product: a unit whose results are published is named to those who do not see the unit itself. */
async function listUnitsOn(trx: ActorTransaction, tenantId: TenantId, day: Day): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('unit_version')
    .select('unit_id')
    .where('tenant_id', '=', tenantId)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .execute();
  return new Set(rows.map((row) => row.unit_id));
}
