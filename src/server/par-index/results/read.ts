import type { Actor } from '../../../domain/kernel/actor.ts';
import type { UnitId } from '../../../domain/kernel/id.ts';
import { printPoints, printShortPoints } from '../../../domain/kernel/number/points.ts';
import { isComparable, isSameBlock } from '../../../domain/par-index/campaign/block.ts';
import type { BlockPoints } from '../../../domain/par-index/campaign/block-points.ts';
import { mayReadResult } from '../../../domain/par-index/campaign/policy.ts';
import type {
  RankFlow,
  RankingTable,
  ResultHead,
  ResultNode,
  TrendLine,
  TrendPoint,
  UnitResult,
} from '../../../domain/par-index/campaign/result.ts';
import type { IndexKind } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { StoredCell, StoredResult } from '../../../domain/par-index/campaign/stored-result.ts';
import { type Criterion, isBonus, type Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { type ActorTransaction, asProduct } from '../../db/actor.ts';
import { unknown } from '../../organization/change.ts';
import { listSuccessionsOf } from '../../organization/unit-queries.ts';
import { type Campaign, findCampaign, listCampaigns } from '../campaigns/queries.ts';
import { scorecardOf } from '../documents.ts';
import { type KeptScorecard, listScorecards } from '../scorecards/queries.ts';
import { getScorecard } from '../scorecards/service.ts';
import { findBlock } from './block.ts';
import { countRankedBefore, findRanksBefore, listRankedUnits } from './places.ts';
import { countResults, findResult, listResults, listResultsOf } from './queries.ts';
import { changeOf, lostOf, toCriterionPoints, toTotals } from './views.ts';

/** Who asks, in a transaction that shows what they may see. */
export type Asking = { readonly trx: ActorTransaction; readonly actor: Actor };

/** A campaign opened for reading. */
export type Opened = {
  readonly kept: KeptScorecard;
  readonly scorecard: Scorecard;
  readonly head: Omit<ResultHead, 'whole'>;
  /** Only for who sees the whole block. */
  readonly points: readonly BlockPoints[];
};

/** @throws AppError `not_found` */
export async function openResults(asking: Asking, campaign: Campaign): Promise<Opened> {
  const { trx, actor } = asking;
  const kept = await getScorecard(asking, campaign.scorecardId);
  const found = await findCampaign(trx, actor.tenantId, campaign);
  if (found === undefined) throw unknown('unknown_period', 'period');
  const { points, ...counted } = await asProduct(trx, actor, () => findBlock(trx, actor.tenantId, campaign));
  const scorecard = scorecardOf(kept.document);
  const head = {
    scorecardId: kept.scorecardId,
    scorecardName: kept.name,
    indexKind: kept.indexKind,
    year: kept.year,
    period: campaign.period,
    published: found.publishedAt !== null,
    publishedAt: found.publishedAt,
    bands: scorecard.bands.map(({ name }) => name),
    flagLabels: Object.fromEntries(scorecard.flags.map(({ id, label }) => [id, label])),
    total: printShortPoints(scorecard.total),
    ...counted,
  };
  return { kept, scorecard, head, points };
}

/** The whole table, or as much of it as asked for. @throws AppError `not_found` */
export async function readRanking(
  asking: Asking,
  campaign: Campaign,
  page?: { readonly after?: UnitId | undefined; readonly limit: number },
): Promise<RankingTable> {
  const { trx, actor } = asking;
  const opened = await openResults(asking, campaign);
  const { kept, scorecard, head } = opened;
  const wanted = page && { after: page.after, limit: page.limit + 1 };
  const found = await listResults(trx, actor.tenantId, campaign, wanted);
  const results = page === undefined ? found : found.slice(0, page.limit);
  const unitIds = results.map((result) => result.unitId);
  const before = await ranksBefore(asking, kept.indexKind, campaign, unitIds);
  const alone = page?.after === undefined && found.length === results.length;
  const shown = alone ? results.length : await countShown(asking, campaign, opened);
  return {
    ...head,
    ...{ shown, whole: shown === head.units },
    fields: scorecard.criteria.map(({ code, name, max }) => ({ code, name, max: printShortPoints(max) })),
    rows: results.map((result) => ({
      ...toTotals(scorecard, result, before),
      fields: result.fields.map((cell) => toCriterionPoints(scorecard, cell)),
    })),
    next: found.length > results.length ? (results.at(-1)?.unitId ?? null) : null,
  };
}

/** @throws AppError `not_found` for a unit that is not judged there, and for one whose result the actor may not see */
export async function readUnitResult(
  asking: Asking,
  campaign: Campaign,
  unitId: UnitId,
): Promise<UnitResult> {
  const { trx, actor } = asking;
  const opened = await openResults(asking, campaign);
  const { kept, scorecard, head, points } = opened;
  const result = await findResult(trx, actor.tenantId, campaign, unitId);
  if (result === undefined) throw unknown('unknown_unit', 'unitId');
  const before = await ranksBefore(asking, kept.indexKind, campaign, [unitId]);
  const whole = (await countShown(asking, campaign, opened)) === head.units;
  return {
    head: { ...head, whole },
    totals: toTotals(scorecard, result, before),
    nodes: toNodes(scorecard, result.criteria, whole ? points : []),
    missingCodes: result.missing.flatMap((position) => scorecard.nodes[position]?.code ?? []),
    bonus: printPoints(result.bonus, scorecard.rounding.leaf.decimals),
  };
}

/**
 * Of how many units the actor sees the results: all of them once they are published, and, as every unit of a block lies
 * below the one that keeps the scorecard, for who reads results there.
 */
async function countShown(
  { trx, actor }: Asking,
  campaign: Campaign,
  { kept, head }: Pick<Opened, 'kept' | 'head'>,
): Promise<number> {
  const { published, units } = head;
  const all = mayReadResult(actor, { unitPath: kept.ownerPath, published });
  return all ? units : countResults(trx, actor.tenantId, campaign);
}

/** Places in the period before, of these units only where they are named; none where the two blocks are not compared. */
export async function ranksBefore(
  { trx, actor }: Asking,
  indexKind: IndexKind,
  campaign: Campaign,
  unitIds?: readonly UnitId[],
): Promise<ReadonlyMap<UnitId, number>> {
  return asProduct(trx, actor, async () => {
    const counted = await countRankedBefore(trx, actor.tenantId, indexKind, campaign);
    if (counted.was === 0) return new Map();
    const { rankedUnits } = await findBlock(trx, actor.tenantId, campaign);
    if (!isComparable({ ...counted, is: rankedUnits })) return new Map();
    return findRanksBefore(trx, actor.tenantId, indexKind, campaign.period, unitIds);
  });
}

function toNodes(
  scorecard: Scorecard,
  criteria: readonly StoredCell[],
  block: readonly BlockPoints[],
): ResultNode[] {
  const { decimals } = scorecard.rounding.leaf;
  const reached = new Map(block.map((each) => [each.position, each]));
  const nodes: ResultNode[] = [];
  const visit = (criterion: Criterion, depth: number): void => {
    const cell = criteria[criterion.position];
    const others = reached.get(criterion.position);
    if (cell !== undefined)
      nodes.push({
        ...toCriterionPoints(scorecard, cell),
        code: criterion.code,
        name: criterion.name,
        max: printShortPoints(criterion.max),
        depth,
        leaf: criterion.type === 'leaf',
        bonus: isBonus(criterion),
        lost: printPoints(lostOf(cell), decimals),
        blockMean: others === undefined ? null : printPoints(others.mean, decimals),
        blockBest: others === undefined ? null : printPoints(others.best, decimals),
        blockShare: others?.share ?? null,
      });
    if (criterion.type === 'group') for (const child of criterion.children) visit(child, depth + 1);
  };
  for (const root of scorecard.criteria) visit(root, 0);
  return nodes;
}

/** The unit's own line of every index, and beside it those of the units that merged into it. @throws AppError `not_found` */
export async function readTrend(
  asking: Asking,
  unitId: UnitId,
  indexKind: IndexKind | undefined,
): Promise<{ unitName: string; lines: TrendLine[] }> {
  const { trx, actor } = asking;
  const merged = (await listSuccessionsOf(trx, actor.tenantId, unitId)).flatMap((succession) =>
    succession.kind === 'merged_into' && succession.toUnitId === unitId && succession.fromUnitId !== null
      ? [succession.fromUnitId]
      : [],
  );
  const unitIds = [unitId, ...new Set(merged.filter((each) => each !== unitId))];
  const results = await listResultsOf(trx, actor.tenantId, { unitIds, indexKind });
  const context = await trendContext(asking, results);
  const lines = unitIds.flatMap((each): TrendLine[] => {
    const own = results.filter((result) => result.unitId === each);
    const last = own.at(-1);
    if (last === undefined) return [];
    const relation = each === unitId ? 'own' : 'predecessor';
    return [
      {
        unitId: each,
        unitName: last.name,
        relation,
        points: own.flatMap((one) => toPoint(one, context)),
      },
    ];
  });
  if (lines.length === 0) throw unknown('unknown_unit', 'unitId');
  return { unitName: lines[0]?.unitName ?? '', lines };
}

type Placed = StoredResult & Campaign;
type TrendContext = {
  readonly scorecards: ReadonlyMap<string, { kept: KeptScorecard; scorecard: Scorecard }>;
  readonly ranked: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, ReadonlyMap<UnitId, number>>;
};

async function trendContext(asking: Asking, results: readonly Placed[]): Promise<TrendContext> {
  const { trx, actor } = asking;
  const unitIds = [...new Set(results.map(({ unitId }) => unitId))];
  const scorecards = new Map<string, { kept: KeptScorecard; scorecard: Scorecard }>();
  const ranked = new Map<string, number>();
  const before = new Map<string, ReadonlyMap<UnitId, number>>();
  for (const { scorecardId, period } of results) {
    if (!scorecards.has(scorecardId)) {
      const kept = await getScorecard(asking, scorecardId);
      scorecards.set(scorecardId, { kept, scorecard: scorecardOf(kept.document) });
    }
    const key = `${scorecardId} ${period}`;
    if (ranked.has(key)) continue;
    const counted = await asProduct(trx, actor, () =>
      findBlock(trx, actor.tenantId, { scorecardId, period }),
    );
    ranked.set(key, counted.rankedUnits);
    const kind = scorecards.get(scorecardId)?.kept.indexKind;
    if (kind !== undefined)
      before.set(key, await ranksBefore(asking, kind, { scorecardId, period }, unitIds));
  }
  return { scorecards, ranked, before };
}

function toPoint(result: Placed, { scorecards, ranked, before }: TrendContext): TrendPoint[] {
  const known = scorecards.get(result.scorecardId);
  if (known === undefined) return [];
  const { kept, scorecard } = known;
  const key = `${result.scorecardId} ${result.period}`;
  const { leaf, index } = scorecard.rounding;
  return [
    {
      indexKind: kept.indexKind,
      scorecardId: result.scorecardId,
      scorecardName: kept.name,
      period: result.period,
      published: result.published,
      points: printPoints(result.points, leaf.decimals),
      applicable: printShortPoints(result.applicable),
      index: result.index === null ? null : printPoints(result.index, index.decimals),
      rank: result.rank,
      rankChange: changeOf(before.get(key)?.get(result.unitId), result.rank),
      of: ranked.get(key) ?? 0,
      band: result.band,
    },
  ];
}

/** Places of every unit that the actor sees over the periods of one index, in order of time. */
export async function readFlow(asking: Asking, indexKind: IndexKind): Promise<RankFlow> {
  const { trx, actor } = asking;
  const kept = await listScorecards(trx, actor.tenantId, indexKind);
  const decimals = new Map(
    kept.map((each) => [each.scorecardId, scorecardOf(each.document).rounding.index.decimals]),
  );
  const ids = kept.map(({ scorecardId }) => scorecardId);
  const campaigns = await asProduct(trx, actor, () => listCampaigns(trx, actor.tenantId, ids));
  const results = await listResultsOf(trx, actor.tenantId, { indexKind });
  const periods = [...campaigns]
    .flatMap(([scorecardId, lines]) =>
      lines.map(({ period, published }) => ({ scorecardId, period, published })),
    )
    .filter((each) => results.some((result) => isOf(result, each)))
    .sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  const ranked = await asProduct(trx, actor, async () => {
    const blocks: UnitId[][] = [];
    for (const each of periods) blocks.push(await listRankedUnits(trx, actor.tenantId, each));
    return blocks;
  });
  const units = [...Map.groupBy(results, ({ unitId }) => unitId)].map(([unitId, list]) => {
    const places = periods.map((each) => list.find((result) => isOf(result, each)));
    return {
      unitId,
      unitName: list.at(-1)?.name ?? '',
      ranks: places.map((place) => place?.rank ?? null),
      indices: places.map((place) =>
        place === undefined || place.index === null
          ? null
          : printPoints(place.index, decimals.get(place.scorecardId) ?? 2),
      ),
    };
  });
  return {
    indexKind,
    periods: periods.map((each, at) => {
      const [before, now = []] = [ranked[at - 1], ranked[at]];
      const comparable = before !== undefined && isSameBlock(before, now);
      return { ...each, rankedUnits: now.length, comparable };
    }),
    units,
  };
}

function isOf(result: Campaign, { scorecardId, period }: Campaign): boolean {
  return result.scorecardId === scorecardId && result.period === period;
}
