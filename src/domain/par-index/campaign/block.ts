import type { UnitId } from '../../kernel/id.ts';

/** How many units were ranked, how many are now, and how many of them in both. */
export type Compared = { readonly was: number; readonly is: number; readonly common: number };

/**
 * Whether places in two periods may be compared. A place among 55 and one among 24 may not: where fewer than half of the
 * units were ranked in both periods, as after mergers, nobody has a change of place.
 */
export function isComparable({ was, is, common }: Compared): boolean {
  return common * 2 >= Math.max(was, is);
}

export function isSameBlock(before: Iterable<UnitId>, now: Iterable<UnitId>): boolean {
  const [was, is] = [new Set(before), new Set(now)];
  const common = [...is].filter((unitId) => was.has(unitId)).length;
  return isComparable({ was: was.size, is: is.size, common });
}
