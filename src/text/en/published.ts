import type { Detail } from '../sentences.ts';
import type { published as vi } from '../vi/published.ts';

const says: (typeof vi)['says'] = {
  sum: ({ expected, found }) =>
    `The parts add up to ${expected} points, but the total is printed as ${found}.`,
  percent_of_part: ({ part, points, max, expected, found }) =>
    `Part “${part}”: ${points} ÷ ${max} points = ${expected}%, but ${found}% is printed.`,
  percent_of_group: ({ part, points, max, expected, found }) =>
    `Group “${part}”: ${points} ÷ ${max} points = ${expected}%, but ${found}% is printed.`,
  max_total: ({ expected, found }) =>
    `The maxima of the parts add up to ${expected}, but the total of the table is ${found}.`,
  max_applicable: ({ expected, found }) =>
    `The maxima of the parts add up to ${expected}, but the points applicable to the unit are ${found}.`,
  group_points: ({ part, expected, found }) =>
    `Group “${part}” is said to hold all parts but has ${found} points; all parts have ${expected}.`,
  derived: ({ part, total, needed, max, expected, found }) =>
    `Part “${part}” prints no points: the total of ${total} needs it to have ${needed} of ${max} points = ${expected}%, but ${found}% is printed.`,
  derived_outside: ({ part, total, needed, max, expected, found }) =>
    `Part “${part}” prints no points: the total of ${total} needs it to have ${needed} points = ${expected}%, beyond the range from 0 to ${max}; ${found}% is printed.`,
  rank_place: ({ figure, above, method, expected, found }) =>
    `With ${figure}, and the number of units above it being ${above}, the unit ranks ${expected} (${METHODS[method ?? '']}), but rank ${found} is printed.`,
  rank_order: ({ figure, betterFigure, betterRank, found }) =>
    `Has ${figure}, more than the ${betterFigure} of the unit ranked ${betterRank}, but rank ${found} is printed.`,
  rank_tie: ({ figure, betterRank, method, found }) =>
    `Has the same ${figure} as the unit ranked ${betterRank} (${METHODS[method ?? '']}), but rank ${found} is printed.`,
  rank_shared: ({ figure, betterFigure, found }) =>
    `Has ${figure}, less than the ${betterFigure} of another unit, but the same rank ${found} is printed.`,
  rank_twice: ({ method, found }) =>
    `Rank ${found} is printed for two units, against the method of the table (${METHODS[method ?? '']}).`,
  band: ({ value, expected, found }) =>
    `${value} falls in band “${expected}”, but band “${found}” is printed.`,
  band_below_all: ({ value, found }) =>
    `${value} is below every bound of the table, but band “${found}” is printed.`,
  mean: ({ count, expected, found }) => `The mean of ${count} units is ${expected}, but ${found} is printed.`,
  of_rank: ({ expected, found }) => `Ranked ${expected}, while the number of units ranked is ${found}.`,
  of_units: ({ expected, found }) =>
    `The number of units in the table is ${expected}, but that of units ranked is printed as ${found}.`,
  index: ({ total, whole, expected, found }) =>
    `${total} ÷ ${whole} points = ${expected}%, but the index is printed as ${found}%.`,
  trend: ({ index, previous, expected, found }) =>
    `${index} − ${previous} = ${expected}, but the change is printed as ${found}.`,
};

const wouldFix: (typeof vi)['wouldFix'] = {
  sum: ({ expected, short, over }) =>
    `A total of ${expected}, or ${moreOrFewer({ short, over })} in the parts.`,
  percent_of_part: ({ expected, fittingPoints, max }) =>
    `A percentage of ${expected}%, or ${fittingPoints} of ${max} points.`,
  percent_of_group: ({ expected, fittingPoints, max }) =>
    `A percentage of ${expected}%, or ${fittingPoints} of ${max} points.`,
  max_total: ({ expected, short, over }) =>
    `A table total of ${expected}, or maxima with ${moreOrFewer({ short, over })}.`,
  max_applicable: ({ expected, short, over }) =>
    `${expected} applicable points, or maxima with ${moreOrFewer({ short, over })}.`,
  group_points: ({ expected, short, over, restMax, restPercent }) => {
    if (short === undefined)
      return `${expected} points for the group, or ${over} points in it that no part has.`;
    const rest =
      restMax === undefined ? `${short} points` : `${short} of ${restMax} points (${restPercent}%)`;
    return `${expected} points for the group, or a group that does not hold all parts: ${rest} stand outside it.`;
  },
  derived: ({ needed, max, expected, found, fittingTotal, short, over }) =>
    `${needed} of ${max} points = ${expected}% for this part; or ${found}% and a total of ${fittingTotal}; or ${outsideParts({ short, over })}.`,
  derived_outside: ({ found, fittingTotal, short, over }) =>
    `${found}% and a total of ${fittingTotal}; or ${outsideParts({ short, over })}.`,
  rank_place: ({ expected, figure }) => `Rank ${expected}, or another figure than ${figure}.`,
  rank_order: ({ expected, figure, betterFigure }) =>
    `Rank ${expected} or better, or a figure below ${betterFigure} instead of ${figure}.`,
  rank_tie: ({ expected, figure }) => `Rank ${expected}, or not the same ${figure} for both units.`,
  rank_shared: ({ expected, figure, betterFigure }) =>
    `Rank ${expected} or worse, or ${betterFigure} instead of ${figure}.`,
  rank_twice: ({ expected }) => `Rank ${expected} for one of the two units.`,
  band: ({ expected, found, ...bounds }) => {
    const range = printRange(bounds);
    return `Band “${expected}”${range === '' ? '' : `, or, for band “${found}”, a figure ${range}`}.`;
  },
  band_below_all: ({ found, ...bounds }) => `For band “${found}”, a figure ${printRange(bounds)}.`,
  mean: ({ expected, found, sum, fittingSum }) =>
    `A mean of ${expected}, or, for ${found}, units that add up to ${fittingSum} instead of ${sum}.`,
  of_rank: ({ expected, found }) =>
    `At least ${expected} as the number of units ranked, or rank ${found} or better.`,
  of_units: ({ expected, found }) =>
    `${expected} as the number of units ranked, or no more units in the table than ${found}.`,
  index: ({ expected, fittingTotal, fittingWhole }) =>
    `An index of ${expected}%, or a total of ${fittingTotal} points${
      fittingWhole === undefined ? '' : `, or a denominator of ${fittingWhole} points`
    }.`,
  trend: ({ expected, fittingIndex, fittingPrevious }) =>
    `A change of ${expected}, or an index of ${fittingIndex}, or ${fittingPrevious} for the year before.`,
};

function moreOrFewer({ short, over }: Detail): string {
  return short === undefined ? `${over} points fewer` : `${short} points more`;
}

function outsideParts({ short, over }: Detail): string {
  return short === undefined
    ? `${over} points taken off outside the parts`
    : `${short} points outside the parts`;
}

const METHODS: Record<string, string> = {
  dense: 'equal ranks, none skipped: 1, 2, 2, 3',
  competition: 'equal ranks, then skipped: 1, 2, 2, 4',
  ordinal: 'each unit its own rank: 1, 2, 3, 4',
};

function printRange({ from, fromSign, below, belowSign }: Detail): string {
  const low = from === undefined ? [] : [`${fromSign} ${from}`];
  const high = below === undefined ? [] : [`${belowSign} ${below}`];
  return [...low, ...high].join(' and ');
}

const report: (typeof vi)['report'] = {
  kinds: {
    sum: 'totals',
    percent: 'percentages',
    max: 'sums of maxima',
    group: 'groups of all parts',
    derived: 'parts without points',
    rank: 'ranks',
    band: 'bands',
    mean: 'mean',
    of: 'numbers of units ranked',
    index: 'indices',
    trend: 'changes',
  },
  title: (name) => `Check of published results: ${name}`,
  untitled: 'table without a title',
  year: (year) => `Year ${year}`,
  source: (source) => `Source: ${source}`,
  judged: (units, comparisons) => `Units: ${units}. Compared: ${comparisons}.`,
  nothingJudged: (units) => `Units: ${units}. No figures that could be compared.`,
  noFindings: 'No contradiction found.',
  findings: (count) => `Contradictions found: ${count}`,
  wholeTable: 'The whole table',
  toAgree: (fix) => `To agree: ${fix}`,
};

const usage = 'Usage: minhchung check FILE.json [--json] [--lang en]';

export const published: typeof vi = { says, wouldFix, report, usage };
