import { createHash } from 'node:crypto';
import { AppError } from '../../../domain/kernel/app-error.ts';
import { fault } from '../../../domain/kernel/fault.ts';
import type { Decision } from '../../../domain/organization/unit.ts';
import { allowedOnScorecard } from '../../../domain/par-index/campaign/policy.ts';
import { printScores } from '../../../domain/par-index/scoring/print-scores.ts';
import { asProduct } from '../../db/actor.ts';
import { record } from '../../journal/record.ts';
import { type Change, forbidden, unknown } from '../../organization/change.ts';
import { type Campaign, findPublication, savePublication } from '../campaigns/queries.ts';
import { scorecardOf } from '../documents.ts';
import { lockOpen } from '../figures/service.ts';
import { getScorecard } from '../scorecards/service.ts';
import { computeWhole, scoreDocument } from './compute.ts';
import { publishResults } from './queries.ts';
import type { Asking } from './read.ts';

/**
 * Freezes the results with their inputs and shows them to everybody. @throws AppError `not_found`, `forbidden`,
 * `rule_broken` when they are published already or nobody is judged
 */
export async function publish(
  change: Change,
  { decision, ...campaign }: Campaign & { decision: Decision },
): Promise<{ publishedAt: string; units: number; hash: string }> {
  const { trx, actor, now } = change;
  const seen = await getScorecard(change, campaign.scorecardId);
  if (!allowedOnScorecard(actor, seen).includes('publish')) throw forbidden('result.publish', seen.name);
  const { kept, scorecard } = await lockOpen(change, campaign);
  const whole = await asProduct(trx, actor, () => computeWhole(change, campaign, scorecard));
  const { document: figures, units, scores } = whole;
  if (units.length === 0) throw new AppError('rule_broken', [fault([], 'nobody_is_judged')]);
  const results = printScores(scorecard, scores);
  const hash = hashOf(kept.document, figures, results);
  const publishedAt = now.round('millisecond').toString();
  await savePublication(trx, actor.tenantId, campaign, {
    ownerPath: kept.ownerPath,
    publishedAt,
    publishedBy: actor.personId,
    decision,
    figures,
    results,
    hash,
  });
  await asProduct(trx, actor, () => publishResults(trx, actor.tenantId, campaign));
  await record(trx, actor, now, [
    {
      subjectKind: 'scorecard',
      subjectId: kept.scorecardId,
      unitPath: kept.ownerPath,
      action: 'campaign.published',
      after: { period: campaign.period, units: units.length, hash },
      reason: [decision.number, decision.date, decision.issuer].filter(Boolean).join(', '),
    },
  ]);
  return { publishedAt, units: units.length, hash };
}

/** Computes what was published once more, from the inputs frozen with it. @throws AppError `not_found` */
export async function verifyPublished(
  asking: Asking,
  campaign: Campaign,
): Promise<{ same: boolean; frozen: string; recomputed: string }> {
  const { trx, actor } = asking;
  const kept = await getScorecard(asking, campaign.scorecardId);
  const frozen = await findPublication(trx, actor.tenantId, campaign);
  if (frozen === undefined) throw unknown('not_published', 'period');
  const scorecard = scorecardOf(kept.document);
  const results = printScores(scorecard, await scoreDocument(frozen.figures, scorecard));
  const recomputed = hashOf(kept.document, frozen.figures, results);
  return { same: recomputed === frozen.hash && results === frozen.results, frozen: frozen.hash, recomputed };
}

/** SHA-256 over the three documents, each preceded by its length. */
function hashOf(...documents: readonly string[]): string {
  const hash = createHash('sha256');
  for (const document of documents) hash.update(`${Buffer.byteLength(document)}\n`).update(document);
  return hash.digest('hex');
}
