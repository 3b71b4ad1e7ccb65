import { type KeptFigures, writeFigures } from '../../../domain/par-index/campaign/figures-document.ts';
import { storeScores } from '../../../domain/par-index/campaign/stored-result.ts';
import type { UnitFigures } from '../../../domain/par-index/figures/figures.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { score } from '../../../domain/par-index/scoring/score.ts';
import type { RankedScore } from '../../../domain/par-index/scoring/scores.ts';
import type { Change } from '../../organization/change.ts';
import type { Campaign, CampaignUnit } from '../campaigns/queries.ts';
import { figuresOf } from '../documents.ts';
import type { KeptFigure } from '../figures/queries.ts';
import { saveResults } from './queries.ts';

/** Every unit of a campaign with its figures: what scores and places are computed from. */
export type Block = { readonly units: readonly CampaignUnit[]; readonly figures: readonly KeptFigure[] };

export type Computed = {
  /** The figures as a document, units in the order of `block.units`. */
  readonly document: string;
  readonly figures: readonly UnitFigures[];
  readonly scores: readonly RankedScore[];
};

/** Reads the block as a document, as anybody else would, and scores it. @throws AppError `invalid_input` */
export function computeBlock(scorecard: Scorecard, block: Block): Computed {
  const document = writeFigures(keptFigures(block));
  const figures = figuresOf(document, scorecard);
  return { document, figures, scores: score(scorecard, figures) };
}

/** Run as the product, with the campaign locked. */
export function saveComputed(
  { trx, actor, now }: Change,
  campaign: Campaign,
  scorecard: Scorecard,
  block: Block,
  { scores }: Computed,
): Promise<void> {
  const results = block.units.flatMap((unit, at) => {
    const scored = scores[at];
    return scored === undefined ? [] : [{ ...unit, ...storeScores(scorecard, scored) }];
  });
  return saveResults(trx, actor.tenantId, campaign, results, now.round('millisecond').toString());
}

export function keptFigures({ units, figures }: Block): KeptFigures[] {
  const ofUnit = Map.groupBy(figures, ({ unitId }) => unitId);
  return units.map(({ unitId, code, name, kind, tags, flags, ranked }) => ({
    code,
    name,
    kind,
    tags,
    flags,
    ranked,
    inputs: new Map((ofUnit.get(unitId) ?? []).map((figure) => [figure.code, figure.input])),
  }));
}
