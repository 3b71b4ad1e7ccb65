import { printPoints, printShortPoints } from '../domain/kernel/number/points.ts';
import type { UnitFigures } from '../domain/par-index/figures/figures.ts';
import type { Scorecard } from '../domain/par-index/scorecard/scorecard.ts';
import type { RankedScore } from '../domain/par-index/scoring/scores.ts';
import { scoreText as en } from '../text/en/score.ts';
import type { Language } from '../text/language.ts';
import { printNumber } from '../text/numbers.ts';
import { scoreText as vi } from '../text/vi/score.ts';
import { type Column, printTable } from './table.ts';

/** The ranking table, best first, units without a rank below; as a leader would print it. */
export function printRanking(
  scorecard: Scorecard,
  units: readonly UnitFigures[],
  scores: readonly RankedScore[],
  language: Language,
): string[] {
  const text = { vi, en }[language];
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const right = (title: string): Column => ({ title, align: 'right' });
  const left = (title: string): Column => ({ title, align: 'left' });
  const columns = [
    right(text.rank),
    left(text.unit),
    right(text.points),
    right(text.applicable),
    right(text.index),
    left(text.band),
    right(text.missing),
  ];
  const rows = [...scores]
    .sort(byRank)
    .map((score) => [
      score.rank === null ? '–' : String(score.rank),
      names.get(score.code) ?? score.code,
      printNumber(printPoints(score.points, scorecard.rounding.leaf.decimals), language),
      printNumber(printShortPoints(score.applicable), language),
      printIndex(scorecard, score, language),
      score.band ?? '–',
      score.missing.length === 0 ? '' : String(score.missing.length),
    ]);
  return [scorecard.name, '', ...printTable(columns, rows)];
}

function byRank(a: RankedScore, b: RankedScore): number {
  return (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || 0;
}

/** The index in percent; a dash where nothing applies. */
export function printIndex(scorecard: Scorecard, score: RankedScore, language: Language): string {
  if (score.index === null) return '–';
  return `${printNumber(printPoints(score.index, scorecard.rounding.index.decimals), language)} %`;
}
