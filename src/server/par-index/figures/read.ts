import type { Actor } from '../../../domain/kernel/actor.ts';
import type { UnitId } from '../../../domain/kernel/id.ts';
import type { FigureCell, FigureSheet } from '../../../domain/par-index/campaign/figure-record.ts';
import { leavesBelow, type Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { type ActorTransaction, asProduct } from '../../db/actor.ts';
import { unknown } from '../../organization/change.ts';
import { findNames } from '../../organization/names.ts';
import {
  type Campaign,
  type CampaignUnit,
  countCampaignUnits,
  findCampaign,
  listCampaignUnits,
} from '../campaigns/queries.ts';
import { scorecardOf } from '../documents.ts';
import type { KeptScorecard } from '../scorecards/queries.ts';
import { getScorecard } from '../scorecards/service.ts';
import { listEntered } from './queries.ts';
import { toJudgedUnit } from './service.ts';

type Asking = { readonly trx: ActorTransaction; readonly actor: Actor };

/** Which units and criteria of a campaign, and where the page begins. */
type Asked = Campaign & {
  readonly unitId?: UnitId | undefined;
  readonly criterion?: string | undefined;
  readonly after?: UnitId | undefined;
  readonly limit: number;
};

/** So many figures are written in less than two million characters, as figures mostly are. */
const MOST_CELLS = 10_000;

/** A page of units with their figures. @throws AppError `not_found` */
export async function readSheet(asking: Asking, asked: Asked): Promise<FigureSheet> {
  const { trx, actor } = asking;
  const { kept, publishedAt } = await getCampaign(asking, asked);
  const published = publishedAt !== null;
  const codes = codesOf(scorecardOf(kept.document), asked.criterion);
  const limit = Math.max(1, Math.min(asked.limit, Math.floor(MOST_CELLS / codes.length)));
  const { units, shown, next } = await findUnits(asking, asked, limit);
  const unitIds = units.map((unit) => unit.unitId);
  const only = { unitIds, ...(asked.criterion !== undefined && { codes }) };
  const cells = await listEntered(trx, actor.tenantId, asked, only);
  const names = await asProduct(trx, actor, () =>
    findNames(
      trx,
      actor.tenantId,
      cells.map(({ enteredBy }) => enteredBy),
    ),
  );
  return {
    ...{ scorecardId: asked.scorecardId, period: asked.period, published },
    units: units.map((unit) => toJudgedUnit(actor, unit, published)),
    cells: cells.map(
      ({ unitPath: _, enteredBy, ...cell }): FigureCell => ({
        ...cell,
        enteredByName: enteredBy === null ? null : (names.get(enteredBy) ?? null),
      }),
    ),
    shown,
    next,
  };
}

function codesOf(scorecard: Scorecard, asked: string | undefined): string[] {
  const root = asked === undefined ? undefined : scorecard.byCode.get(asked);
  if (asked !== undefined && root === undefined) throw unknown('unknown_criterion', 'criterion');
  return (root === undefined ? scorecard.criteria : [root]).flatMap(leavesBelow).map(({ code }) => code);
}

async function findUnits(
  { trx, actor }: Asking,
  asked: Asked,
  limit: number,
): Promise<Pick<FigureSheet, 'shown' | 'next'> & { readonly units: readonly CampaignUnit[] }> {
  const { unitId, after } = asked;
  if (unitId !== undefined) {
    const units = await listCampaignUnits(trx, actor.tenantId, asked, { unitIds: [unitId] });
    if (units.length === 0) throw unknown('unknown_unit', 'unitId');
    return { units, shown: 1, next: null };
  }
  const found = await listCampaignUnits(trx, actor.tenantId, asked, { after, limit: limit + 1 });
  const units = found.slice(0, limit);
  const shown = await countCampaignUnits(trx, actor.tenantId, asked);
  return { units, shown, next: found.length > limit ? (units.at(-1)?.unitId ?? null) : null };
}

/** @throws AppError `not_found` */
export async function getCampaign(
  asking: Asking,
  campaign: Campaign,
): Promise<{ readonly kept: KeptScorecard; readonly publishedAt: string | null }> {
  const kept = await getScorecard(asking, campaign.scorecardId);
  const found = await findCampaign(asking.trx, asking.actor.tenantId, campaign);
  if (found === undefined) throw unknown('unknown_period', 'period');
  return { kept, publishedAt: found.publishedAt };
}
