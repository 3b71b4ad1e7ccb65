import { call } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { Deps } from '../../app.ts';
import { contextOf } from '../../http/api.ts';
import { refuseUnlessAllowed } from '../../http/operation.ts';
import { unitRoutes } from '../../organization/unit-routes.ts';
import { mountSheetImports, parseQuery, SheetLanguage, sendOutcome, sendSheet } from '../../sheets/http.ts';
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

type Request = FastifyRequest<{ Params: unknown }>;

/** Scorecards as workbooks. Streamed, so they stand beside the operations of the contract, whose permissions they ask for. */
export function mountIndexSheets(app: FastifyInstance, deps: Deps): void {
  app.get('/api/scorecards.xlsx', (request, reply) => exportList(deps, request, reply));
  app.get('/api/scorecards/template.xlsx', (request, reply) => sendTemplate(deps, request, reply));
  app.get('/api/scorecards/:scorecardId/export.xlsx', (request, reply) => exportOne(deps, request, reply));
  app.get('/api/scorecards/:scorecardId/compare/:otherId/export.xlsx', (request, reply) =>
    exportComparison(deps, request, reply),
  );
  mountSheetImports(app, {
    '/api/scorecards/read.xlsx': (request, reply, bytes) => readOne(deps, request, reply, bytes),
  });
}

async function exportList(deps: Deps, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('scorecard.read', context);
  const { language } = parseQuery(Query, request.query);
  const { scorecards } = await call(scorecardRoutes.list, {}, { context });
  return sendSheet(reply, 'bo-chi-so.xlsx', writeScorecardList(scorecards, language));
}

async function sendTemplate(deps: Deps, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('scorecard.edit', context);
  const { language } = parseQuery(Query, request.query);
  return sendSheet(reply, 'mau-bo-chi-so.xlsx', scorecardTemplate(language));
}

/** The scorecard as a workbook that the reading takes back unchanged. */
async function exportOne(deps: Deps, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('scorecard.read', context);
  const { language } = parseQuery(Query, request.query);
  const { document, year, version } = await call(scorecardRoutes.get, parseQuery(OneQuery, request.params), {
    context,
  });
  const kinds = await call(unitRoutes.kinds, undefined, { context });
  const sheet = writeScorecardSheet(document, kinds, language);
  return sendSheet(reply, `bo-chi-so-${year}-lan-${version}.xlsx`, sheet);
}

async function exportComparison(deps: Deps, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('scorecard.read', context);
  const { language } = parseQuery(Query, request.query);
  const two = parseQuery(TwoQuery, request.params);
  const { changes } = await call(scorecardRoutes.compare, two, { context });
  const from = await call(scorecardRoutes.get, { scorecardId: two.scorecardId }, { context });
  const to = await call(scorecardRoutes.get, { scorecardId: two.otherId }, { context });
  const sheet = writeComparison(changes, { from: from.document, to: to.document }, language);
  return sendSheet(reply, 'so-sanh-bo-chi-so.xlsx', sheet);
}

/** Answers the document that the workbook means, or every fault at its place; nothing is stored here. */
async function readOne(
  deps: Deps,
  request: Request,
  reply: FastifyReply,
  readBytes: () => Promise<Buffer>,
): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('scorecard.edit', context);
  const { language, ...basics } = parseQuery(ReadQuery, request.query);
  const bytes = await readBytes();
  const kinds = await call(unitRoutes.kinds, undefined, { context });
  const outcome = await readScorecardSheet(bytes, basics, kinds, language);
  return sendOutcome(request, reply, outcome, { bytes, fileName: 'bo-chi-so-co-loi.xlsx', language });
}
