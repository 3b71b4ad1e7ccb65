import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError } from '../../../domain/kernel/app-error.ts';
import { fault } from '../../../domain/kernel/fault.ts';
import { UnitId } from '../../../domain/kernel/id.ts';
import { Period } from '../../../domain/par-index/campaign/period.ts';
import type { ResultHead } from '../../../domain/par-index/campaign/result.ts';
import { ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { Deps } from '../../app.ts';
import { withActor } from '../../db/actor.ts';
import { contextOf } from '../../http/api.ts';
import { type RequestContext, signedIn } from '../../http/context.ts';
import { refuseUnlessAllowed } from '../../http/operation.ts';
import { officialPaper } from '../../papers/official-paper.ts';
import { parseQuery } from '../../sheets/http.ts';
import { type Campaign, findPublication } from '../campaigns/queries.ts';
import { scorecardOf } from '../documents.ts';
import { type Asking, readRanking, readUnitResult } from '../results/read.ts';
import { getScorecard } from '../scorecards/service.ts';
import { issuerOf, type NoticeOf } from './notice.ts';
import { rankingNotice } from './ranking-notice.ts';
import { unitNotice } from './unit-notice.ts';

const CampaignQuery = z.strictObject({ scorecardId: ScorecardId, period: Period });
const UnitQuery = CampaignQuery.extend({ unitId: UnitId });

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Results as official papers, to be completed, numbered and signed elsewhere. */
export function mountResultPapers(app: FastifyInstance, deps: Deps): void {
  app.get('/api/results/ranking.docx', (request, reply) => sendRanking(deps, request, reply));
  app.get('/api/results/unit.docx', (request, reply) => sendUnit(deps, request, reply));
}

/** @throws AppError `forbidden` for who does not see the whole block, of which alone a ranking can be announced */
async function sendRanking(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await readerOf(deps, request);
  const campaign = parseQuery(CampaignQuery, request.query);
  const paper = await asking(context, async (who) => {
    const table = await readRanking(who, campaign);
    if (!table.whole) throw new AppError('forbidden', [fault([], 'ranking_not_whole')]);
    return rankingNotice(table, await noticeOf(who, context, campaign, table));
  });
  return sendPaper(reply, `thong-bao-xep-hang-${campaign.period}.docx`, await officialPaper(paper));
}

async function sendUnit(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await readerOf(deps, request);
  const { unitId, ...campaign } = parseQuery(UnitQuery, request.query);
  const paper = await asking(context, async (who) => {
    const result = await readUnitResult(who, campaign, unitId);
    const notice = await noticeOf(who, context, campaign, result.head);
    return unitNotice(result, scorecardOf(notice.kept.document), notice);
  });
  return sendPaper(reply, `thong-bao-ket-qua-${campaign.period}.docx`, await officialPaper(paper));
}

async function noticeOf(
  who: Asking,
  { tenant }: RequestContext,
  campaign: Campaign,
  head: ResultHead,
): Promise<NoticeOf> {
  const kept = await getScorecard(who, campaign.scorecardId);
  const published = await findPublication(who.trx, who.actor.tenantId, campaign);
  return { head, kept, published, issuer: await issuerOf(who, kept, tenant.name) };
}

async function readerOf(deps: Deps, request: FastifyRequest): Promise<RequestContext> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('result.read', context);
  return context;
}

function asking<T>(context: RequestContext, run: (who: Asking) => Promise<T>): Promise<T> {
  const actor = signedIn(context);
  return withActor(context.db, actor, (trx) => run({ trx, actor }));
}

function sendPaper(reply: FastifyReply, fileName: string, bytes: Buffer): FastifyReply {
  return reply
    .headers({
      'content-type': DOCX,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    })
    .send(bytes);
}
