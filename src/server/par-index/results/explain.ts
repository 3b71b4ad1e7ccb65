import type { UnitId } from '../../../domain/kernel/id.ts';
import { printShortPoints } from '../../../domain/kernel/number/points.ts';
import type { ResultExplanation } from '../../../domain/par-index/campaign/result.ts';
import {
  type Criterion,
  isBonus,
  type Leaf,
  ruleFor,
  type Scorecard,
} from '../../../domain/par-index/scorecard/scorecard.ts';
import { explain } from '../../../domain/par-index/scoring/explain.ts';
import type { References } from '../../../domain/par-index/scoring/reference.ts';
import { scoreUnit } from '../../../domain/par-index/scoring/score.ts';
import { explanationLines as linesEn } from '../../../text/en/explanation.ts';
import { explanationLines as linesVi } from '../../../text/vi/explanation.ts';
import { asProduct } from '../../db/actor.ts';
import { unknown } from '../../organization/change.ts';
import { findNames } from '../../organization/names.ts';
import { type Campaign, countCampaignUnits } from '../campaigns/queries.ts';
import { figuresOf } from '../documents.ts';
import { listEntered } from '../figures/queries.ts';
import { findReferences, loadBlock } from './compute.ts';
import { findResult } from './queries.ts';
import { type Asking, openResults } from './read.ts';
import { toCriterionPoints } from './views.ts';

/**
 * Why the unit has its points on one criterion, computed anew from its figures. What others reached stays hidden from
 * who may not see them: the working of a rule relative to the block is then withheld.
 * @throws AppError `not_found`
 */
export async function explainResult(
  asking: Asking,
  campaign: Campaign,
  unitId: UnitId,
  code: string,
): Promise<ResultExplanation> {
  const { trx, actor } = asking;
  const { scorecard, head } = await openResults(asking, campaign);
  const criterion = scorecard.byCode.get(code);
  if (criterion === undefined) throw unknown('unknown_criterion', 'code');
  const result = await findResult(trx, actor.tenantId, campaign, unitId);
  const cell = result?.criteria[criterion.position];
  if (result === undefined || cell === undefined) throw unknown('unknown_unit', 'unitId');
  const given = await findGiven(asking, campaign, unitId, code);
  const working =
    criterion.type === 'leaf' ? await workingOf(asking, campaign, scorecard, unitId, criterion) : NONE;
  const withheld = working.relative && !head.published && !(await seesWhole(asking, campaign, head.units));
  return {
    unitId,
    unitName: result.name,
    code,
    name: criterion.name,
    max: printShortPoints(criterion.max),
    office: criterion.office ?? null,
    evidence: criterion.evidence ?? null,
    score: toCriterionPoints(scorecard, cell),
    ...given,
    lines: withheld
      ? { vi: working.vi.slice(0, 2), en: working.en.slice(0, 2) }
      : { vi: working.vi, en: working.en },
    withheld,
    children: childrenOf(criterion).flatMap((child) => {
      const points = result.criteria[child.position];
      if (points === undefined) return [];
      const { code, name, max } = child;
      const shown = toCriterionPoints(scorecard, points);
      return [{ ...shown, code, name, max: printShortPoints(max), bonus: isBonus(child) }];
    }),
  };
}

type Working = { readonly vi: string[]; readonly en: string[]; readonly relative: boolean };

const NONE: Working = { vi: [], en: [], relative: false };

/** Reads only what the rule needs: the unit's figures, and for a rule relative to the block those of all for this leaf. */
async function workingOf(
  { trx, actor }: Asking,
  campaign: Campaign,
  scorecard: Scorecard,
  unitId: UnitId,
  leaf: Leaf,
): Promise<Working> {
  return asProduct(trx, actor, async () => {
    const asking = { trx, actor };
    const own = await loadBlock(asking, campaign, { unitIds: [unitId] });
    const [unit] = await figuresOf(own.document, scorecard);
    if (unit === undefined) return NONE;
    const relative = ruleFor(leaf, unit).kind === 'relative';
    const blocks = relative ? await findReferences(asking, campaign, scorecard) : NO_REFERENCES;
    const explanation = explain(scorecard, unit, scoreUnit(scorecard, unit, blocks), leaf);
    return { vi: linesVi(explanation), en: linesEn(explanation), relative };
  });
}

const NO_REFERENCES: References = new Map();

/** Who entered a figure is told to those who read figures there; the figure itself goes with the result. */
async function findGiven(
  { trx, actor }: Asking,
  campaign: Campaign,
  unitId: UnitId,
  code: string,
): Promise<Pick<ResultExplanation, 'input' | 'enteredByName' | 'enteredAt'>> {
  const only = { unitId, code };
  const [own] = await listEntered(trx, actor.tenantId, campaign, only);
  return asProduct(trx, actor, async () => {
    const [figure] = await listEntered(trx, actor.tenantId, campaign, only);
    if (figure === undefined) return { input: null, enteredByName: null, enteredAt: null };
    const { input, enteredBy, enteredAt } = figure;
    if (own === undefined || enteredBy === null) return { input, enteredByName: null, enteredAt };
    const names = await findNames(trx, actor.tenantId, [enteredBy]);
    return { input, enteredByName: names.get(enteredBy) ?? null, enteredAt };
  });
}

async function seesWhole({ trx, actor }: Asking, campaign: Campaign, units: number): Promise<boolean> {
  return (await countCampaignUnits(trx, actor.tenantId, campaign)) === units;
}

function childrenOf(criterion: Criterion): readonly Criterion[] {
  return criterion.type === 'group' ? criterion.children : [];
}
