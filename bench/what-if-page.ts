import { readJson } from '../src/domain/kernel/json.ts';
import { readCalendar } from '../src/domain/kernel/time/calendar-file.ts';
import { workingCalendar } from '../src/domain/kernel/time/working-calendar.ts';
import { readFigures } from '../src/domain/par-index/figures/read-figures.ts';
import { readScorecard } from '../src/domain/par-index/scorecard/read-scorecard.ts';
import { references } from '../src/domain/par-index/scoring/reference.ts';
import { scoreUnit } from '../src/domain/par-index/scoring/score.ts';

/** What runs in the browser: the domain's own code, bundled. */

export type Task = {
  readonly scorecardText: string;
  readonly figuresText: string;
  readonly calendarText: string;
  readonly times: number;
};

/** Milliseconds of each what-if: of the scoring alone, and with reading the unit's changed figures before it. */
export type Samples = { readonly score: number[]; readonly readAndScore: number[] };

declare global {
  var whatIf: (task: Task) => Samples;
}

/**
 * A unit's figures change again and again; the block's references stay fixed. Each what-if asks about another unit,
 * so that none profits from the one before.
 */
globalThis.whatIf = ({ scorecardText, figuresText, calendarText, times }) => {
  const calendar = workingCalendar(readCalendar(readJson(calendarText).value));
  const scorecard = readScorecard(readJson(scorecardText).value);
  const units = readFigures(readJson(figuresText).value, scorecard, calendar);
  const fixed = references(scorecard, units);
  const { units: written }: { units: readonly object[] } = JSON.parse(figuresText);
  const changes = written.map((unit) => JSON.stringify({ format: 'minhchung/figures@1', units: [unit] }));

  const samples: Samples = { score: [], readAndScore: [] };
  for (let i = 0; i < times; i += 1) {
    const started = performance.now();
    const [unit] = readFigures(readJson(changes[i % changes.length] ?? '').value, scorecard, calendar);
    const read = performance.now();
    if (unit === undefined || scoreUnit(scorecard, unit, fixed).index === null) throw new Error('no index');
    const scored = performance.now();
    samples.score.push(scored - read);
    samples.readAndScore.push(scored - started);
  }
  return samples;
};
