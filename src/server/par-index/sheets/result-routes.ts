import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { UnitId } from '../../../domain/kernel/id.ts';
import { Period } from '../../../domain/par-index/campaign/period.ts';
import { IndexKind, ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { Deps } from '../../app.ts';
import { withActor } from '../../db/actor.ts';
import { contextOf } from '../../http/api.ts';
import { type RequestContext, signedIn } from '../../http/context.ts';
import { refuseUnlessAllowed } from '../../http/operation.ts';
import { dayOf } from '../../organization/today.ts';
import { exportStream, parseQuery, SheetLanguage, sendSheet } from '../../sheets/http.ts';
import { writeWorkbook } from '../../sheets/write-sheet.ts';
import { type Campaign, findPublication } from '../campaigns/queries.ts';
import { readOverview } from '../results/overview.ts';
import { listCriteria } from '../results/queries.ts';
import { type Asking, readFlow, readTrend, readUnitResult } from '../results/read.ts';
import { type CriteriaBook, criteriaBook } from './results/criteria-book.ts';
import { flowBook } from './results/flow-book.ts';
import { overviewBook } from './results/overview-book.ts';
import { rankingBook } from './results/ranking-book.ts';
import { readRankingBook } from './results/read-book.ts';
import { trendBook, unitBook } from './results/unit-book.ts';

const CampaignQuery = z.strictObject({ scorecardId: ScorecardId, period: Period, language: SheetLanguage });
const UnitQuery = CampaignQuery.extend({ unitId: UnitId });
const TrendQuery = z.strictObject({
  unitId: UnitId,
  indexKind: IndexKind.optional(),
  language: SheetLanguage,
});
const OverviewQuery = z.strictObject({ language: SheetLanguage });
const FlowQuery = z.strictObject({ indexKind: IndexKind, language: SheetLanguage });

/** Results as workbooks, each of what the caller may see: before publication a commune has its own row. */
export function mountResultSheets(app: FastifyInstance, deps: Deps): void {
  app.get(
    '/api/results/ranking.xlsx',
    {
      config: {
        stream: exportStream({
          summary: 'Xuất bảng xếp hạng ra Excel',
          tag: 'results',
          permission: 'result.read',
          query: CampaignQuery,
        }),
      },
    },
    (request, reply) => sendRanking(deps, request, reply),
  );
  app.get(
    '/api/results/criteria.xlsx',
    {
      config: {
        stream: exportStream({
          summary: 'Xuất điểm từng tiêu chí ra Excel',
          tag: 'results',
          permission: 'result.read',
          query: CampaignQuery,
        }),
      },
    },
    (request, reply) => sendCriteria(deps, request, reply),
  );
  app.get(
    '/api/results/unit.xlsx',
    {
      config: {
        stream: exportStream({
          summary: 'Xuất kết quả một đơn vị ra Excel',
          tag: 'results',
          permission: 'result.read',
          query: UnitQuery,
        }),
      },
    },
    (request, reply) => sendUnit(deps, request, reply),
  );
  app.get(
    '/api/results/trend.xlsx',
    {
      config: {
        stream: exportStream({
          summary: 'Xuất kết quả qua các kỳ ra Excel',
          tag: 'results',
          permission: 'result.read',
          query: TrendQuery,
        }),
      },
    },
    (request, reply) => sendTrend(deps, request, reply),
  );
  app.get(
    '/api/results/flow.xlsx',
    {
      config: {
        stream: exportStream({
          summary: 'Xuất diễn biến thứ hạng ra Excel',
          tag: 'results',
          permission: 'result.read',
          query: FlowQuery,
        }),
      },
    },
    (request, reply) => sendFlow(deps, request, reply),
  );
  app.get(
    '/api/results/overview.xlsx',
    {
      config: {
        stream: exportStream({
          summary: 'Xuất các chỉ số của từng đơn vị ra Excel',
          tag: 'results',
          permission: 'result.read',
          query: OverviewQuery,
        }),
      },
    },
    (request, reply) => sendOverview(deps, request, reply),
  );
}

async function sendRanking(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await readerOf(deps, request);
  const { language, ...campaign } = parseQuery(CampaignQuery, request.query);
  const book = await asking(context, (who) => readRankingBook(who, campaign));
  return sendSheet(reply, `xep-hang-${campaign.period}.xlsx`, writeWorkbook(rankingBook(book, language)));
}

async function sendCriteria(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await readerOf(deps, request);
  const { language, ...campaign } = parseQuery(CampaignQuery, request.query);
  const read: CriteriaBook['read'] = (unitIds) =>
    asking(context, ({ trx, actor }) => listCriteria(trx, actor.tenantId, campaign, unitIds));
  const book = await asking(context, async (who) => ({ ...(await readRankingBook(who, campaign)), read }));
  return sendSheet(
    reply,
    `diem-tieu-chi-${campaign.period}.xlsx`,
    writeWorkbook(criteriaBook(book, language)),
  );
}

async function sendUnit(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await readerOf(deps, request);
  const { language, unitId, ...campaign } = parseQuery(UnitQuery, request.query);
  const sources = await asking(context, async (who) => {
    const result = await readUnitResult(who, campaign, unitId);
    const trend = await readTrend(who, unitId, undefined);
    return unitBook(result, trend, await publicationOf(who, campaign), language);
  });
  return sendSheet(reply, `ket-qua-${campaign.period}.xlsx`, writeWorkbook(sources));
}

async function sendTrend(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await readerOf(deps, request);
  const { language, unitId, indexKind } = parseQuery(TrendQuery, request.query);
  const trend = await asking(context, (who) => readTrend(who, unitId, indexKind));
  return sendSheet(reply, 'qua-cac-ky.xlsx', writeWorkbook(trendBook(trend, language)));
}

async function sendFlow(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await readerOf(deps, request);
  const { language, indexKind } = parseQuery(FlowQuery, request.query);
  const flow = await asking(context, (who) => readFlow(who, indexKind));
  return sendSheet(reply, `thu-hang-${indexKind}.xlsx`, writeWorkbook(flowBook(flow, language)));
}

async function sendOverview(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await readerOf(deps, request);
  const { language } = parseQuery(OverviewQuery, request.query);
  const overview = await asking(context, (who) => readOverview(who, dayOf(context.now)));
  return sendSheet(reply, 'cac-chi-so.xlsx', writeWorkbook(overviewBook(overview, language)));
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

async function publicationOf({ trx, actor }: Asking, campaign: Campaign) {
  return findPublication(trx, actor.tenantId, campaign);
}
