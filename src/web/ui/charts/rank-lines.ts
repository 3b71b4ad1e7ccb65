/** Ranks of one line, one for each period; null where it had none. */
export type RankLine = {
  readonly key: string;
  readonly name: string;
  readonly ranks: readonly (number | null)[];
};

export type Point = { readonly x: number; readonly y: number; readonly rank: number };

/** Where the picture stands inside its frame, in pixels. */
export type Area = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** One period: how many had a rank, and whether its ranks may be compared with those of the period before. */
export type RankAxis = { readonly mark: string; readonly size: number; readonly comparable: boolean };

/** Where the axis of a period stands, in pixels. */
export function axisAt(period: number, axes: readonly RankAxis[], { left, right }: Area): number {
  return left + ((right - left) * period) / Math.max(1, axes.length - 1);
}

/** The first rank on top, the last of this period at the bottom: the same height means the same share of the block. */
export function rankAt(rank: number, size: number, { top, bottom }: Area): number {
  return top + ((bottom - top) * (rank - 1)) / Math.max(1, size - 1);
}

/**
 * The stretches of a line. A period without a rank breaks it, and so does a block that is not compared with the one
 * before: nothing is drawn across what is not known, and a line begins in the first period that has a rank.
 */
export function stretches(line: RankLine, axes: readonly RankAxis[], area: Area): Point[][] {
  const found: Point[][] = [];
  let open: Point[] | undefined;
  for (const [period, axis] of axes.entries()) {
    const rank = line.ranks[period] ?? null;
    if (!axis.comparable) open = undefined;
    if (rank === null) {
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = [];
      found.push(open);
    }
    open.push({ x: axisAt(period, axes, area), y: rankAt(rank, axis.size, area), rank });
  }
  return found;
}

/** From the last rank of one unit to the first of the unit it went into; undefined unless a break lies between them. */
export function leap(
  from: RankLine,
  to: RankLine,
  axes: readonly RankAxis[],
  area: Area,
): Point[] | undefined {
  const breaks = axes.flatMap(({ comparable }, period) => (period > 0 && !comparable ? [period] : []));
  for (const period of breaks) {
    const start = from.ranks.slice(0, period).findLastIndex((rank) => rank !== null);
    const end = to.ranks.findIndex((rank, at) => at >= period && rank !== null);
    const [first, last] = [axes[start], axes[end]];
    const [was, is] = [from.ranks[start], to.ranks[end]];
    if (first === undefined || last === undefined || was == null || is == null) continue;
    return [
      { x: axisAt(start, axes, area), y: rankAt(was, first.size, area), rank: was },
      { x: axisAt(end, axes, area), y: rankAt(is, last.size, area), rank: is },
    ];
  }
  return undefined;
}

/** Ranks worth a grid line: the first, every fifth or tenth, the last. */
export function gridRanks(worst: number): number[] {
  const step = worst > 60 ? 10 * Math.ceil(worst / 100) : worst > 12 ? 5 : 1;
  const between = Array.from({ length: Math.floor(worst / step) }, (_, index) => (index + 1) * step);
  const inner = between.filter((rank) => rank > 1 && worst - rank >= Math.max(1, step / 2));
  return [1, ...inner, worst];
}

/** A smooth path through the points, level at each period so that crossings are easy to follow. */
export function pathOf(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (before === undefined) return `M ${x} ${y}`;
      const middle = (before.x + x) / 2;
      return `C ${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
    })
    .join(' ');
}

/** Heights that rise by at least `room`, each as near as it can be to where it should stand. */
export function apart(heights: readonly number[], room: number): number[] {
  const placed: number[] = [];
  for (const height of heights)
    placed.push(Math.max(height, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + room));
  return placed;
}
