import type { Actor } from '../src/domain/kernel/actor.ts';
import { unitId } from '../tests/unit-examples.ts';
import { machine } from './machine.ts';
import { openStored, type StoredIndex } from './stored-index.ts';
import { milliseconds, type Times, timesOf } from './times.ts';

/**
 * The index in PostgreSQL: a file of figures taken, the whole block recomputed and stored, one figure saved, and over HTTP
 * the ranking as the reform office and as a clerk of one commune read it. Beside each stands a plain baseline of the same
 * run: `select 1` for what reads, the bare insert of the same bytes for what writes.
 */

const BLOCKS = [
  { units: 200, leaves: 60, runs: 40 },
  { units: 3321, leaves: 150, runs: 20 },
];

console.log(machine());
for (const { units, leaves, runs } of BLOCKS) {
  console.log(`\n${units} units × ${leaves} criteria`);
  const index = await openStored(units, leaves);
  try {
    await measure(index, runs);
  } finally {
    await index.close();
  }
}

async function measure(index: StoredIndex, runs: number): Promise<void> {
  const figures = await timesOf(1, index.importFigures);
  const bare = await timesOf(1, index.insertBareFigures);
  print('file of figures taken', figures, 'its cells inserted bare', bare);
  const one = await timesOf(runs * 5, index.selectOne);
  const insert = await timesOf(runs, index.insertBareCell);
  print(
    'whole block recomputed and stored',
    await timesOf(3, index.recompute),
    'its cells inserted bare',
    bare,
  );
  await index.settle();
  print('one figure saved', await timesOf(runs, index.saveOne), 'the same cell inserted bare', insert);
  const { office, clerk } = index.actors;
  for (const [who, actor] of [
    ['reform office', office],
    ['commune clerk', clerk],
  ] as [string, Actor][]) {
    const read = await timesOf(runs * 3, () => index.get(actor, 'ranking'));
    print(`ranking page, ${who}`, read, 'select 1', one);
  }
  const unit = await timesOf(runs, () => index.get(office, `units/${unitId(2)}`));
  print('result of one unit, reform office', unit, 'select 1', one);
}

function print(what: string, times: Times, baseline: string, base: Times): void {
  const ratio = times.p50 / base.p50;
  console.log(
    `  ${what}: p50 ${milliseconds(times.p50)}, p95 ${milliseconds(times.p95)}; others waited at most ${milliseconds(times.held)}`,
  );
  console.log(`    ${ratio.toFixed(ratio < 10 ? 1 : 0)} times ${baseline} (${milliseconds(base.p50)})`);
}
