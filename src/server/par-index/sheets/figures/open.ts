import { mayEditFigures } from '../../../../domain/par-index/campaign/policy.ts';
import { knownTags } from '../../../../domain/par-index/figures/known-tags.ts';
import type { Scorecard } from '../../../../domain/par-index/scorecard/scorecard.ts';
import type { Language } from '../../../../text/language.ts';
import { withActor } from '../../../db/actor.ts';
import { type RequestContext, signedIn } from '../../../http/context.ts';
import { unknown } from '../../../organization/change.ts';
import { listKinds } from '../../../organization/unit-queries.ts';
import { listNewcomers } from '../../campaigns/open.ts';
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
  /** Those that who keeps the scorecard may add to the period; none for others. */
  readonly candidates: readonly CampaignUnit[];
  /** Those that the caller reads. */
  readonly units: readonly CampaignUnit[];
  readonly layout: FigureLayout;
};

/**
 * @param begins whether who keeps the scorecard may do this where the period is not opened yet, as the import does
 * @throws AppError `not_found`
 */
export function openFigures(
  context: RequestContext,
  campaign: Campaign,
  language: Language,
  begins = false,
): Promise<OpenedFigures> {
  const actor = signedIn(context);
  return withActor(context.db, actor, async (trx) => {
    const kept = await getScorecard({ trx, actor }, campaign.scorecardId);
    const found = await findCampaign(trx, actor.tenantId, campaign);
    const begun = begins && mayEditFigures(actor, { unitPath: kept.ownerPath });
    if (found === undefined && !begun) throw unknown('unknown_period', 'period');
    const scorecard = scorecardOf(kept.document);
    const { block } = scorecard;
    const kinds = (await listKinds(trx)).filter(({ code }) => block === undefined || block.includes(code));
    const units = await listCampaignUnits(trx, actor.tenantId, campaign);
    return {
      scorecard,
      published: found !== undefined && found.publishedAt !== null,
      units,
      candidates: begun ? await listNewcomers({ trx, actor }, kept, scorecard, campaign.period) : [],
      layout: figureLayout(scorecard, kinds, knownTags(scorecard, units), language),
    };
  });
}
