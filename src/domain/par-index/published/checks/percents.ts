import { divide, HUNDRED, multiply, type Ratio, ratio } from '../../../kernel/number/ratio.ts';
import { allPrinted, type Figure, percentOf, printFigure, printsAs, roundedTo, sumOf } from '../figure.ts';
import { judge, type Verdict } from '../finding.ts';
import { givesWholeBlock, type Published, type PublishedPart, rankedFigure } from '../published.ts';

/** Points ÷ max of each part and each group against its printed percentage. */
export function* percents({ units }: Published): Generator<Verdict> {
  for (const [at, { parts = [], groups = [] }] of units.entries()) {
    for (const [position, part] of parts.entries()) yield* percent(at, part, position, 'percent_of_part');
    for (const [position, group] of groups.entries()) yield* percent(at, group, position, 'percent_of_group');
  }
}

function* percent(
  at: number,
  part: PublishedPart,
  position: number,
  problem: 'percent_of_part' | 'percent_of_group',
): Generator<Verdict> {
  const { points, max, percent: printed } = part;
  if (points === undefined || max === undefined || printed === undefined || max.value.n <= 0n) return;
  const exact = percentOf(points, max);
  yield judge('percent', at, printsAs(exact, printed), () => ({
    problem,
    expected: printFigure(roundedTo(exact, printed.decimals)),
    found: printFigure(printed),
    names: { part: part.name ?? `#${position + 1}` },
    figures: {
      points: printFigure(points),
      max: printFigure(max),
      fittingPoints: printFigure(pointsThatPrint(printed, max, points.decimals)),
    },
  }));
}

/** Total ÷ applicable points, or ÷ the table's total, against the printed index. */
export function* indices({ total: tableTotal, units }: Published): Generator<Verdict> {
  for (const [at, { total, applicable, index }] of units.entries()) {
    const whole = applicable ?? tableTotal;
    if (index === undefined || total === undefined || whole === undefined || whole.value.n <= 0n) continue;
    const exact = percentOf(total, whole);
    const fittingWhole = wholeThatPrints(index, total, whole.decimals);
    yield judge('index', at, printsAs(exact, index), () => ({
      problem: 'index',
      expected: printFigure(roundedTo(exact, index.decimals)),
      found: printFigure(index),
      figures: {
        total: printFigure(total),
        whole: printFigure(whole),
        fittingTotal: printFigure(pointsThatPrint(index, whole, total.decimals)),
        fittingWhole: fittingWhole && printFigure(fittingWhole),
      },
    }));
  }
}

/** The mean of all units against the printed one; not judged when the table gives fewer units than were ranked. */
export function* means(published: Published): Generator<Verdict> {
  const { mean, units } = published;
  const figures = allPrinted(units.map(rankedFigure));
  if (mean === undefined || figures === undefined || figures.length === 0) return;
  if (!givesWholeBlock(published)) return;
  const sum = sumOf(figures);
  const count = ratio(units.length);
  const exact = divide(sum.value, count);
  yield judge('mean', null, printsAs(exact, mean), () => ({
    problem: 'mean',
    expected: printFigure(roundedTo(exact, mean.decimals)),
    found: printFigure(mean),
    figures: {
      count: String(units.length),
      sum: printFigure(sum),
      fittingSum: printFigure(roundedTo(multiply(mean.value, count), sum.decimals)),
    },
  }));
}

/** The points out of `max` that print as that percentage, with no more decimals than it takes. */
function pointsThatPrint(percent: Figure, max: Figure, decimals: number): Figure {
  const points = roundedTo(divide(multiply(percent.value, max.value), HUNDRED), decimals);
  return printsAs(percentOf(points, max), percent) ? points : pointsThatPrint(percent, max, decimals + 1);
}

/** Finer denominators than this are of no help to anybody. */
const FINEST_WHOLE = 3;

/** The denominator with which the total prints as that index, when there is one that a table could print. */
function wholeThatPrints(index: Figure, total: Figure, decimals: number): Figure | undefined {
  if (index.value.n === 0n) return undefined;
  const exact: Ratio = divide(multiply(HUNDRED, total.value), index.value);
  const whole = roundedTo(exact, decimals);
  if (whole.value.n > 0n && printsAs(percentOf(total, whole), index)) return whole;
  return decimals < FINEST_WHOLE ? wholeThatPrints(index, total, decimals + 1) : undefined;
}
