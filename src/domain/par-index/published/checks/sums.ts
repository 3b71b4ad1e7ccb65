import {
  allPrinted,
  differenceOf,
  isSame,
  isWithinLastDigit,
  printFigure,
  shortOrOver,
  sumOf,
} from '../figure.ts';
import { judge, type Verdict } from '../finding.ts';
import type { Published } from '../published.ts';

/** The points of the parts against the unit's total; not judged when a part prints no points. */
export function* sums({ units }: Published): Generator<Verdict> {
  for (const [at, { total, parts = [] }] of units.entries()) {
    const points = allPrinted(parts.map((part) => part.points));
    if (total === undefined || points === undefined || points.length === 0) continue;
    const sum = sumOf(points);
    const difference = differenceOf(total, sum);
    yield judge('sum', at, isWithinLastDigit(difference), () => ({
      problem: 'sum',
      expected: printFigure(sum),
      found: printFigure(total),
      figures: shortOrOver(difference),
    }));
  }
}

/** The maxima of the parts against the table's total or the unit's applicable points: either may be meant. */
export function* maxima({ total, units }: Published): Generator<Verdict> {
  for (const [at, { applicable, parts = [] }] of units.entries()) {
    const printed = allPrinted(parts.map((part) => part.max));
    const whole = applicable ?? total;
    if (whole === undefined || printed === undefined || printed.length === 0) continue;
    const sum = sumOf(printed);
    const agrees = [applicable, total].some((whole) => whole !== undefined && isSame(sum, whole));
    yield judge('max', at, agrees, () => ({
      problem: applicable === undefined ? 'max_total' : 'max_applicable',
      expected: printFigure(sum),
      found: printFigure(whole),
      figures: shortOrOver(differenceOf(whole, sum)),
    }));
  }
}

/** The index, less that of the year before, against the printed change. */
export function* trends({ units }: Published): Generator<Verdict> {
  for (const [at, { index, previous, change }] of units.entries()) {
    const before = previous?.index;
    if (index === undefined || before === undefined || change === undefined) continue;
    const difference = differenceOf(index, before);
    yield judge('trend', at, isWithinLastDigit(differenceOf(difference, change)), () => ({
      problem: 'trend',
      expected: printFigure(difference),
      found: printFigure(change),
      figures: {
        index: printFigure(index),
        previous: printFigure(before),
        fittingIndex: printFigure(sumOf([before, change])),
        fittingPrevious: printFigure(differenceOf(index, change)),
      },
    }));
  }
}
