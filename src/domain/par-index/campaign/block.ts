import type { UnitId } from '../../kernel/id.ts';

/** How many units were ranked in each of two periods, and in both. */
export type BlockOverlap = { readonly before: number; readonly now: number; readonly both: number };

/**
 * Whether places in two periods may be compared. A place among 55 and one among 24 may not: where fewer than half of the
 * units were ranked in both periods, as after mergers, nobody has a change of place.
 */
export function isSameBlock({ before, now, both }: BlockOverlap): boolean {
  return both * 2 >= Math.max(before, now);
}

export function overlapOf(before: Iterable<UnitId>, now: Iterable<UnitId>): BlockOverlap {
  const [was, is] = [new Set(before), new Set(now)];
  return { before: was.size, now: is.size, both: [...is].filter((unitId) => was.has(unitId)).length };
}
