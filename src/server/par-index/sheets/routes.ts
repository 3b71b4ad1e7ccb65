import { call } from '@orpc/server';
import * as z from 'zod';
import { ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import { unitRoutes } from '../../organization/unit-routes.ts';
import { parseQuery, SheetLanguage } from '../../sheets/http.ts';
import { type MountSheet, sheetExport, sheetImport } from '../../sheets/routes.ts';
import { scorecardRoutes } from '../scorecards/routes.ts';
import { readScorecardSheet } from './read-scorecard-sheet.ts';
import { writeComparison, writeScorecardList } from './scorecard-lists.ts';
import { scorecardTemplate, writeScorecardSheet } from './write-scorecard-sheet.ts';

const Query = z.strictObject({ language: SheetLanguage });
const OneQuery = z.strictObject({ scorecardId: ScorecardId });
const TwoQuery = z.strictObject({ scorecardId: ScorecardId, otherId: ScorecardId });

/** What the form adds to a file that has only a table of criteria. */
const ReadQuery = Query.extend({
  code: z.string().trim().min(1).max(100).optional(),
  name: z.string().trim().min(1).max(1_000).optional(),
  year: z.coerce.number().int().min(1900).max(9999).optional(),
});

/** Scorecards as workbooks. */
export const scorecardSheets: readonly MountSheet[] = [
  sheetExport('/api/scorecards.xlsx', {
    summary: 'Xuất danh sách bộ chỉ số ra Excel',
    tag: 'scorecards',
    permission: 'scorecard.read',
    query: Query,
    write: async (context, { language }) => {
      const { scorecards } = await call(scorecardRoutes.list, {}, { context });
      return { fileName: 'bo-chi-so.xlsx', sheet: writeScorecardList(scorecards, language) };
    },
  }),
  sheetExport('/api/scorecards/template.xlsx', {
    summary: 'Mẫu Excel của bộ chỉ số',
    tag: 'scorecards',
    permission: 'scorecard.edit',
    query: Query,
    write: async (_, { language }) => ({
      fileName: 'mau-bo-chi-so.xlsx',
      sheet: scorecardTemplate(language),
    }),
  }),
  /** The scorecard as a workbook that the reading takes back unchanged. */
  sheetExport('/api/scorecards/:scorecardId/export.xlsx', {
    summary: 'Xuất một bộ chỉ số ra Excel',
    tag: 'scorecards',
    permission: 'scorecard.read',
    query: Query,
    write: async (context, { language }, params) => {
      const asked = parseQuery(OneQuery, params);
      const { document, year, version } = await call(scorecardRoutes.get, asked, { context });
      const kinds = await call(unitRoutes.kinds, undefined, { context });
      return {
        fileName: `bo-chi-so-${year}-lan-${version}.xlsx`,
        sheet: writeScorecardSheet(document, kinds, language),
      };
    },
  }),
  sheetExport('/api/scorecards/:scorecardId/compare/:otherId/export.xlsx', {
    summary: 'Xuất so sánh hai bộ chỉ số ra Excel',
    tag: 'scorecards',
    permission: 'scorecard.read',
    query: Query,
    write: async (context, { language }, params) => {
      const two = parseQuery(TwoQuery, params);
      const { changes } = await call(scorecardRoutes.compare, two, { context });
      const from = await call(scorecardRoutes.get, { scorecardId: two.scorecardId }, { context });
      const to = await call(scorecardRoutes.get, { scorecardId: two.otherId }, { context });
      const sheet = writeComparison(changes, { from: from.document, to: to.document }, language);
      return { fileName: 'so-sanh-bo-chi-so.xlsx', sheet };
    },
  }),
  /** Answers the document that the workbook means, or every fault at its place; nothing is stored here. */
  sheetImport('/api/scorecards/read.xlsx', {
    summary: 'Đọc bộ chỉ số từ Excel',
    tag: 'scorecards',
    permission: 'scorecard.edit',
    query: ReadQuery,
    faultFile: 'bo-chi-so-co-loi.xlsx',
    take: async (context, bytes, { language, ...basics }) => {
      const kinds = await call(unitRoutes.kinds, undefined, { context });
      return readScorecardSheet(bytes, basics, kinds, language);
    },
  }),
];
