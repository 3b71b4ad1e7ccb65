import type { TrendLine, TrendPoint } from '../../../../domain/par-index/campaign/result.ts';
import { IndexKind } from '../../../../domain/par-index/campaign/scorecard-record.ts';
import { periodMark, periodName } from '../../../../text/periods.ts';
import type { WorkspaceText } from '../../../../text/workspace.ts';
import type { TimeLine, TimePoint } from '../../../ui/charts/time-frames.ts';

/** One index of a unit: the unit's own line, those of the units that merged into it, and the same in words. */
export type IndexFrame = {
  readonly kind: IndexKind;
  readonly title: string;
  /** The latest value of the unit itself. */
  readonly note: string;
  readonly lines: readonly TimeLine[];
  readonly told: readonly string[];
};

type Numbers = (written: string) => string;

/** A frame for every index, also for those of which nothing is known, in one order. */
export function framesOf(
  lines: readonly TrendLine[],
  { indexOverview: words, parIndex }: WorkspaceText,
  number: Numbers,
): IndexFrame[] {
  return IndexKind.options.map((kind) => {
    const ofKind = lines.map((line) => ({ line, points: line.points.filter(isOf(kind)) }));
    const own = ofKind.find(({ line }) => line.relation === 'own')?.points ?? [];
    const last = own.at(-1);
    const place = last?.rank == null ? [] : [words.latestRank(`${last.rank}/${last.of}`)];
    const note =
      last?.index == null
        ? [words.nothingKnown]
        : [words.latest(number(last.index), periodName(last.period, parIndex)), ...place, last.band ?? ''];
    return {
      kind,
      title: parIndex.indexKinds[kind],
      note: note.filter((part) => part !== '').join(' · '),
      lines: ofKind.map(({ line, points }) => ({
        key: line.unitId,
        name: line.unitName,
        own: line.relation === 'own',
        points: points.flatMap((point) => pointOf(point, number)),
      })),
      told: own.flatMap(({ index, period }) =>
        index === null ? [] : [words.toldPoint(periodMark(period), number(index))],
      ),
    };
  });
}

function isOf(kind: IndexKind): (point: TrendPoint) => boolean {
  return ({ indexKind }) => indexKind === kind;
}

function pointOf({ index, period, published }: TrendPoint, number: Numbers): TimePoint[] {
  if (index === null) return [];
  const printed = number(index);
  return [{ at: timeOf(period), value: Number(index), printed, mark: periodMark(period), open: !published }];
}

/** The middle of the period, in years: `2026` is 2026.5, `2026-Q1` is 2026.125. */
export function timeOf(period: string): number {
  const [year = '', quarter] = period.split('-Q');
  return Number(year) + (quarter === undefined ? 0.5 : (Number(quarter) - 0.5) / 4);
}
