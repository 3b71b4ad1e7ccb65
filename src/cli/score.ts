import { readFigures } from '../domain/par-index/figures/read-figures.ts';
import { readScorecard } from '../domain/par-index/scorecard/read-scorecard.ts';
import { printScores } from '../domain/par-index/scoring/print-scores.ts';
import { score } from '../domain/par-index/scoring/score.ts';
import { scoreText as en } from '../text/en/score.ts';
import { scoreText as vi } from '../text/vi/score.ts';
import { loadCalendar } from './calendar.ts';
import { type Command, parse, print, readDocument, UsageError } from './command.ts';
import { printRanking } from './print-ranking.ts';
import { printUnit } from './print-unit.ts';

/** `minhchung score SCORECARD.json FIGURES.json [--json] [--unit CODE]` */
export const command: Command = async (args, language) => {
  const { values, positionals } = parse(args, { json: { type: 'boolean' }, unit: { type: 'string' } });
  const [scorecardFile, figuresFile, ...rest] = positionals;
  if (scorecardFile === undefined || figuresFile === undefined || rest.length > 0) {
    throw new UsageError({ vi, en }[language].usage);
  }
  const scorecardDocument = readDocument(scorecardFile);
  const scorecard = readScorecard(scorecardDocument.value, scorecardDocument.faults);
  const figuresDocument = readDocument(figuresFile);
  const units = readFigures(figuresDocument.value, scorecard, loadCalendar(), figuresDocument.faults);
  const scores = score(scorecard, units);
  if (values.json) return print([printScores(scorecard, scores)]);
  if (values.unit === undefined) return print(printRanking(scorecard, units, scores, language));
  const position = units.findIndex(({ code }) => code === values.unit);
  const [unit, unitScore] = [units[position], scores[position]];
  if (unit === undefined || unitScore === undefined) {
    throw new UsageError({ vi, en }[language].unknownUnit(values.unit));
  }
  const ranked = scores.filter(({ rank }) => rank !== null).length;
  return print(printUnit({ scorecard, unit, score: unitScore, language }, ranked));
};
