import type { Scorecard } from '../../../../domain/par-index/scorecard/scorecard.ts';
import type { Language } from '../../../../text/language.ts';
import { withActor } from '../../../db/actor.ts';
import { type RequestContext, signedIn } from '../../../http/context.ts';
import { unknown } from '../../../organization/change.ts';
import { listKinds } from '../../../organization/unit-queries.ts';
import {
  type Campaign,
  type CampaignUnit,
  findCampaign,
  listCampaignUnits,
} from '../../campaigns/queries.ts';
import { scorecardOf } from '../../documents.ts';
import { getScorecard } from '../../scorecards/service.ts';
import { type FigureLayout, figureLayout } from './layout.ts';

export type OpenedFigures = {
  readonly scorecard: Scorecard;
  readonly published: boolean;
  /** Those that the caller reads. */
  readonly units: readonly CampaignUnit[];
  readonly layout: FigureLayout;
};

/** @throws AppError `not_found` */
export function openFigures(
  context: RequestContext,
  campaign: Campaign,
  language: Language,
): Promise<OpenedFigures> {
  const actor = signedIn(context);
  return withActor(context.db, actor, async (trx) => {
    const kept = await getScorecard({ trx, actor }, campaign.scorecardId);
    const found = await findCampaign(trx, actor.tenantId, campaign);
    if (found === undefined) throw unknown('unknown_period', 'period');
    const scorecard = scorecardOf(kept.document);
    const { block } = scorecard;
    const kinds = (await listKinds(trx)).filter(({ code }) => block === undefined || block.includes(code));
    return {
      scorecard,
      published: found.publishedAt !== null,
      units: await listCampaignUnits(trx, actor.tenantId, campaign),
      layout: figureLayout(scorecard, kinds, language),
    };
  });
}
