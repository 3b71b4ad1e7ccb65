import { printPoints } from '../../../../domain/kernel/number/points.ts';
import type { Scorecard } from '../../../../domain/par-index/scorecard/scorecard.ts';
import { type Campaign, findPublication } from '../../campaigns/queries.ts';
import { listResults } from '../../results/queries.ts';
import { type Asking, openResults, readRanking } from '../../results/read.ts';
import type { RankingBook } from './ranking-book.ts';

/**
 * The ranking that the actor sees, with what a printed table needs besides. A field of bonus points alone has no points
 * of its own and is left to the column of the bonus. @throws AppError `not_found`
 */
export async function readRankingBook(
  who: Asking,
  campaign: Campaign,
): Promise<RankingBook & { readonly scorecard: Scorecard }> {
  const { trx, actor } = who;
  const { scorecard } = await openResults(who, campaign);
  const { fields, rows, ...head } = await readRanking(who, campaign);
  const results = await listResults(trx, actor.tenantId, campaign);
  const { decimals } = scorecard.rounding.leaf;
  const shown = fields.map(({ max }) => max !== '0');
  return {
    scorecard,
    table: {
      ...head,
      fields: fields.filter((_, at) => shown[at]),
      rows: rows.map((row) => ({ ...row, fields: row.fields.filter((_, at) => shown[at]) })),
    },
    bonuses: new Map(results.map(({ code, bonus }) => [code, printPoints(bonus, decimals)])),
    published: await findPublication(trx, actor.tenantId, campaign),
  };
}
