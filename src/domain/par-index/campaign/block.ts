import type { UnitId } from '../../kernel/id.ts';

/**
 * Whether places in two periods may be compared. A place among 55 and one among 24 may not: where fewer than half of the
 * units were ranked in both periods, as after mergers, nobody has a change of place.
 */
export function isSameBlock(before: Iterable<UnitId>, now: Iterable<UnitId>): boolean {
  const [was, is] = [new Set(before), new Set(now)];
  const common = [...is].filter((unitId) => was.has(unitId)).length;
  return common * 2 >= Math.max(was.size, is.size);
}
