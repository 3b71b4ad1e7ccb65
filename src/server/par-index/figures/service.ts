import type { Happening } from '../../../domain/journal/entry.ts';
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
import { mayDescribeUnits, mayEditFigures } from '../../../domain/par-index/campaign/policy.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { type References, relativeLeaves } from '../../../domain/par-index/scoring/reference.ts';
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
import { computeTouched, findReferences } from '../results/compute.ts';
import { listResults } from '../results/queries.ts';
import { ranksBefore } from '../results/read.ts';
import { toTotals } from '../results/views.ts';
import type { KeptScorecard } from '../scorecards/queries.ts';
import { getScorecard } from '../scorecards/service.ts';
import { type KeptFigure, listFigures, removeFigures, saveFigures } from './queries.ts';

/** All cells or none. @throws AppError `invalid_input`, `not_found`, `forbidden`, `conflict`, `rule_broken` */
export async function enterFigures(change: Change, input: SaveFigures): Promise<FiguresSaved> {
  const { trx, actor } = change;
  const open = await lockOpen(change, input);
  const unitIds = [...new Set(input.cells.map(({ unitId }) => unitId))];
  const units = await listCampaignUnits(trx, actor.tenantId, input, { unitIds });
  const visible = new Map(units.map((unit) => [unit.unitId, unit]));
  refuseUnlessEditable(actor, input.cells, visible);
  const kept = await asProduct(trx, actor, () => listFigures(trx, actor.tenantId, input, { unitIds }));
  const before = new Map(kept.map((figure) => [keyOf(figure), figure]));
  const { after, faults } = applyCells(before, input, visible);
  if (faults.length > 0) throw new AppError('conflict', faults);
  const places = new Map(input.cells.map((cell, at) => [keyOf(cell), at]));
  await changeFigures(change, input, open.scorecard, {
    units,
    told: { action: 'figures.entered', ...(input.reason !== undefined && { reason: input.reason }) },
    cells: [...places.keys()].map((key) => ({ before: before.get(key), after: after.get(key) })),
    references: await referencesBefore(change, input, open.scorecard),
    cellAt: (unitId, code) => places.get(keyOf({ unitId, code })),
  });
  return answer(change, input, open, after, unitIds);
}

/** @throws AppError `not_found`, `forbidden`, `conflict`, `invalid_input` */
export async function describeUnit(change: Change, input: DescribeUnit): Promise<JudgedUnit> {
  const { trx, actor, now } = change;
  const { scorecard } = await lockOpen(change, input);
  const [seen] = await listCampaignUnits(trx, actor.tenantId, input, { unitIds: [input.unitId] });
  if (seen === undefined) throw unknown('unknown_unit', 'unitId');
  if (!mayDescribeUnits(actor, seen)) throw forbidden('figure.edit', seen.name);
  if (seen.revision !== input.revision)
    throw new AppError('conflict', [fault(['revision'], 'saved_since', { revision: seen.revision })]);
  const { tags, flags, ranked } = input;
  const described = { ...seen, tags, flags, ranked, revision: seen.revision + 1 };
  await asProduct(trx, actor, async () => {
    const before = await findReferences(change, input, scorecard);
    await saveCampaignUnit(trx, actor.tenantId, input, described);
    await computeTouched(change, input, scorecard, { unitIds: [described.unitId], before });
  });
  await record(trx, actor, now, [unitDescribed(input, seen, described)]);
  return toJudgedUnit(actor, described, false);
}

/** The entry that says what was said of a unit in a period, and what is said of it now. */
export function unitDescribed(campaign: Campaign, before: CampaignUnit, after: CampaignUnit): Happening {
  const face = (unit: CampaignUnit) => ({ tags: unit.tags, flags: unit.flags, ranked: unit.ranked });
  return {
    subjectKind: 'figures',
    subjectId: subjectOf(campaign, after.unitId),
    unitPath: after.unitPath,
    action: 'figures.unit_described',
    before: face(before),
    after: face(after),
  };
}

/** A campaign that is not published, nobody else changing it until the transaction ends. */
export type OpenCampaign = { readonly kept: KeptScorecard; readonly scorecard: Scorecard };

/** @throws AppError `not_found`, `rule_broken` when the results are published */
export async function lockOpen(change: Change, campaign: Campaign): Promise<OpenCampaign> {
  const { trx, actor } = change;
  const kept = await getScorecard(change, campaign.scorecardId);
  await lockCampaign(trx, actor.tenantId, campaign);
  const found = await findCampaign(trx, actor.tenantId, campaign);
  if (found === undefined) throw unknown('unknown_period', 'period');
  if (found.publishedAt !== null) throw new AppError('rule_broken', [fault([], 'results_are_published')]);
  return { kept, scorecard: scorecardOf(kept.document) };
}

/** A figure as it was and as it is to be; one that is not there is undefined. */
export type CellChange = { readonly before: KeptFigure | undefined; readonly after: KeptFigure | undefined };

export type FiguresChange = {
  /** The touched units, as they are now described. */
  readonly units: readonly CampaignUnit[];
  readonly cells: readonly CellChange[];
  /** What relative rules measured against before; undefined where that cannot have moved. */
  readonly references: References | undefined;
  readonly cellAt?: (unitId: UnitId, code: string) => number | undefined;
  readonly told: { readonly action: 'figures.entered' | 'figures.imported'; readonly reason?: string };
};

/** Saves, computes and records; nothing where no unit is touched. @throws AppError `invalid_input` with what is wrong with the figures */
export async function changeFigures(
  change: Change,
  campaign: Campaign,
  scorecard: Scorecard,
  { units, cells, told, references, cellAt }: FiguresChange,
): Promise<void> {
  if (units.length === 0) return;
  const { trx, actor, now } = change;
  const saved = cells.flatMap(({ after }) => after ?? []);
  await saveFigures(trx, actor.tenantId, campaign, saved, {
    enteredAt: now.round('millisecond').toString(),
    enteredBy: actor.personId,
  });
  const removed = cells.flatMap(({ before, after }) => (after === undefined ? (before ?? []) : []));
  await removeFigures(trx, actor.tenantId, campaign, removed);
  const unitIds = units.map(({ unitId }) => unitId);
  const touched = { unitIds, before: references, ...(cellAt && { cellAt }) };
  await asProduct(trx, actor, () => computeTouched(change, campaign, scorecard, touched));
  await tell(change, campaign, units, cells, told);
}

/** Read only where the change of these cells may move them. */
async function referencesBefore(
  change: Change,
  { cells, ...campaign }: SaveFigures,
  scorecard: Scorecard,
): Promise<References | undefined> {
  const relative = new Set(relativeLeaves(scorecard).map(({ code }) => code));
  if (!cells.some(({ code }) => relative.has(code))) return undefined;
  return asProduct(change.trx, change.actor, () => findReferences(change, campaign, scorecard));
}

function keyOf({ unitId, code }: { readonly unitId: UnitId; readonly code: string }): string {
  return `${unitId} ${code}`;
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
  before: ReadonlyMap<string, KeptFigure>,
  { cells }: SaveFigures,
  visible: Visible,
): { after: Map<string, KeptFigure>; faults: Fault[] } {
  refuseIfAny(cells.flatMap(({ input }, at) => (input === null ? [] : writtenFaults(input, at))));
  const after = new Map(before);
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
  return { after, faults };
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
  after: ReadonlyMap<string, KeptFigure>,
  unitIds: readonly UnitId[],
): Promise<FiguresSaved> {
  const results = await listResults(trx, actor.tenantId, input, { unitIds });
  const before = await ranksBefore({ trx, actor }, kept.indexKind, input, unitIds);
  return {
    cells: input.cells.map(({ unitId, code }) => ({
      unitId,
      code,
      revision: after.get(keyOf({ unitId, code }))?.revision ?? 0,
    })),
    totals: results.map((result) => toTotals(scorecard, result, before)),
  };
}

/** One entry for each unit whose figures changed, with every figure that did. */
async function tell(
  { trx, actor, now }: Change,
  campaign: Campaign,
  units: readonly CampaignUnit[],
  cells: readonly CellChange[],
  told: FiguresChange['told'],
): Promise<void> {
  const paths = new Map(units.map(({ unitId, unitPath }) => [unitId, unitPath]));
  const changed = cells.flatMap(({ before, after }) => {
    const figure = after ?? before;
    if (figure === undefined) return [];
    return [{ ...figure, was: before?.input ?? null, is: after?.input ?? null }];
  });
  await record(
    trx,
    actor,
    now,
    [...Map.groupBy(changed, ({ unitId }) => unitId)].map(([unitId, list]) => ({
      subjectKind: 'figures',
      subjectId: subjectOf(campaign, unitId),
      unitPath: paths.get(unitId) ?? '/',
      ...told,
      before: Object.fromEntries(list.map(({ code, was }) => [code, was])),
      after: Object.fromEntries(list.map(({ code, is }) => [code, is])),
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
