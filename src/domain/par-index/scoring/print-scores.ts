import { printPoints, printShortPoints } from '../../kernel/number/points.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
import type { RankedScore } from './scores.ts';

/** Scores as the exchange format prints them, units in their order and criteria in tree order. */
export function printScores(scorecard: Scorecard, scores: readonly RankedScore[]): string {
  return `{"units": [${scores.map((score) => printUnit(scorecard, score)).join(',')}\n]}`;
}

function printUnit(scorecard: Scorecard, score: RankedScore): string {
  const { leaf, index } = scorecard.rounding;
  const criteria = scorecard.nodes.map(({ position, code, max }) => {
    const { points = score.points, applicable = score.applicable } = score.criteria[position] ?? {};
    const printed = `"points": "${printPoints(points, leaf.decimals)}", "max": "${printShortPoints(max)}"`;
    return `${JSON.stringify(code)}: { ${printed}, "applicable": "${printShortPoints(applicable)}" }`;
  });
  const missing = score.missing.map((position) => JSON.stringify(scorecard.nodes[position]?.code));
  const printedIndex = score.index === null ? null : printPoints(score.index, index.decimals);
  return `
  { "code": ${JSON.stringify(score.code)}, "points": "${printPoints(score.points, leaf.decimals)}", \
"applicable": "${printShortPoints(score.applicable)}", "index": ${JSON.stringify(printedIndex)}, \
"rank": ${score.rank}, "band": ${JSON.stringify(score.band)},
    "criteria": {
      ${criteria.join(',\n      ')} },
    "missing": [${missing.join(', ')}] }`;
}
