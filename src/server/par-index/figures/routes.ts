import { figures } from '../../../domain/par-index/contract.ts';
import { bind, type Call, command, query } from '../../http/operation.ts';
import type { Change } from '../../organization/change.ts';
import { openPeriod } from '../campaigns/open.ts';
import { loadBlock } from '../results/compute.ts';
import { importFigures } from './import.ts';
import { getCampaign, readSheet } from './read.ts';
import { describeUnit, enterFigures } from './service.ts';

const os = bind(figures);

export const figureRoutes = os.router({
  list: os.list.handler((call) => query(call, (trx, actor) => readSheet({ trx, actor }, call.input))),
  open: os.open.handler((call) => changing(call, (change) => openPeriod(change, call.input))),
  describe: os.describe.handler((call) => changing(call, (change) => describeUnit(change, call.input))),
  save: os.save.handler((call) => changing(call, (change) => enterFigures(change, call.input))),
  import: os.import.handler((call) => changing(call, (change) => importFigures(change, call.input))),
  export: os.export.handler((call) =>
    query(call, async (trx, actor) => {
      await getCampaign({ trx, actor }, call.input);
      return { document: (await loadBlock({ trx, actor }, call.input)).document };
    }),
  ),
});

function changing<T>(call: Call, run: (change: Change) => Promise<T>): Promise<T> {
  return command(call, (trx, actor) => run({ trx, actor, now: call.context.now }));
}
