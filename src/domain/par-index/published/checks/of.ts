import { judge, type Verdict } from '../finding.ts';
import type { Published } from '../published.ts';

/**
 * Ranks and units given against the number of units ranked. When all units state the same number, giving more units
 * is one fault of the table, and a rank beyond the number that this explains is not told again.
 */
export function* blockSizes({ units }: Published): Generator<Verdict> {
  const [first] = units;
  const stated = units.every(({ of }) => of === first?.of) ? first?.of : undefined;
  const tooMany = stated !== undefined && units.length > stated;
  for (const [at, { rank, of }] of units.entries()) {
    if (of === undefined) continue;
    const rankFits = rank === undefined || rank <= (tooMany ? units.length : of);
    const unitsFit = stated !== undefined || units.length <= of;
    yield judge('of', at, rankFits && unitsFit, () => beyond(of, rankFits ? undefined : rank, units.length));
  }
  if (stated !== undefined) {
    yield judge('of', null, !tooMany, () => beyond(stated, undefined, units.length));
  }
}

function beyond(of: number, rank: number | undefined, given: number) {
  const problem = rank === undefined ? 'of_units' : 'of_rank';
  return { problem, expected: String(rank ?? given), found: String(of) } as const;
}
