import { loadCalendar } from '../src/cli/calendar.ts';
import { AppError } from '../src/domain/kernel/app-error.ts';
import { printPath } from '../src/domain/kernel/fault.ts';
import { type Json, readJson } from '../src/domain/kernel/json.ts';
import { printPoints } from '../src/domain/kernel/number/points.ts';
import { readFigures } from '../src/domain/par-index/figures/read-figures.ts';
import { readScorecard } from '../src/domain/par-index/scorecard/read-scorecard.ts';
import type { Scorecard } from '../src/domain/par-index/scorecard/scorecard.ts';
import { score } from '../src/domain/par-index/scoring/score.ts';
import type { RankedScore } from '../src/domain/par-index/scoring/scores.ts';

/** A part of a document under test. */
export type Written = { readonly [key: string]: unknown };

export const calendar = loadCalendar();

/** A document as it would come from a file. */
export function written(document: unknown): Json {
  const { value, faults } = readJson(JSON.stringify(document));
  if (faults.length > 0) throw new AppError('invalid_input', faults);
  return value;
}

/** A leaf with code, name and maximum; the rest as given. */
export function leaf(code: string, max: string, rule: Written, more: Written = {}): Written {
  return { code, name: `Tiêu chí ${code}`, max, rule, ...more };
}

export function group(code: string, max: string, children: readonly Written[], more: Written = {}): Written {
  return { code, name: `Lĩnh vực ${code}`, max, children, ...more };
}

/** Points handed in by hand: the simplest rule, for tests of everything around rules. */
export const GIVEN = { kind: 'given', by: 'unit' };

const TWO_DECIMALS = { decimals: 2, mode: 'half_up' };

export function scorecardOf(criteria: readonly Written[], more: Written = {}): Written {
  const total = criteria.reduce((all, { max, part }) => all + (part === 'bonus' ? 0 : Number(max) * 1000), 0);
  return {
    format: 'minhchung/scorecard@1',
    code: 'thu',
    name: 'Bộ chỉ số thử',
    year: 2026,
    total: String(total / 1000),
    rounding: { leaf: TWO_DECIMALS, index: TWO_DECIMALS },
    criteria,
    ...more,
  };
}

export function unitOf(code: string, inputs: Written, more: Written = {}): Written {
  return { code, kind: 'xa', inputs, ...more };
}

export function figuresOf(units: readonly Written[]): Written {
  return { format: 'minhchung/figures@1', units };
}

export function scoreAll(
  criteria: readonly Written[],
  units: readonly Written[],
  more: Written = {},
): { scorecard: Scorecard; scores: RankedScore[] } {
  const scorecard = readScorecard(written(scorecardOf(criteria, more)));
  const scores = score(scorecard, readFigures(written(figuresOf(units)), scorecard, calendar));
  return { scorecard, scores };
}

/** Points of one leaf for one input, printed with three decimals; "thiếu" when it is missing, "–" when it is out. */
export function pointsOf(rule: Written, max: string, input: unknown, more: Written = {}): string {
  const other = leaf('khac', '1', GIVEN);
  const { scores } = scoreAll([leaf('1', max, rule, more), other], [unitOf('a', { 1: input })], {
    rounding: { leaf: { decimals: 3, mode: 'half_up' }, index: TWO_DECIMALS },
    bonus: { min: '-100', max: '100' },
  });
  const own = scores[0]?.criteria[0];
  if (own === undefined || own.state === 'missing') return 'thiếu';
  return own.state === 'scored' ? printPoints(own.points, 3) : '–';
}

/** `path: code` of every fault with which the work is refused. */
export function refusals(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.faults.map(({ path, code }) => `${printPath(path)}: ${code}`);
    throw error;
  }
  return [];
}

/** Total points of each unit, as printed. */
export function printedPoints(
  criteria: readonly Written[],
  units: readonly Written[],
  more: Written = {},
): string[] {
  const { scorecard, scores } = scoreAll(criteria, units, more);
  return scores.map(({ points }) => printPoints(points, scorecard.rounding.leaf.decimals));
}
