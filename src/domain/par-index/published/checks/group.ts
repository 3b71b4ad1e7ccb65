import {
  allPrinted,
  differenceOf,
  type Figure,
  isSame,
  percentOf,
  printFigure,
  roundedTo,
  shortOrOver,
  sumOf,
} from '../figure.ts';
import { type Disagreement, judge, type Verdict } from '../finding.ts';
import type { Published, PublishedGroup, PublishedUnit } from '../published.ts';

/** What the parts come to together; where the table allows two readings of the maximum, the first is told. */
type Whole = { readonly points: Figure | undefined; readonly maxima: readonly Figure[] };

/**
 * A group said to hold all parts against what they come to: its points, then its maximum. A part without points is
 * taken from the unit's total, a part without maximum from the applicable points or the table's total.
 */
export function* groups(published: Published): Generator<Verdict> {
  for (const [at, unit] of published.units.entries()) {
    if (unit.parts === undefined || unit.parts.length === 0) continue;
    const whole = wholeOf(unit, published);
    for (const [position, group] of (unit.groups ?? []).entries()) {
      if (group.of === 'all') yield* judgeGroup(at, group, position, whole);
    }
  }
}

function wholeOf({ parts = [], total, applicable }: PublishedUnit, published: Published): Whole {
  const points = allPrinted(parts.map((part) => part.points));
  const maxima = allPrinted(parts.map((part) => part.max));
  const stated = [applicable, published.total].filter((whole) => whole !== undefined);
  return { points: points ? sumOf(points) : total, maxima: maxima ? [sumOf(maxima)] : stated };
}

function* judgeGroup(at: number, group: PublishedGroup, position: number, whole: Whole): Generator<Verdict> {
  const part = group.name ?? `#${position + 1}`;
  const points = pair(group.points, whole.points);
  const max = pair(
    group.max,
    whole.maxima.find((all) => group.max && isSame(group.max, all)) ?? whole.maxima[0],
  );
  if (points !== undefined && !isSame(points.held, points.all)) {
    yield judge('group', at, false, () => pointsDiffer(part, points, max));
  } else if (max !== undefined) {
    yield judge('group', at, isSame(max.held, max.all), () => maximaDiffer(part, max));
  } else if (points !== undefined) {
    yield judge('group', at, true, () => pointsDiffer(part, points, max));
  }
}

/** What the group holds of what all parts hold. */
type Pair = { readonly held: Figure; readonly all: Figure };

function pair(held: Figure | undefined, all: Figure | undefined): Pair | undefined {
  return held && all && { held, all };
}

/** What the group would leave out of all parts is told with its percentage, when it can be a part of its own. */
function pointsDiffer(part: string, points: Pair, max: Pair | undefined): Disagreement {
  const rest = differenceOf(points.all, points.held);
  const restMax = max && differenceOf(max.all, max.held);
  const isPart = restMax !== undefined && rest.value.n >= 0n && differenceOf(restMax, rest).value.n >= 0n;
  return {
    problem: 'group_points',
    expected: printFigure(points.all),
    found: printFigure(points.held),
    names: { part },
    figures: {
      ...shortOrOver(rest),
      ...(isPart && {
        restMax: printFigure(restMax),
        restPercent: printFigure(roundedTo(percentOf(rest, restMax), 2)),
      }),
    },
  };
}

function maximaDiffer(part: string, max: Pair): Disagreement {
  return {
    problem: 'group_max',
    expected: printFigure(max.all),
    found: printFigure(max.held),
    names: { part },
    figures: shortOrOver(differenceOf(max.all, max.held)),
  };
}
