import { loadCalendar } from '../src/cli/calendar.ts';
import { readJson } from '../src/domain/kernel/json.ts';
import { readFigures } from '../src/domain/par-index/figures/read-figures.ts';
import { readScorecard } from '../src/domain/par-index/scorecard/read-scorecard.ts';
import { printScores } from '../src/domain/par-index/scoring/print-scores.ts';
import { score } from '../src/domain/par-index/scoring/score.ts';
import type { RankedScore } from '../src/domain/par-index/scoring/scores.ts';
import { machine } from './machine.ts';
import { loadHyperFormula, type Row, rowsOf, sheetsOf } from './spreadsheet.ts';
import { type Synthetic, synthetic } from './synthetic.ts';

/** Scores whole blocks in memory, beside HyperFormula doing the same sums as a spreadsheet in the same run. */

const BLOCKS = [
  { units: 200, leaves: 60, runs: 5 },
  { units: 3321, leaves: 150, runs: 1 },
];

type Times = Readonly<Record<string, number>>;

const calendar = loadCalendar();
const HyperFormula = await loadHyperFormula();

console.log(machine());
for (const { units, leaves, runs } of BLOCKS) {
  console.log(`\n${units} units × ${leaves} criteria, ${runs === 1 ? 'one run' : `median of ${runs}`}`);
  const block = synthetic(units, leaves);
  const own = Array.from({ length: runs }, () => scoreBlock(block));
  const other = Array.from({ length: runs }, () => scoreSheets(block));
  const [mine, theirs] = [printTimes('Minh Chứng', own), printTimes('HyperFormula', other)];
  console.log(`  HyperFormula ÷ Minh Chứng: ${(theirs / mine).toFixed(2)}`);
  console.log(`  ${agreement(own[0]?.scores ?? [], other[0]?.rows ?? [])}`);
}

function scoreBlock({ scorecardText, figuresText }: Synthetic): { times: Times; scores: RankedScore[] } {
  const clock = stopwatch();
  const scorecard = readScorecard(readJson(scorecardText).value);
  const units = readFigures(readJson(figuresText).value, scorecard, calendar);
  clock.lap('read');
  const scores = score(scorecard, units);
  clock.lap('score');
  const printed = printScores(scorecard, scores);
  clock.lap('print');
  if (printed.length === 0) throw new Error('nothing printed');
  return { times: clock.times, scores };
}

function scoreSheets(block: Synthetic): { times: Times; rows: Row[] } {
  const sheets = sheetsOf(block);
  const clock = stopwatch();
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' });
  clock.lap('build and compute');
  const rows = rowsOf(engine, block.kinds.length);
  clock.lap('values');
  engine.destroy();
  return { times: clock.times, rows };
}

function stopwatch(): { readonly times: Record<string, number>; readonly lap: (name: string) => void } {
  const times: Record<string, number> = {};
  let last = performance.now();
  return {
    times,
    lap: (name) => {
      const now = performance.now();
      times[name] = now - last;
      last = now;
    },
  };
}

/** Prints the median of each lap and answers the median of the whole, in milliseconds. */
function printTimes(name: string, runs: readonly { readonly times: Times }[]): number {
  const laps = Object.keys(runs[0]?.times ?? {});
  const parts = laps.map((lap) => `${lap} ${median(runs.map(({ times }) => times[lap] ?? 0)).toFixed(0)}`);
  const whole = median(runs.map(({ times }) => Object.values(times).reduce((all, time) => all + time, 0)));
  console.log(`  ${name.padEnd(13)} ${whole.toFixed(0).padStart(7)} ms = ${parts.join(' + ')}`);
  return whole;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Floats round a tie up or down by chance; everything else has to agree. */
function agreement(scores: readonly RankedScore[], rows: readonly Row[]): string {
  const apart = scores.filter(({ points }, unit) => Math.round((rows[unit]?.points ?? 0) * 1000) !== points);
  const far = scores.filter(({ points }, unit) => Math.abs((rows[unit]?.points ?? 0) * 1000 - points) > 100);
  const ranks = scores.filter(({ rank }, unit) => rows[unit]?.rank !== rank);
  return `units whose points differ: ${apart.length} of ${scores.length} (by more than 0.1 points: ${far.length}); ranks: ${ranks.length}`;
}
