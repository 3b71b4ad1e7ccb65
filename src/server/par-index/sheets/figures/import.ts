import { call } from '@orpc/server';
import { AppError } from '../../../../domain/kernel/app-error.ts';
import { fault, type Step } from '../../../../domain/kernel/fault.ts';
import type { FiguresImported } from '../../../../domain/par-index/campaign/figure-record.ts';
import { type FigurePart, partsOf } from '../../../../domain/par-index/figures/parts/parts.ts';
import { ruleFor } from '../../../../domain/par-index/scorecard/scorecard.ts';
import type { Language } from '../../../../text/language.ts';
import { withActor } from '../../../db/actor.ts';
import { type RequestContext, signedIn } from '../../../http/context.ts';
import type { SheetFault } from '../../../sheets/definition.ts';
import type { SheetPlace } from '../../../sheets/fault-sheet.ts';
import { readSheet } from '../../../sheets/read-sheet.ts';
import { SHEET_LIMITS } from '../../../sheets/xlsx/limits.ts';
import type { Campaign } from '../../campaigns/queries.ts';
import { listFigures } from '../../figures/queries.ts';
import { figureRoutes } from '../../figures/routes.ts';
import { type FigureLayout, KEY_COLUMNS, shapeFor } from './layout.ts';
import { type OpenedFigures, openFigures } from './open.ts';
import { judgedIn, toDocument } from './read-rows.ts';
import { inputsOf } from './rows.ts';

/** Of the largest block, 3,321 communes, with the longest scorecard. */
export const FIGURE_LIMITS = {
  ...SHEET_LIMITS,
  rows: 5_000,
  columns: 2_000,
  inflatedBytes: 160 * 1024 * 1024,
};

export type FigureSheetOutcome = {
  readonly done: boolean;
  /** Those whose cells can all be read; their faults stand among `faults`, at their cells. */
  readonly units: readonly (Omit<FiguresImported['units'][number], 'faults'> & { readonly row: number })[];
  readonly faults: readonly SheetFault[];
  readonly ignored: readonly string[];
  readonly places: readonly SheetPlace[];
};

type Asked = Campaign & { readonly dryRun: boolean };

/**
 * Hands the rows to the operation `figures.import` as a document, and its faults back as faults of cells. With one fault
 * nothing is stored. @throws AppError `invalid_input` when the file is no sheet of figures at all, and what the operation
 * throws
 */
export async function importFigureSheet(
  context: RequestContext,
  bytes: Buffer,
  asked: Asked,
  language: Language,
): Promise<FigureSheetOutcome> {
  const opened = await openFigures(context, asked, language, true);
  const { layout, scorecard } = opened;
  const reading = await readSheet(layout.definition, bytes, FIGURE_LIMITS);
  const { headerRow, ignored } = reading;
  if (headerRow === undefined || (reading.rows.length === 0 && reading.faults.length === 0))
    throw new AppError('invalid_input', asFileFaults(reading.faults));
  const place = { name: layout.definition.name, headerRow, keyColumns: KEY_COLUMNS };
  const known = await knownUnits(context, asked, opened);
  const { document, faults } = toDocument(scorecard, layout, reading.rows, known);
  const unread = [...reading.faults, ...faults];
  const input = { scorecardId: asked.scorecardId, period: asked.period, document };
  const dryRun = asked.dryRun || unread.length > 0;
  const path = ['figures', 'import'];
  const outcome = await call(figureRoutes.import, { ...input, dryRun }, { context, path });
  const numbers = reading.rows.map(({ number }) => number);
  const placed = [...outcome.units.flatMap((unit) => unit.faults), ...outcome.faults].map((found) =>
    placedFault(opened, numbers, reading.rows, found),
  );
  const all = [...unread, ...placed].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const refused = new Set(all.map(({ row }) => row));
  const units = outcome.units.map(({ faults: _, ...unit }, at) => {
    const row = numbers[at] ?? 0;
    return { ...unit, row, ...(refused.has(row) && { fate: 'refused' as const }) };
  });
  return { done: outcome.done, units, faults: all, ignored, places: [place] };
}

async function knownUnits(context: RequestContext, campaign: Campaign, { units, candidates }: OpenedFigures) {
  const actor = signedIn(context);
  const figures = await withActor(context.db, actor, (trx) => listFigures(trx, actor.tenantId, campaign));
  const inputs = inputsOf(figures);
  return {
    byCode: new Map([...candidates, ...units].map((unit) => [unit.code, unit])),
    inputs: ({ unitId }: (typeof units)[number]) => inputs.get(unitId) ?? new Map<string, string>(),
  };
}

type Found = FiguresImported['faults'][number];
type Rows = readonly { readonly row: Readonly<Record<string, unknown>> }[];

/** `units[2].inputs["1.1"].ratio[1]` as the row of that unit and the column of that part. */
function placedFault(
  opened: OpenedFigures,
  numbers: readonly number[],
  rows: Rows,
  { path, code, detail }: Found,
): SheetFault {
  const said = { code, ...(detail && { detail }) };
  const [list, at, part, criterion, ...rest] = path;
  const row = list === 'units' && typeof at === 'number' ? numbers[at] : undefined;
  if (row === undefined || typeof at !== 'number') return said;
  const column =
    part === 'inputs'
      ? figureColumn(opened, rows[at]?.row ?? {}, String(criterion ?? ''), rest)
      : keyColumn(opened.layout, String(part ?? 'code'));
  return column === undefined ? { row, ...said } : { row, column, ...said };
}

function keyColumn({ definition }: FigureLayout, key: string): string | undefined {
  return definition.columns[key]?.title;
}

function figureColumn(
  { layout, units, candidates, scorecard }: OpenedFigures,
  row: Readonly<Record<string, unknown>>,
  code: string,
  rest: readonly Step[],
): string | undefined {
  const columns = layout.leaves.find(({ leaf }) => leaf.code === code);
  if (columns === undefined || scorecard.byCode.get(code)?.type !== 'leaf') return undefined;
  const unit = [...units, ...candidates].find((each) => each.code === row.code);
  const judged = judgedIn(layout, row, unit);
  const parts = partsOf(ruleFor(columns.leaf, judged));
  const keys = columns.shapes[shapeFor(columns, judged)]?.keys ?? [];
  return layout.definition.columns[keys[nearest(parts, rest)] ?? '']?.title;
}

/** The part whose place begins most like the path. */
function nearest(parts: readonly FigurePart[], path: readonly Step[]): number {
  const shared = parts.map((part) => {
    const different = part.path.findIndex((step, at) => step !== path[at]);
    return different === -1 ? part.path.length : different;
  });
  return Math.max(0, shared.indexOf(Math.max(...shared)));
}

function asFileFaults(faults: readonly SheetFault[]) {
  if (faults.length === 0) return [fault([], 'no_rows')];
  return faults.map(({ code, detail }) => fault([], code, detail));
}
