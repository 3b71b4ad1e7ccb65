import { printPoints, printShortPoints } from '../domain/kernel/number/points.ts';
import type { UnitFigures } from '../domain/par-index/figures/figures.ts';
import { type Criterion, isBonus, type Scorecard } from '../domain/par-index/scorecard/scorecard.ts';
import { explain } from '../domain/par-index/scoring/explain.ts';
import type { RankedScore } from '../domain/par-index/scoring/scores.ts';
import { explanationLines as explainEn } from '../text/en/explanation.ts';
import { scoreText as en } from '../text/en/score.ts';
import type { Language } from '../text/language.ts';
import { printNumber } from '../text/numbers.ts';
import { explanationLines as explainVi } from '../text/vi/explanation.ts';
import { scoreText as vi } from '../text/vi/score.ts';
import { printIndex } from './print-ranking.ts';

type Sheet = {
  readonly scorecard: Scorecard;
  readonly unit: UnitFigures;
  readonly score: RankedScore;
  readonly language: Language;
};

/** One unit's tree: each criterion with its points, each leaf with the reason for them. */
export function printUnit(sheet: Sheet, ranked: number): string[] {
  return [...head(sheet, ranked), '', ...sheet.scorecard.criteria.flatMap((root) => lines(sheet, root, 0))];
}

function head({ scorecard, unit, score, language }: Sheet, ranked: number): string[] {
  const text = { vi, en }[language];
  const points = printNumber(printPoints(score.points, scorecard.rounding.leaf.decimals), language);
  const applicable = printNumber(printShortPoints(score.applicable), language);
  const rank = score.rank === null ? text.unranked : text.rankLine(score.rank, ranked);
  const band = score.band === null ? [] : [text.bandLine(score.band)];
  const index = score.index === null ? text.noIndex : printIndex(scorecard, score, language);
  const bonus = printNumber(printPoints(score.bonus, scorecard.rounding.leaf.decimals), language);
  return [
    `${unit.name} – ${scorecard.name}`,
    [text.unitLine(points, applicable, index), rank, ...band].join('; '),
    ...(scorecard.bonus === undefined ? [] : [text.bonusLine(bonus)]),
  ];
}

function lines(sheet: Sheet, criterion: Criterion, depth: number): string[] {
  const { scorecard, unit, score, language } = sheet;
  const indent = '  '.repeat(depth);
  const own = `${indent}${criterion.code}  ${criterion.name}: ${standing(sheet, criterion)}`;
  if (criterion.type === 'group') {
    return [own, ...criterion.children.flatMap((child) => lines(sheet, child, depth + 1))];
  }
  const explanation = explain(scorecard, unit, score, criterion);
  const sentences = { vi: explainVi, en: explainEn }[language](explanation);
  return [own, ...sentences.map((sentence) => `${indent}      ${sentence}`)];
}

function standing({ scorecard, score, language }: Sheet, criterion: Criterion): string {
  const text = { vi, en }[language];
  const own = score.criteria[criterion.position];
  if (own === undefined || own.state === 'excluded') return text.excluded;
  const points = printNumber(printPoints(own.points, scorecard.rounding.leaf.decimals), language);
  const outOf = printNumber(printShortPoints(isBonus(criterion) ? criterion.max : own.applicable), language);
  return own.state === 'missing' ? `${points}/${outOf} (${text.missingLeaf})` : `${points}/${outOf}`;
}
