import { type Points, pointsToRatio } from '../../kernel/number/points.ts';
import { compare } from '../../kernel/number/ratio.ts';
import { reaches } from '../rules/bounds.ts';
import type { Band } from '../scorecard/fields.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
import type { CriterionScore } from './scores.ts';

/**
 * The best band whose bound the printed index reaches and whose conditions hold; a unit that is refused falls to the
 * next. Null without bands or without an index.
 */
export function bandOf(
  scorecard: Scorecard,
  index: Points | null,
  flags: readonly string[],
  criteria: readonly CriterionScore[],
): string | null {
  if (index === null) return null;
  const percent = pointsToRatio(index);
  const band = scorecard.bands.find(
    (candidate) =>
      reaches(percent, candidate.from, candidate.closed) &&
      !(candidate.not_with ?? []).some((flag) => flags.includes(flag)) &&
      (candidate.needs ?? []).every((need) => meets(need, scorecard, criteria)),
  );
  return band?.name ?? null;
}

/** points ÷ applicable of the node at least so much percent; a node out of the denominator does not count. */
function meets(
  { code, percent }: NonNullable<Band['needs']>[number],
  scorecard: Scorecard,
  criteria: readonly CriterionScore[],
): boolean {
  const score = criteria[scorecard.byCode.get(code)?.position ?? -1];
  if (score === undefined || score.applicable === 0) return true;
  return compare({ n: BigInt(score.points) * 100n, d: BigInt(score.applicable) }, percent) >= 0;
}
