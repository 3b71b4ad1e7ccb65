import { compare } from '../../../kernel/number/ratio.ts';
import { type Figure, printFigure } from '../figure.ts';
import { judge, type Problem, type Verdict } from '../finding.ts';
import type { RankingMethod } from '../published.ts';

/** A unit with a printed rank, and the figure that it is ranked by. */
export type Ranked = { readonly at: number; readonly rank: number; readonly figure: Figure };

/** Each unit against the one ranked next above it; a disagreement stands at the lower of the two. */
export function orderOf(ranked: readonly Ranked[], method: RankingMethod): Verdict[] {
  const sorted = ranked.toSorted((a, b) => a.rank - b.rank || compare(b.figure.value, a.figure.value));
  return sorted.slice(1).flatMap((unit, i) => {
    const better = sorted[i];
    return better === undefined ? [] : [neighbors(better, unit, method)];
  });
}

function neighbors(better: Ranked, unit: Ranked, method: RankingMethod): Verdict {
  const problem = orderProblem(better, unit, method);
  const shares = problem === 'rank_shared' || problem === 'rank_twice';
  return judge('rank', unit.at, problem === undefined, () => ({
    problem: problem ?? 'rank_order',
    expected: String(shares ? better.rank + 1 : better.rank),
    found: String(unit.rank),
    names: { method },
    figures: {
      figure: printFigure(unit.figure),
      betterRank: String(better.rank),
      betterFigure: printFigure(better.figure),
    },
  }));
}

function orderProblem(better: Ranked, unit: Ranked, method: RankingMethod): Problem | undefined {
  const difference = compare(better.figure.value, unit.figure.value);
  if (better.rank === unit.rank) {
    if (difference !== 0) return 'rank_shared';
    return method === 'ordinal' ? 'rank_twice' : undefined;
  }
  if (difference < 0) return 'rank_order';
  return difference === 0 && method !== 'ordinal' ? 'rank_tie' : undefined;
}
