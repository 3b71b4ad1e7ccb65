import * as z from 'zod';
import { AppError } from '../../../domain/kernel/app-error.ts';
import { fault } from '../../../domain/kernel/fault.ts';
import { Period } from '../../../domain/par-index/campaign/period.ts';
import { mayEditFigures } from '../../../domain/par-index/campaign/policy.ts';
import { ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import { signedIn } from '../../http/context.ts';
import { begun, SheetLanguage } from '../../sheets/http.ts';
import { type MountSheet, sheetExport, sheetImport } from '../../sheets/routes.ts';
import { writeSheet } from '../../sheets/write-sheet.ts';
import { guideSource } from './figures/guide.ts';
import { FIGURE_LIMITS, importFigureSheet } from './figures/import.ts';
import { openFigures } from './figures/open.ts';
import { figureRow, figureRows } from './figures/rows.ts';

const FigureQuery = z.strictObject({ scorecardId: ScorecardId, period: Period, language: SheetLanguage });
const ImportQuery = FigureQuery.extend({ dryRun: z.stringbool().default(false) });

/** Figures as workbooks. */
export const figureSheets: readonly MountSheet[] = [
  /** The figures that the caller reads, as a sheet that an import takes. */
  sheetExport('/api/figures.xlsx', {
    summary: 'Xuất số liệu của một kỳ ra Excel',
    tag: 'figures',
    permission: 'figure.read',
    query: FigureQuery,
    write: async (context, { language, ...campaign }) => {
      const { scorecard, layout, units } = await openFigures(context, campaign, language);
      const rows = await begun(figureRows(context, campaign, scorecard, layout, units));
      const sheet = writeSheet(layout.definition, rows, [guideSource(scorecard, language)]);
      return { fileName: `so-lieu-${campaign.period}.xlsx`, sheet };
    },
  }),
  /** The same form without figures, for the units whose figures the caller enters. */
  sheetExport('/api/figures/template.xlsx', {
    summary: 'Mẫu Excel để nhập số liệu',
    tag: 'figures',
    permission: 'figure.edit',
    query: FigureQuery,
    write: async (context, { language, ...campaign }) => {
      const { scorecard, layout, units, published } = await openFigures(context, campaign, language);
      if (published) throw new AppError('rule_broken', [fault([], 'results_are_published')]);
      const actor = signedIn(context);
      const mine = units.filter((unit) => mayEditFigures(actor, unit));
      const rows = mine.map((unit) => figureRow(scorecard, layout, unit));
      const sheet = writeSheet(layout.definition, rows, [guideSource(scorecard, language)]);
      return { fileName: `mau-so-lieu-${campaign.period}.xlsx`, sheet };
    },
  }),
  /** Answers each unit's fate, or the same sheet with its faults. */
  sheetImport('/api/figures/import.xlsx', {
    summary: 'Nhập số liệu từ Excel',
    tag: 'figures',
    permission: 'figure.edit',
    query: ImportQuery,
    faultFile: 'so-lieu-co-loi.xlsx',
    limits: FIGURE_LIMITS,
    take: (context, bytes, { language, ...asked }) => importFigureSheet(context, bytes, asked, language),
  }),
];
