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
import type { Published, PublishedUnit } from '../published.ts';

/**
 * A group said to hold all parts against the points they come to. A part without points is taken from the unit's
 * total, a part without maximum from the applicable points or the table's total.
 */
export function* groups(published: Published): Generator<Verdict> {
  for (const [at, unit] of published.units.entries()) {
    if (unit.parts === undefined || unit.parts.length === 0) continue;
    const whole = wholeOf(unit, published);
    for (const [position, group] of (unit.groups ?? []).entries()) {
      const points = pair(group.points, whole.points);
      if (group.of !== 'all' || points === undefined) continue;
      const part = group.name ?? `#${position + 1}`;
      const max = pair(group.max, whole.max);
      yield judge('group', at, isSame(points.held, points.all), () => pointsDiffer(part, points, max));
    }
  }
}

type Whole = { readonly points: Figure | undefined; readonly max: Figure | undefined };

function wholeOf({ parts = [], total, applicable }: PublishedUnit, published: Published): Whole {
  const points = allPrinted(parts.map((part) => part.points));
  const maxima = allPrinted(parts.map((part) => part.max));
  return {
    points: points ? sumOf(points) : total,
    max: maxima ? sumOf(maxima) : (applicable ?? published.total),
  };
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
