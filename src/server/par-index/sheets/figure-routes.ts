import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError } from '../../../domain/kernel/app-error.ts';
import { fault } from '../../../domain/kernel/fault.ts';
import { Period } from '../../../domain/par-index/campaign/period.ts';
import { mayEditFigures } from '../../../domain/par-index/campaign/policy.ts';
import { ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { Deps } from '../../app.ts';
import { contextOf } from '../../http/api.ts';
import { signedIn } from '../../http/context.ts';
import { refuseUnlessAllowed } from '../../http/operation.ts';
import {
  begun,
  mountSheetImports,
  parseQuery,
  SheetLanguage,
  sendOutcome,
  sendSheet,
} from '../../sheets/http.ts';
import { writeSheet } from '../../sheets/write-sheet.ts';
import { guideSource } from './figures/guide.ts';
import { FIGURE_LIMITS, importFigureSheet } from './figures/import.ts';
import { openFigures } from './figures/open.ts';
import { figureRow, figureRows } from './figures/rows.ts';

const FigureQuery = z.strictObject({ scorecardId: ScorecardId, period: Period, language: SheetLanguage });
const ImportQuery = FigureQuery.extend({ dryRun: z.stringbool().default(false) });

/** Figures as workbooks, beside the operations of the contract, whose permissions they ask for. */
export function mountFigureSheets(app: FastifyInstance, deps: Deps): void {
  app.get('/api/figures.xlsx', (request, reply) => exportFigures(deps, request, reply));
  app.get('/api/figures/template.xlsx', (request, reply) => sendTemplate(deps, request, reply));
  mountSheetImports(app, {
    '/api/figures/import.xlsx': (request, reply, bytes) => importFigures(deps, request, reply, bytes),
  });
}

/** The figures that the caller reads, as a sheet that an import takes. */
async function exportFigures(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('figure.read', context);
  const { language, ...campaign } = parseQuery(FigureQuery, request.query);
  const { scorecard, layout, units } = await openFigures(context, campaign, language);
  const rows = await begun(figureRows(context, campaign, scorecard, layout, units));
  const sheet = writeSheet(layout.definition, rows, [guideSource(scorecard, language)]);
  return sendSheet(reply, `so-lieu-${campaign.period}.xlsx`, sheet);
}

/** The same form without figures, for the units whose figures the caller enters. */
async function sendTemplate(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('figure.edit', context);
  const { language, ...campaign } = parseQuery(FigureQuery, request.query);
  const { scorecard, layout, units, published } = await openFigures(context, campaign, language);
  if (published) throw new AppError('rule_broken', [fault([], 'results_are_published')]);
  const actor = signedIn(context);
  const rows = units
    .filter((unit) => mayEditFigures(actor, unit))
    .map((unit) => figureRow(scorecard, layout, unit));
  const sheet = writeSheet(layout.definition, rows, [guideSource(scorecard, language)]);
  return sendSheet(reply, `mau-so-lieu-${campaign.period}.xlsx`, sheet);
}

/** Answers each unit's fate, or the same sheet with its faults. */
async function importFigures(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  readBytes: () => Promise<Buffer>,
): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('figure.edit', context);
  const { language, ...asked } = parseQuery(ImportQuery, request.query);
  const bytes = await readBytes();
  const outcome = await importFigureSheet(context, bytes, asked, language);
  const back = { bytes, fileName: 'so-lieu-co-loi.xlsx', language, limits: FIGURE_LIMITS };
  return sendOutcome(request, reply, outcome, back);
}
