import type { Points } from '../../kernel/number/points.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
import type { UnitScore } from './scores.ts';

/** What decides a unit's place; of `criteria` only the points of those that `then` of the ranking names. */
export type Standing = Pick<UnitScore, 'code' | 'points' | 'applicable' | 'index'> & {
  readonly criteria: readonly { readonly points: Points }[];
};

/**
 * Ranks all units together: by printed or exact index, ties by the points of the criteria in `then`, what is still
 * equal by the method. A unit that is not ranked, or has no index, has no rank and takes no place.
 */
export function rank<Score extends Standing>(
  scorecard: Scorecard,
  scores: readonly Score[],
  isRanked: (code: string) => boolean,
): (Score & { readonly rank: number | null })[] {
  const order = (a: Score, b: Score) => compareScores(scorecard, a, b);
  const placed = scores
    .filter((score) => score.index !== null && isRanked(score.code))
    .sort((a, b) => order(a, b) || compareUnicode(a.code, b.code));
  const ranks = new Map<string, number>();
  let [place, dense] = [0, 0];
  for (const [position, score] of placed.entries()) {
    const before = placed[position - 1];
    const tied = before !== undefined && order(before, score) === 0;
    if (!tied) {
      place = position + 1;
      dense += 1;
    }
    ranks.set(score.code, { dense, competition: place, ordinal: position + 1 }[scorecard.ranking.method]);
  }
  return scores.map((score) => ({ ...score, rank: ranks.get(score.code) ?? null }));
}

/** Negative when a stands before b. */
function compareScores(scorecard: Scorecard, a: Standing, b: Standing): number {
  const { by, then } = scorecard.ranking;
  const first = by === 'exact' ? compareExact(a, b) : (b.index ?? 0) - (a.index ?? 0);
  if (first !== 0) return first;
  for (const code of then) {
    const position = scorecard.byCode.get(code)?.position ?? -1;
    const difference = (b.criteria[position]?.points ?? 0) - (a.criteria[position]?.points ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareExact(a: Standing, b: Standing): number {
  const difference = BigInt(b.points) * BigInt(a.applicable) - BigInt(a.points) * BigInt(b.applicable);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** By code point, not by UTF-16 unit. */
export function compareUnicode(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (const [position, symbol] of left.entries()) {
    const other = right[position];
    if (other === undefined) return 1;
    const difference = (symbol.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
