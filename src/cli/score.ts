import { printScores } from '../domain/par-index/scoring/print-scores.ts';
import { score } from '../domain/par-index/scoring/score.ts';
import { readFigures } from '../domain/par-index/figures/read-figures.ts';
import { readScorecard } from '../domain/par-index/scorecard/read-scorecard.ts';
import { loadCalendar } from './calendar.ts';
import { type Command, parse, readDocument, UsageError } from './command.ts';

/** `minhchung score SCORECARD.json FIGURES.json [--json] [--unit CODE]` */
export const command: Command = async (args, language) => {
  const { values, positionals } = parse(args, { json: { type: 'boolean' }, unit: { type: 'string' } });
  const [scorecardFile, figuresFile, ...rest] = positionals;
  if (scorecardFile === undefined || figuresFile === undefined || rest.length > 0) {
    throw new UsageError('minhchung score SCORECARD.json FIGURES.json [--json] [--unit CODE] [--lang en]');
  }
  const scorecardDocument = readDocument(scorecardFile);
  const scorecard = readScorecard(scorecardDocument.value, scorecardDocument.faults);
  const figuresDocument = readDocument(figuresFile);
  const units = readFigures(figuresDocument.value, scorecard, loadCalendar(), figuresDocument.faults);
  const scores = score(scorecard, units);
  process.stdout.write(`${printScores(scorecard, scores)}\n`);
  void values;
  void language;
  return 0;
};
