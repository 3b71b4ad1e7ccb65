/** A value in percent at a time; `at` in years, `2026.5` for the middle of 2026. */
export type TimePoint = {
  readonly at: number;
  readonly value: number;
  /** As it is printed beside the line, and what period it is of. */
  readonly printed: string;
  readonly mark: string;
  /** Not final yet: drawn hollow. */
  readonly open: boolean;
};

export type TimeLine = {
  readonly key: string;
  readonly name: string;
  readonly own: boolean;
  readonly points: readonly TimePoint[];
};

/** Years that all frames show, `from` at the beginning of the first, `to` at the end of the last; and the scale. */
export type Extent = { readonly from: number; readonly to: number; readonly bottom: number };

/** One extent for all frames, so that they can be compared: whole years, and whole tens down from the lowest value. */
export function extentOf(frames: readonly { readonly lines: readonly TimeLine[] }[]): Extent | undefined {
  const points = frames.flatMap(({ lines }) => lines.flatMap((line) => line.points));
  if (points.length === 0) return undefined;
  const times = points.map(({ at }) => at);
  const lowest = Math.min(...points.map(({ value }) => value));
  return {
    from: Math.floor(Math.min(...times)),
    to: Math.ceil(Math.max(...times)),
    bottom: Math.max(0, Math.min(90, Math.floor(lowest / 10 - 0.2) * 10)),
  };
}

/** The years in which the unit itself has no value, as stretches in years; they are hatched. */
export function unknownYears(lines: readonly TimeLine[], { from, to }: Extent): number[] {
  const known = new Set(lines.flatMap(({ points }) => points.map(({ at }) => Math.floor(at))));
  return Array.from({ length: to - from }, (_, step) => from + step).filter((year) => !known.has(year));
}
