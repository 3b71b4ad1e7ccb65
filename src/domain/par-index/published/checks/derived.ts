import { divide, HUNDRED, multiply, type Ratio } from '../../../kernel/number/ratio.ts';
import {
  allPrinted,
  differenceOf,
  type Figure,
  isSame,
  percentOf,
  printFigure,
  printsAs,
  roundedTo,
  shortOrOver,
  sumOf,
} from '../figure.ts';
import { type Disagreement, judge, type Verdict } from '../finding.ts';
import type { Published, PublishedPart, PublishedUnit } from '../published.ts';

/** The one part of a unit whose points are not printed, with what the others leave for it. */
type Derived = {
  readonly name: string;
  readonly percent: Figure;
  readonly max: Figure;
  readonly others: Figure;
  readonly total: Figure;
};

/**
 * Whether the one part without points can take a value that fits both its printed percentage and the total; printed
 * points are taken as exact.
 */
export function* derivedParts(published: Published): Generator<Verdict> {
  for (const [at, unit] of published.units.entries()) {
    const derived = derive(unit, published);
    if (derived === undefined) continue;
    const { percent, max, others, total } = derived;
    const needed = differenceOf(total, others);
    yield judge('derived', at, fits(needed, percent, max), () => disagreement(derived, needed));
  }
}

function derive(unit: PublishedUnit, published: Published): Derived | undefined {
  const { total, applicable, parts = [] } = unit;
  const position = parts.findIndex((part) => part.points === undefined);
  const part = parts[position];
  const rest = parts.filter((other) => other !== part);
  const points = allPrinted(rest.map((other) => other.points));
  if (part?.percent === undefined || total === undefined || points === undefined) return undefined;
  const max = part.max ?? maxLeft(rest, applicable ?? published.total);
  if (max === undefined || max.value.n <= 0n) return undefined;
  return { name: part.name ?? `#${position + 1}`, percent: part.percent, max, others: sumOf(points), total };
}

function maxLeft(rest: readonly PublishedPart[], whole: Figure | undefined): Figure | undefined {
  const maxima = allPrinted(rest.map((part) => part.max));
  return whole && maxima && differenceOf(whole, sumOf(maxima));
}

function fits(points: Figure, percent: Figure, max: Figure): boolean {
  return isWithin(points, max) && printsAs(percentOf(points, max), percent);
}

function isWithin(points: Figure, max: Figure): boolean {
  return points.value.n >= 0n && differenceOf(max, points).value.n >= 0n;
}

function disagreement({ name, percent, max, others, total }: Derived, needed: Figure): Disagreement {
  const atPercent = divide(multiply(percent.value, max.value), HUNDRED);
  const fittingTotal = sumOf([others, tellingFrom(needed, atPercent)]);
  return {
    problem: isWithin(needed, max) ? 'derived' : 'derived_outside',
    expected: printFigure(unlike(percent, percentOf(needed, max), needed.decimals + 2)),
    found: printFigure(percent),
    names: { part: name },
    figures: {
      needed: printFigure(needed),
      max: printFigure(max),
      total: printFigure(total),
      fittingTotal: printFigure(fittingTotal),
      ...shortOrOver(differenceOf(total, fittingTotal)),
    },
  };
}

/** The value with the decimals of the points beside it, or with as many more as tell the two apart. */
function tellingFrom(points: Figure, value: Ratio): Figure {
  const finer = [0, 1, 2, 3].map((more) => roundedTo(value, points.decimals + more));
  return finer.find((figure) => !isSame(figure, points)) ?? points;
}

/** The exact percentage with the decimals of the printed one, or with more where the two would look the same. */
function unlike(printed: Figure, exact: Ratio, finest: number): Figure {
  const rounded = roundedTo(exact, printed.decimals);
  return isSame(rounded, printed) ? roundedTo(exact, Math.max(finest, printed.decimals + 1)) : rounded;
}
