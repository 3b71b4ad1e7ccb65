import type { scoreText as vi } from '../vi/score.ts';

export const scoreText: typeof vi = {
  usage: 'minhchung score SCORECARD.json FIGURES.json [--json] [--unit CODE] [--lang en]',
  rank: 'Rank',
  unit: 'Unit',
  points: 'Points',
  applicable: 'Applicable',
  index: 'Index',
  band: 'Band',
  missing: 'Missing',
  unranked: 'not ranked',
  noIndex: 'no criterion applies',
  unitLine: (points, applicable, index) => `${points} / ${applicable} points, index ${index}`,
  rankLine: (rank, of) => `rank ${rank} of ${of} units ranked`,
  bandLine: (band) => `band ${band}`,
  bonusLine: (points) => `Bonus and penalty points: ${points}`,
  excluded: 'not counted',
  missingLeaf: 'missing',
  unknownUnit: (code) => `--unit: no unit ${code} in the figures`,
};
