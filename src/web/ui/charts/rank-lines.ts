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

/** The worst rank that any line has, at least 2 so that the first has room above it. */
export function worstRank(lines: readonly RankLine[]): number {
  return lines.reduce(
    (worst, { ranks }) => ranks.reduce<number>((most, rank) => Math.max(most, rank ?? 0), worst),
    2,
  );
}

/**
 * The stretches of a line, the first rank on top. A period without a rank breaks it: nothing is drawn across what is
 * not known, and a line begins in the first period that has a rank.
 */
export function stretches(line: RankLine, worst: number, area: Area): Point[][] {
  const steps = Math.max(1, line.ranks.length - 1);
  const found: Point[][] = [];
  let open: Point[] | undefined;
  for (const [period, rank] of line.ranks.entries()) {
    if (rank === null) {
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = [];
      found.push(open);
    }
    open.push({
      x: area.left + ((area.right - area.left) * period) / steps,
      y: area.top + ((area.bottom - area.top) * (rank - 1)) / (worst - 1),
      rank,
    });
  }
  return found;
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
