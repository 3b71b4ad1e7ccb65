import { AppError } from '../../../domain/kernel/app-error.ts';
import type { UnitId } from '../../../domain/kernel/id.ts';
import {
  type BlockPoints,
  blockPoints,
  changedPositions,
  reachedBy,
} from '../../../domain/par-index/campaign/block-points.ts';
import {
  atCells,
  type KeptFigures,
  writeFigures,
} from '../../../domain/par-index/campaign/figures-document.ts';
import { type StoredScores, storeScores } from '../../../domain/par-index/campaign/stored-result.ts';
import type { UnitFigures } from '../../../domain/par-index/figures/figures.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { rank } from '../../../domain/par-index/scoring/ranking.ts';
import {
  type References,
  references,
  relativeLeaves,
  sameReferences,
} from '../../../domain/par-index/scoring/reference.ts';
import { scoring, scoringUnits } from '../../../domain/par-index/scoring/score.ts';
import type { RankedScore, UnitScore } from '../../../domain/par-index/scoring/scores.ts';
import type { Change } from '../../organization/change.ts';
import { type Campaign, type CampaignUnit, listCampaignUnits } from '../campaigns/queries.ts';
import { figuresOf } from '../documents.ts';
import { listInputs } from '../figures/queries.ts';
import { inTurns } from '../in-turns.ts';
import { findBlock, listReached, saveBlock } from './block.ts';
import { type KeptStanding, listStandings, saveRanks } from './places.ts';
import { listCriteria, saveResults } from './queries.ts';

/** Judged units with their figures, in the order of the units' codes. */
export type Block = { readonly units: readonly CampaignUnit[]; readonly document: string };

/** The figures that the transaction shows, of these units and criteria only where they are named, as a document. */
export async function loadBlock(
  { trx, actor }: Pick<Change, 'trx' | 'actor'>,
  campaign: Campaign,
  only: { readonly unitIds?: readonly UnitId[]; readonly codes?: readonly string[] } = {},
): Promise<Block> {
  const units = await listCampaignUnits(trx, actor.tenantId, campaign, { unitIds: only.unitIds });
  const inputs = await listInputs(trx, actor.tenantId, campaign, only);
  return { units, document: writeFigures(units.map((unit) => keptFigures(unit, inputs))) };
}

function keptFigures(unit: CampaignUnit, inputs: ReadonlyMap<UnitId, string>): KeptFigures {
  const { unitId, code, name, kind, tags, flags, ranked } = unit;
  return { code, name, kind, tags, flags, ranked, inputs: inputs.get(unitId) ?? '' };
}

/** What rules relative to the block measure against. Run as the product, which sees the block. */
export async function findReferences(
  asking: Pick<Change, 'trx' | 'actor'>,
  campaign: Campaign,
  scorecard: Scorecard,
): Promise<References> {
  const codes = relativeLeaves(scorecard).map(({ code }) => code);
  if (codes.length === 0) return new Map();
  const { document } = await loadBlock(asking, campaign, { codes });
  return references(scorecard, await figuresOf(document, scorecard));
}

/** A change of figures or descriptions that is saved, and whose points and places are not yet. */
export type Touched = {
  readonly unitIds: readonly UnitId[];
  /** What relative rules measured against before the change; undefined where it cannot have moved that. */
  readonly before: References | undefined;
  /** At which cell of a request to tell what is wrong with a unit's figure. */
  readonly cellAt?: (unitId: UnitId, code: string) => number | undefined;
};

/**
 * Points and bands of the touched units, and places of all. A unit's points follow from its own figures and from what
 * relative rules measure against: where that moved, the whole block is computed. Run as the product, with the campaign
 * locked. @throws AppError `invalid_input` with every fault of the touched units' figures
 */
export async function computeTouched(
  change: Change,
  campaign: Campaign,
  scorecard: Scorecard,
  { unitIds, before, cellAt = () => undefined }: Touched,
): Promise<void> {
  const { trx, actor } = change;
  const { units, document } = await loadBlock(change, campaign, { unitIds });
  const figures = await readAtCells(document, scorecard, (at, code) => {
    const unit = units[at];
    return unit === undefined ? undefined : cellAt(unit.unitId, code);
  });
  const blocks = await findReferences(change, campaign, scorecard);
  const standings = await listStandings(trx, actor.tenantId, campaign, scorecard);
  const touched = new Set(units.map((unit) => unit.unitId));
  const others = standings.filter(({ unitId }) => !touched.has(unitId));
  if (others.length > 0 && before !== undefined && !sameReferences(before, blocks)) {
    await computeWhole(change, campaign, scorecard);
    return;
  }
  const scores = await inTurns(scoringUnits(scorecard, figures, blocks));
  const { placed, moved, rankedUnits } = place(scorecard, units, scores, others);
  const results = withUnits(scorecard, units, placed);
  const wanted = others.length === 0 ? 'all' : await changedBy(change, campaign, results);
  await saveRanks(trx, actor.tenantId, campaign, moved);
  await save(change, campaign, results);
  const counted = { units: units.length + others.length, rankedUnits };
  await saveBlock(trx, actor.tenantId, campaign, {
    ...counted,
    points: wanted === 'all' ? await pointsOf(results) : await pointsAnew(change, campaign, wanted),
  });
}

/** Positions of the criteria on which one of the units has something else than is kept. */
async function changedBy(
  { trx, actor }: Change,
  campaign: Campaign,
  results: readonly Result[],
): Promise<number[]> {
  const unitIds = results.map(({ unitId }) => unitId);
  const kept = await listCriteria(trx, actor.tenantId, campaign, unitIds);
  return [
    ...new Set(results.flatMap(({ unitId, criteria }) => changedPositions(kept.get(unitId) ?? [], criteria))),
  ];
}

/** What the block reached on the criteria at these positions as the results now are, on the others as is kept. */
async function pointsAnew(
  { trx, actor }: Change,
  campaign: Campaign,
  positions: readonly number[],
): Promise<BlockPoints[]> {
  const { points } = await findBlock(trx, actor.tenantId, campaign);
  const anew = blockPoints(await listReached(trx, actor.tenantId, campaign, positions));
  const others = points.filter(({ position }) => !positions.includes(position));
  return [...others, ...anew].sort((a, b) => a.position - b.position);
}

async function pointsOf(results: readonly Result[]): Promise<BlockPoints[]> {
  return blockPoints(await inTurns(reachedBy(results.map(({ criteria }) => criteria))));
}

type Placed = {
  readonly placed: RankedScore[];
  readonly moved: { unitId: UnitId; rank: number | null }[];
  readonly rankedUnits: number;
};

/** The computed scores with their places, and of the other units those whose place is not what it was. */
function place(
  scorecard: Scorecard,
  units: readonly CampaignUnit[],
  scores: readonly UnitScore[],
  others: readonly KeptStanding[],
): Placed {
  const unranked = new Set([...units, ...others].flatMap(({ ranked, code }) => (ranked ? [] : [code])));
  const all = rank(scorecard, [...scores, ...others], (code) => !unranked.has(code));
  const ranks = new Map(all.map(({ code, rank: is }) => [code, is]));
  return {
    rankedUnits: all.filter(({ rank: is }) => is !== null).length,
    placed: scores.map((score) => ({ ...score, rank: ranks.get(score.code) ?? null })),
    moved: others.flatMap(({ unitId, code, rank: was }) => {
      const is = ranks.get(code) ?? null;
      return is === was ? [] : [{ unitId, rank: is }];
    }),
  };
}

/** Every unit of the campaign anew, from the document it answers. Run as the product, with the campaign locked. */
export async function computeWhole(
  change: Change,
  campaign: Campaign,
  scorecard: Scorecard,
): Promise<Block & { readonly scores: readonly RankedScore[] }> {
  const block = await loadBlock(change, campaign);
  const scores = await scoreDocument(block.document, scorecard);
  const results = withUnits(scorecard, block.units, scores);
  await save(change, campaign, results);
  await saveBlock(change.trx, change.actor.tenantId, campaign, {
    units: results.length,
    rankedUnits: scores.filter(({ rank: is }) => is !== null).length,
    points: await pointsOf(results),
  });
  return { ...block, scores };
}

/** Reads figures as anybody else would, and scores them. @throws AppError `invalid_input` */
export async function scoreDocument(document: string, scorecard: Scorecard): Promise<RankedScore[]> {
  return inTurns(scoring(scorecard, await figuresOf(document, scorecard)));
}

async function readAtCells(
  document: string,
  scorecard: Scorecard,
  cellAt: (unit: number, code: string) => number | undefined,
): Promise<UnitFigures[]> {
  try {
    return await figuresOf(document, scorecard);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, atCells(error.faults, cellAt));
  }
}

type Result = CampaignUnit & StoredScores;

function withUnits(
  scorecard: Scorecard,
  units: readonly CampaignUnit[],
  scores: readonly RankedScore[],
): Result[] {
  return units.flatMap((unit, at) => {
    const scored = scores[at];
    return scored === undefined ? [] : [{ ...unit, ...storeScores(scorecard, scored) }];
  });
}

function save({ trx, actor, now }: Change, campaign: Campaign, results: readonly Result[]): Promise<void> {
  return saveResults(trx, actor.tenantId, campaign, results, now.round('millisecond').toString());
}
