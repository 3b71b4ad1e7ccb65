import type { Actor } from '../../../domain/kernel/actor.ts';
import { AppError, refuseIfAny } from '../../../domain/kernel/app-error.ts';
import { type Fault, fault } from '../../../domain/kernel/fault.ts';
import type { UnitId } from '../../../domain/kernel/id.ts';
import { readJson } from '../../../domain/kernel/json.ts';
import type {
  DescribeUnit,
  FiguresSaved,
  JudgedUnit,
  SaveFigures,
} from '../../../domain/par-index/campaign/figure-record.ts';
import { atCells } from '../../../domain/par-index/campaign/figures-document.ts';
import { mayDescribeUnits, mayEditFigures } from '../../../domain/par-index/campaign/policy.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { asProduct } from '../../db/actor.ts';
import { record } from '../../journal/record.ts';
import { type Change, forbidden, unknown } from '../../organization/change.ts';
import {
  type Campaign,
  type CampaignUnit,
  findCampaign,
  listCampaignUnits,
  lockCampaign,
  saveCampaignUnit,
} from '../campaigns/queries.ts';
import { scorecardOf } from '../documents.ts';
import { type Block, type Computed, computeBlock, saveComputed } from '../results/compute.ts';
import { listResults } from '../results/queries.ts';
import { ranksBefore } from '../results/read.ts';
import { toTotals } from '../results/views.ts';
import type { KeptScorecard } from '../scorecards/queries.ts';
import { getScorecard } from '../scorecards/service.ts';
import { type KeptFigure, listFigures, removeFigures, saveFigures } from './queries.ts';

/** All cells or none. @throws AppError `invalid_input`, `not_found`, `forbidden`, `conflict`, `rule_broken` */
export async function enterFigures(change: Change, input: SaveFigures): Promise<FiguresSaved> {
  const open = await lockOpen(change, input);
  const visible = new Map((await listSeen(change, input)).map((unit) => [unit.unitId, unit]));
  refuseUnlessEditable(change.actor, input.cells, visible);
  const { figures, faults } = applyCells(open.block.figures, input, visible);
  if (faults.length > 0) throw new AppError('conflict', faults);
  await replaceFigures(
    change,
    input,
    open,
    figures,
    (unit, code) => {
      const unitId = open.block.units[unit]?.unitId;
      const at = input.cells.findIndex((cell) => cell.unitId === unitId && cell.code === code);
      return at === -1 ? undefined : at;
    },
    input.reason,
  );
  return answer(change, input, open, figures);
}

/** @throws AppError `not_found`, `forbidden`, `conflict`, `invalid_input` */
export async function describeUnit(change: Change, input: DescribeUnit): Promise<JudgedUnit> {
  const { trx, actor, now } = change;
  const open = await lockOpen(change, input);
  const seen = (await listSeen(change, input)).find(({ unitId }) => unitId === input.unitId);
  if (seen === undefined) throw unknown('unknown_unit', 'unitId');
  if (!mayDescribeUnits(actor, seen)) throw forbidden('figure.edit', seen.name);
  if (seen.revision !== input.revision)
    throw new AppError('conflict', [fault(['revision'], 'saved_since', { revision: seen.revision })]);
  const { tags, flags, ranked } = input;
  const described = { ...seen, tags, flags, ranked, revision: seen.revision + 1 };
  const units = open.block.units.map((unit) => (unit.unitId === described.unitId ? described : unit));
  const block = { ...open.block, units };
  const computed = computeBlock(open.scorecard, block);
  await saveCampaignUnit(trx, actor.tenantId, input, described);
  await asProduct(trx, actor, () => saveComputed(change, input, open.scorecard, block, computed));
  const face = (unit: CampaignUnit) => ({ tags: unit.tags, flags: unit.flags, ranked: unit.ranked });
  await record(trx, actor, now, [
    {
      subjectKind: 'figures',
      subjectId: subjectOf(input, described.unitId),
      unitPath: described.unitPath,
      action: 'figures.unit_described',
      before: face(seen),
      after: face(described),
    },
  ]);
  return toJudgedUnit(actor, described, false);
}

/** What a campaign that is not published holds, nobody else changing it until the transaction ends. */
export type OpenCampaign = {
  readonly kept: KeptScorecard;
  readonly scorecard: Scorecard;
  readonly block: Block;
};

/** @throws AppError `not_found`, `rule_broken` when the results are published */
export async function lockOpen(change: Change, campaign: Campaign): Promise<OpenCampaign> {
  const { trx, actor } = change;
  const kept = await getScorecard(change, campaign.scorecardId);
  await lockCampaign(trx, actor.tenantId, campaign);
  const found = await findCampaign(trx, actor.tenantId, campaign);
  if (found === undefined) throw unknown('unknown_period', 'period');
  if (found.publishedAt !== null) throw new AppError('rule_broken', [fault([], 'results_are_published')]);
  const block = await asProduct(trx, actor, () => loadBlock(change, campaign));
  return { kept, scorecard: scorecardOf(kept.document), block };
}

/** Run as the product. */
export async function loadBlock(
  { trx, actor }: Pick<Change, 'trx' | 'actor'>,
  campaign: Campaign,
): Promise<Block> {
  return {
    units: await listCampaignUnits(trx, actor.tenantId, campaign),
    figures: await listFigures(trx, actor.tenantId, campaign),
  };
}

/** Decides, saves and records: the figures of the campaign become `figures`. */
export async function replaceFigures(
  change: Change,
  campaign: Campaign,
  open: OpenCampaign,
  figures: readonly KeptFigure[],
  cellAt: (unit: number, code: string) => number | undefined,
  reason?: string,
): Promise<void> {
  const { trx, actor, now } = change;
  const block = { ...open.block, figures };
  const computed = tryCompute(open.scorecard, block, cellAt);
  const before = new Map(open.block.figures.map((figure) => [keyOf(figure), figure]));
  const after = new Map(figures.map((figure) => [keyOf(figure), figure]));
  const saved = figures.filter((figure) => before.get(keyOf(figure)) !== figure);
  const removed = open.block.figures.filter((figure) => !after.has(keyOf(figure)));
  await saveFigures(trx, actor.tenantId, campaign, saved, {
    enteredAt: now.round('millisecond').toString(),
    enteredBy: actor.personId,
  });
  await removeFigures(trx, actor.tenantId, campaign, removed);
  await asProduct(trx, actor, () => saveComputed(change, campaign, open.scorecard, block, computed));
  await tell(change, campaign, open.block.units, [...saved, ...removed], { before, after, reason });
}

export function keyOf({ unitId, code }: { readonly unitId: UnitId; readonly code: string }): string {
  return `${unitId} ${code}`;
}

function tryCompute(
  scorecard: Scorecard,
  block: Block,
  cellAt: (unit: number, code: string) => number | undefined,
): Computed {
  try {
    return computeBlock(scorecard, block);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, atCells(error.faults, cellAt));
  }
}

type Visible = ReadonlyMap<UnitId, CampaignUnit>;

/** A unit that the actor does not read is not found; one that they read and may not change is forbidden. */
function refuseUnlessEditable(actor: Actor, cells: SaveFigures['cells'], visible: Visible): void {
  const unseen = cells.flatMap(({ unitId }, at) =>
    visible.has(unitId) ? [] : [fault(['cells', at, 'unitId'], 'unknown_unit')],
  );
  if (unseen.length > 0) throw new AppError('not_found', unseen);
  for (const { unitId } of cells) {
    const unit = visible.get(unitId);
    if (unit !== undefined && !mayEditFigures(actor, unit)) throw forbidden('figure.edit', unit.name);
  }
}

/** The figures as they would be, and the cells that somebody else changed since. */
function applyCells(
  figures: readonly KeptFigure[],
  { cells }: SaveFigures,
  visible: Visible,
): { figures: KeptFigure[]; faults: Fault[] } {
  refuseIfAny(cells.flatMap(({ input }, at) => (input === null ? [] : writtenFaults(input, at))));
  const after = new Map(figures.map((figure) => [keyOf(figure), figure]));
  const faults: Fault[] = [];
  for (const [at, cell] of cells.entries()) {
    const was = after.get(keyOf(cell));
    if ((was?.revision ?? 0) !== cell.revision)
      faults.push(fault(['cells', at, 'revision'], 'saved_since', { revision: was?.revision ?? 0 }));
    if (cell.input === null) after.delete(keyOf(cell));
    else
      after.set(keyOf(cell), {
        unitId: cell.unitId,
        unitPath: visible.get(cell.unitId)?.unitPath ?? '',
        code: cell.code,
        input: cell.input,
        revision: cell.revision + 1,
      });
  }
  return { figures: [...after.values()], faults };
}

/** A figure is JSON by itself, so that it cannot end the document it is put into. */
function writtenFaults(input: string, at: number): Fault[] {
  return readJson(input).faults.map((found) => ({
    ...found,
    path: ['cells', at, 'input', ...found.path],
  }));
}

async function answer(
  { trx, actor }: Change,
  input: SaveFigures,
  { kept, scorecard }: OpenCampaign,
  figures: readonly KeptFigure[],
): Promise<FiguresSaved> {
  const after = new Map(figures.map((figure) => [keyOf(figure), figure]));
  const touched = new Set(input.cells.map(({ unitId }) => unitId));
  const results = await listResults(trx, actor.tenantId, input);
  const before = await ranksBefore({ trx, actor }, kept.indexKind, input);
  return {
    cells: input.cells.map(({ unitId, code }) => ({
      unitId,
      code,
      revision: after.get(keyOf({ unitId, code }))?.revision ?? 0,
    })),
    totals: results
      .filter(({ unitId }) => touched.has(unitId))
      .map((result) => toTotals(scorecard, result, before)),
  };
}

function listSeen({ trx, actor }: Change, campaign: Campaign): Promise<CampaignUnit[]> {
  return listCampaignUnits(trx, actor.tenantId, campaign);
}

/** One entry for each unit whose figures changed, with every figure that did. */
async function tell(
  { trx, actor, now }: Change,
  campaign: Campaign,
  units: readonly CampaignUnit[],
  changed: readonly KeptFigure[],
  told: {
    before: ReadonlyMap<string, KeptFigure>;
    after: ReadonlyMap<string, KeptFigure>;
    reason: string | undefined;
  },
): Promise<void> {
  const paths = new Map(units.map(({ unitId, unitPath }) => [unitId, unitPath]));
  const inputs = (list: readonly KeptFigure[], kept: ReadonlyMap<string, KeptFigure>) =>
    Object.fromEntries(list.map((figure) => [figure.code, kept.get(keyOf(figure))?.input ?? null]));
  const { before, after, reason } = told;
  await record(
    trx,
    actor,
    now,
    [...Map.groupBy(changed, ({ unitId }) => unitId)].map(([unitId, list]) => ({
      subjectKind: 'figures',
      subjectId: subjectOf(campaign, unitId),
      unitPath: paths.get(unitId) ?? '/',
      action: 'figures.entered',
      before: inputs(list, before),
      after: inputs(list, after),
      ...(reason === undefined ? {} : { reason }),
    })),
  );
}

/** The figures of one unit in one campaign are one subject of the journal. */
export function subjectOf({ scorecardId, period }: Campaign, unitId: UnitId): string {
  return `${scorecardId}/${period}/${unitId}`;
}

export function toJudgedUnit(actor: Actor, unit: CampaignUnit, published: boolean): JudgedUnit {
  const { unitId, code, name, kind, tags, flags, ranked, revision } = unit;
  const editable = !published && mayEditFigures(actor, unit);
  const describable = !published && mayDescribeUnits(actor, unit);
  return {
    ...{ unitId, code, name, kind, tags: [...tags], flags: [...flags] },
    ...{ ranked, revision, editable, describable },
  };
}
