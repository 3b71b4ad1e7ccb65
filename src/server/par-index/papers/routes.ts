import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError } from '../../../domain/kernel/app-error.ts';
import { fault } from '../../../domain/kernel/fault.ts';
import { UnitId } from '../../../domain/kernel/id.ts';
import { Period } from '../../../domain/par-index/campaign/period.ts';
import type { ResultHead } from '../../../domain/par-index/campaign/result.ts';
import { ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { Deps } from '../../app.ts';
import { withActor } from '../../db/actor.ts';
import { viewHeaders } from '../../files/viewable.ts';
import { contextOf } from '../../http/api.ts';
import { type RequestContext, signedIn } from '../../http/context.ts';
import { refuseUnlessAllowed } from '../../http/operation.ts';
import { officialPaper } from '../../papers/official-paper.ts';
import type { OfficialPaper } from '../../papers/paper.ts';
import { parseQuery } from '../../sheets/http.ts';
import { type Campaign, findPublication } from '../campaigns/queries.ts';
import { scorecardOf } from '../documents.ts';
import { type Asking, readUnitResult } from '../results/read.ts';
import { getScorecard } from '../scorecards/service.ts';
import { readRankingBook } from '../sheets/results/read-book.ts';
import { issuerOf, type NoticeOf } from './notice.ts';
import { rankingNotice } from './ranking-notice.ts';
import { unitNotice } from './unit-notice.ts';

const CampaignQuery = z.strictObject({ scorecardId: ScorecardId, period: Period });
const UnitQuery = CampaignQuery.extend({ unitId: UnitId });

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Written = { readonly paper: OfficialPaper /** Without its ending. */; readonly fileName: string };

const PAPERS = [
  {
    name: 'ranking',
    summary: 'Thông báo xếp hạng',
    query: CampaignQuery,
    write: writeRanking,
  },
  {
    name: 'unit',
    summary: 'Thông báo kết quả một đơn vị',
    query: UnitQuery,
    write: writeUnit,
  },
] as const;

/** Results as official papers, to be completed, numbered and signed elsewhere; as PDF to look at them first. */
export function mountResultPapers(app: FastifyInstance, deps: Deps): void {
  const { makePdf } = deps;
  for (const { name, summary, query, write } of PAPERS) {
    const stream = { tag: 'results', permission: 'result.read', query } as const;
    const word = { ...stream, summary: `${summary} (Word)`, gives: [DOCX] };
    app.get(`/api/results/${name}.docx`, { config: { stream: word } }, async (request, reply) => {
      const { paper, fileName } = await write(deps, request);
      reply.headers({
        'content-type': DOCX,
        'content-disposition': `attachment; filename="${fileName}.docx"`,
        'cache-control': 'private, no-store',
      });
      return reply.send(await officialPaper(paper));
    });
    if (makePdf === undefined) continue;
    const view = { ...stream, summary: `${summary} (PDF, xem trước)`, gives: [PDF] };
    app.get(`/api/results/${name}.pdf`, { config: { stream: view } }, async (request, reply) => {
      const { paper, fileName } = await write(deps, request);
      const pdf = await makePdf(await officialPaper(paper));
      reply.headers({
        ...viewHeaders(PDF),
        'content-disposition': `inline; filename="${fileName}.pdf"`,
        'cache-control': 'private, no-store',
      });
      return reply.send(pdf);
    });
  }
}

/** @throws AppError `forbidden` for who does not see the whole block, of which alone a ranking can be announced */
async function writeRanking(deps: Deps, request: FastifyRequest): Promise<Written> {
  const context = await readerOf(deps, request);
  const campaign = parseQuery(CampaignQuery, request.query);
  const paper = await asking(context, async (who) => {
    const book = await readRankingBook(who, campaign);
    if (!book.table.whole) throw new AppError('forbidden', [fault([], 'ranking_not_whole')]);
    return rankingNotice(book, await noticeOf(who, context, campaign, book.table));
  });
  return { paper, fileName: `thong-bao-xep-hang-${campaign.period}` };
}

async function writeUnit(deps: Deps, request: FastifyRequest): Promise<Written> {
  const context = await readerOf(deps, request);
  const { unitId, ...campaign } = parseQuery(UnitQuery, request.query);
  const paper = await asking(context, async (who) => {
    const result = await readUnitResult(who, campaign, unitId);
    const notice = await noticeOf(who, context, campaign, result.head);
    return unitNotice(result, scorecardOf(notice.kept.document), notice);
  });
  return { paper, fileName: `thong-bao-ket-qua-${campaign.period}` };
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
