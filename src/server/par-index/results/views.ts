import type { UnitId } from '../../../domain/kernel/id.ts';
import { type Points, printPoints, printShortPoints } from '../../../domain/kernel/number/points.ts';
import type { CriterionPoints, ResultTotals } from '../../../domain/par-index/campaign/result.ts';
import {
  type StoredCell,
  type StoredResult,
  stateOf,
} from '../../../domain/par-index/campaign/stored-result.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';

export function toTotals(
  scorecard: Pick<Scorecard, 'rounding'>,
  result: StoredResult,
  before: ReadonlyMap<UnitId, number>,
): ResultTotals {
  const { leaf, index } = scorecard.rounding;
  return {
    unitId: result.unitId,
    unitCode: result.code,
    unitName: result.name,
    unitKind: result.kind,
    tags: [...result.tags],
    flags: [...result.flags],
    ranked: result.ranked,
    points: printPoints(result.points, leaf.decimals),
    applicable: printShortPoints(result.applicable),
    index: result.index === null ? null : printPoints(result.index, index.decimals),
    rank: result.rank,
    rankChange: changeOf(before.get(result.unitId), result.rank),
    band: result.band,
    missing: result.missing.length,
  };
}

/** Places won since before; null in the first period of a unit, and where it has no place. */
export function changeOf(before: number | null | undefined, rank: number | null): number | null {
  return before === undefined || before === null || rank === null ? null : before - rank;
}

export function toCriterionPoints(scorecard: Pick<Scorecard, 'rounding'>, cell: StoredCell): CriterionPoints {
  const [points, applicable] = cell;
  return {
    points: printPoints(points, scorecard.rounding.leaf.decimals),
    applicable: printShortPoints(applicable),
    state: stateOf(cell),
  };
}

/** What is lost on a criterion; nothing where it does not apply, never less than nothing. */
export function lostOf([points, applicable]: StoredCell): Points {
  return Math.max(0, applicable - points) as Points;
}
