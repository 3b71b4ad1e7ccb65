import * as z from 'zod';
import { UnitId } from '../../../domain/kernel/id.ts';
import { Period } from '../../../domain/par-index/campaign/period.ts';
import { IndexKind, ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import { withActor } from '../../db/actor.ts';
import { type RequestContext, signedIn } from '../../http/context.ts';
import { dayOf } from '../../organization/today.ts';
import { SheetLanguage } from '../../sheets/http.ts';
import { type MountSheet, sheetExport } from '../../sheets/routes.ts';
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

const READS = { tag: 'results', permission: 'result.read' } as const;

/** Results as workbooks, each of what the caller may see: before publication a commune has its own row. */
export const resultSheets: readonly MountSheet[] = [
  sheetExport('/api/results/ranking.xlsx', {
    ...READS,
    summary: 'Xuất bảng xếp hạng ra Excel',
    query: CampaignQuery,
    write: async (context, { language, ...campaign }) => {
      const book = await asking(context, (who) => readRankingBook(who, campaign));
      const sheet = writeWorkbook(rankingBook(book, language));
      return { fileName: `xep-hang-${campaign.period}.xlsx`, sheet };
    },
  }),
  sheetExport('/api/results/criteria.xlsx', {
    ...READS,
    summary: 'Xuất điểm từng tiêu chí ra Excel',
    query: CampaignQuery,
    write: async (context, { language, ...campaign }) => {
      const read: CriteriaBook['read'] = (unitIds) =>
        asking(context, ({ trx, actor }) => listCriteria(trx, actor.tenantId, campaign, unitIds));
      const book = await asking(context, (who) => readRankingBook(who, campaign));
      const sheet = writeWorkbook(criteriaBook({ ...book, read }, language));
      return { fileName: `diem-tieu-chi-${campaign.period}.xlsx`, sheet };
    },
  }),
  sheetExport('/api/results/unit.xlsx', {
    ...READS,
    summary: 'Xuất kết quả một đơn vị ra Excel',
    query: UnitQuery,
    write: async (context, { language, unitId, ...campaign }) => {
      const sources = await asking(context, async (who) => {
        const result = await readUnitResult(who, campaign, unitId);
        const trend = await readTrend(who, unitId, undefined);
        return unitBook(result, trend, await publicationOf(who, campaign), language);
      });
      return { fileName: `ket-qua-${campaign.period}.xlsx`, sheet: writeWorkbook(sources) };
    },
  }),
  sheetExport('/api/results/trend.xlsx', {
    ...READS,
    summary: 'Xuất kết quả qua các kỳ ra Excel',
    query: TrendQuery,
    write: async (context, { language, unitId, indexKind }) => {
      const trend = await asking(context, (who) => readTrend(who, unitId, indexKind));
      return { fileName: 'qua-cac-ky.xlsx', sheet: writeWorkbook(trendBook(trend, language)) };
    },
  }),
  sheetExport('/api/results/flow.xlsx', {
    ...READS,
    summary: 'Xuất diễn biến thứ hạng ra Excel',
    query: FlowQuery,
    write: async (context, { language, indexKind }) => {
      const flow = await asking(context, (who) => readFlow(who, indexKind));
      return { fileName: `thu-hang-${indexKind}.xlsx`, sheet: writeWorkbook(flowBook(flow, language)) };
    },
  }),
  sheetExport('/api/results/overview.xlsx', {
    ...READS,
    summary: 'Xuất các chỉ số của từng đơn vị ra Excel',
    query: OverviewQuery,
    write: async (context, { language }) => {
      const overview = await asking(context, (who) => readOverview(who, dayOf(context.now)));
      return { fileName: 'cac-chi-so.xlsx', sheet: writeWorkbook(overviewBook(overview, language)) };
    },
  }),
];

function asking<T>(context: RequestContext, run: (who: Asking) => Promise<T>): Promise<T> {
  const actor = signedIn(context);
  return withActor(context.db, actor, (trx) => run({ trx, actor }));
}

async function publicationOf({ trx, actor }: Asking, campaign: Campaign) {
  return findPublication(trx, actor.tenantId, campaign);
}
