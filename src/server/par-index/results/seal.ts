import { Decision } from '../../../domain/organization/unit.ts';
import type { Seal } from '../../../domain/par-index/campaign/index-overview.ts';
import { unknown } from '../../organization/change.ts';
import type { Campaign } from '../campaigns/queries.ts';
import { getScorecard } from '../scorecards/service.ts';
import type { Asking } from './read.ts';

/** What stands for published results, without the figures and results themselves. @throws AppError `not_found` */
export async function readSeal(asking: Asking, campaign: Campaign): Promise<Seal> {
  const { trx, actor } = asking;
  await getScorecard(asking, campaign.scorecardId);
  const row = await trx
    .selectFrom('publication')
    .select(['published_at', 'decision', 'hash'])
    .where('tenant_id', '=', actor.tenantId)
    .where('scorecard_id', '=', campaign.scorecardId)
    .where('period', '=', campaign.period)
    .executeTakeFirst();
  if (row === undefined) throw unknown('not_published', 'period');
  return {
    publishedAt: row.published_at.toString(),
    decision: Decision.parse(row.decision),
    hash: row.hash,
  };
}
