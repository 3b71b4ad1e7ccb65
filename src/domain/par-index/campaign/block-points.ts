import { printScaled } from '../../kernel/number/decimal.ts';
import { LEAST_POINTS, type Points, roundToPoints } from '../../kernel/number/points.ts';
import { multiply, type Ratio, ratio, sum } from '../../kernel/number/ratio.ts';
import { roundScaled } from '../../kernel/number/rounding.ts';
import type { Steps } from '../../kernel/steps.ts';
import { type StoredCell, stateOf } from './stored-result.ts';

/** How many units of a block reached so many points of so many applicable ones on the criterion at a position. */
export type Reached = {
  readonly position: number;
  readonly points: Points;
  readonly applicable: Points;
  readonly units: number;
};

/**
 * What the units of a block reached on one criterion; `share` is the mean of points ÷ applicable in percent, null where
 * nobody could reach anything.
 */
export type BlockPoints = {
  readonly position: number;
  readonly mean: Points;
  readonly best: Points;
  readonly share: string | null;
};

/** Over the units to which a criterion applies: neither excluded nor handed to its siblings. A unit a step. */
export function* reachedBy(units: Iterable<readonly StoredCell[]>): Steps<Reached[]> {
  const counted: Map<string, Reached>[] = [];
  for (const cells of units) {
    yield;
    for (const [position, cell] of cells.entries()) {
      if (!applies(cell)) continue;
      const [points, applicable] = cell;
      const alike = counted[position] ?? new Map<string, Reached>();
      counted[position] = alike;
      const key = `${points} ${applicable}`;
      alike.set(key, { position, points, applicable, units: (alike.get(key)?.units ?? 0) + 1 });
    }
  }
  return counted.flatMap((alike) => [...alike.values()]);
}

export function blockPoints(reached: readonly Reached[]): BlockPoints[] {
  return [...Map.groupBy(reached, ({ position }) => position)].map(([position, alike]) => {
    const units = alike.reduce((all, each) => all + each.units, 0);
    const total = alike.reduce((all, each) => all + each.points * each.units, 0);
    const [best = LEAST_POINTS] = alike.map(({ points }) => points).sort((a, b) => b - a);
    return {
      position,
      mean: roundToPoints(ratio(total, units * 1000), { decimals: 3, mode: 'half_up' }),
      best,
      share: shareOf(alike),
    };
  });
}

function shareOf(alike: readonly Reached[]): string | null {
  const measured = [...Map.groupBy(alike, ({ applicable }) => applicable)].filter(([most]) => most !== 0);
  const units = measured.flatMap(([, list]) => list).reduce((all, each) => all + each.units, 0);
  if (units === 0) return null;
  const shares = measured.map(([most, list]): Ratio => {
    return ratio(
      list.reduce((all, each) => all + each.points * each.units, 0),
      most,
    );
  });
  return printScaled(roundScaled(multiply(sum(shares), ratio(100, units)), 2, 'half_up'), 2);
}

/** Positions of the criteria on which the unit has something else than before. */
export function changedPositions(before: readonly StoredCell[], after: readonly StoredCell[]): number[] {
  return after.flatMap((cell, position) => {
    const was = before[position];
    return was?.every((part, at) => part === cell[at]) ? [] : [position];
  });
}

function applies(cell: StoredCell): boolean {
  const state = stateOf(cell);
  return state === 'scored' || state === 'missing';
}
