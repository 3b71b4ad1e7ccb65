import { compare } from '../../../kernel/number/ratio.ts';
import { isSame, printFigure } from '../figure.ts';
import { judge, type Verdict } from '../finding.ts';
import { givesWholeBlock, type Published, type RankingMethod, rankedFigure } from '../published.ts';
import { orderOf, type Ranked } from './rank-order.ts';

const METHODS: readonly RankingMethod[] = ['dense', 'competition', 'ordinal'];

/**
 * Ranks against the figures and the ranking method. A whole block tells every unit's place; of a part of a block only
 * order and ties can be judged. A table that names no method is held against the one that fits it best.
 */
export function* ranks(published: Published): Generator<Verdict> {
  const ranked = rankedUnits(published);
  const whole = ranked.length === published.units.length && givesWholeBlock(published);
  const judged = whole ? placesOf : orderOf;
  const { method } = published.ranking ?? {};
  if (method !== undefined) yield* judged(ranked, method);
  else yield* fewestDisagreements(METHODS.map((method) => judged(ranked, method)));
}

function rankedUnits({ units }: Published): Ranked[] {
  return units.flatMap((unit, at) => {
    const figure = rankedFigure(unit);
    return unit.rank === undefined || figure === undefined ? [] : [{ at, rank: unit.rank, figure }];
  });
}

/** The first of those with the fewest. */
function fewestDisagreements(attempts: readonly Verdict[][]): Verdict[] {
  const count = (verdicts: Verdict[]) => verdicts.filter(({ disagreement }) => disagreement).length;
  return attempts.toSorted((a, b) => count(a) - count(b))[0] ?? [];
}

function placesOf(ranked: readonly Ranked[], method: RankingMethod): Verdict[] {
  let [above, figuresAbove] = [0, 0];
  return ties(ranked).flatMap((tied) => {
    const first = (method === 'dense' ? figuresAbove : above) + 1;
    const places = method === 'ordinal' ? distinctPlaces(tied, first) : tied.map(() => first);
    const higher = above;
    figuresAbove += 1;
    above += tied.length;
    return tied.map((unit, i) => placeOf(unit, places[i] ?? first, higher, method));
  });
}

function placeOf({ at, rank, figure }: Ranked, place: number, above: number, method: RankingMethod): Verdict {
  return judge('rank', at, rank === place, () => ({
    problem: 'rank_place',
    expected: String(place),
    found: String(rank),
    names: { method },
    figures: { figure: printFigure(figure), above: String(above) },
  }));
}

/** Units with one and the same figure, best figure first. */
function ties(ranked: readonly Ranked[]): Ranked[][] {
  const groups: Ranked[][] = [];
  for (const unit of ranked.toSorted((a, b) => compare(b.figure.value, a.figure.value))) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && isSame(last[0].figure, unit.figure)) last.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

/** Equal units may stand in any order: whoever holds a place of theirs alone keeps it, the others get what is left. */
function distinctPlaces(tied: readonly Ranked[], first: number): number[] {
  const free = new Set(tied.map((_, i) => first + i));
  const kept = tied.map(({ rank }) => (free.delete(rank) ? rank : undefined));
  const left = free.values();
  return kept.map((place) => place ?? left.next().value ?? first);
}
