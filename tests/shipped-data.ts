import { readFileSync } from 'node:fs';
import { type Json, readJson } from '../src/domain/kernel/json.ts';
import { printPoints } from '../src/domain/kernel/number/points.ts';
import { readFigures } from '../src/domain/par-index/figures/read-figures.ts';
import { readScorecard } from '../src/domain/par-index/scorecard/read-scorecard.ts';
import type { Leaf, Scorecard } from '../src/domain/par-index/scorecard/scorecard.ts';
import { score } from '../src/domain/par-index/scoring/score.ts';
import type { RankedScore } from '../src/domain/par-index/scoring/scores.ts';
import { calendar } from './scorecards.ts';

/** A file of `data/` as text. */
export function shippedText(path: string): string {
  return readFileSync(new URL(`../data/${path}`, import.meta.url), 'utf8');
}

/** A file of `data/`, which must be written without faults. */
export function shipped(path: string): Json {
  const { value, faults } = readJson(shippedText(path));
  if (faults.length > 0) throw new Error(`${path} is not cleanly written`);
  return value;
}

export type Scored = { readonly scorecard: Scorecard; readonly scores: readonly RankedScore[] };

/** A shipped scorecard with the scores of its shipped figures. */
export function scoreShipped(scorecardFile: string, figuresFile: string): Scored {
  const scorecard = readScorecard(shipped(`scorecards/${scorecardFile}`));
  const units = readFigures(shipped(`scorecards/${figuresFile}`), scorecard, calendar);
  return { scorecard, scores: score(scorecard, units) };
}

export function leavesOf({ nodes }: Scorecard): Leaf[] {
  return nodes.filter((node) => node.type === 'leaf');
}

/** Points of one criterion of one unit as the official table prints them. */
export function printedOf({ scorecard, scores }: Scored, unit: string, code: string): string | undefined {
  const position = scorecard.byCode.get(code)?.position ?? -1;
  const points = scores.find((score) => score.code === unit)?.criteria[position]?.points;
  return points === undefined ? undefined : printPoints(points, scorecard.rounding.leaf.decimals);
}
