import { results } from '../../../domain/par-index/contract.ts';
import { bind, command, query } from '../../http/operation.ts';
import { dayOf } from '../../organization/today.ts';
import { explainResult } from './explain.ts';
import { readOverview } from './overview.ts';
import { publish, verifyPublished } from './publish.ts';
import { readFlow, readRanking, readTrend, readUnitResult } from './read.ts';
import { readSeal } from './seal.ts';

const os = bind(results);

export const resultRoutes = os.router({
  ranking: os.ranking.handler((call) =>
    query(call, (trx, actor) => readRanking({ trx, actor }, call.input, call.input)),
  ),
  unit: os.unit.handler((call) =>
    query(call, (trx, actor) => readUnitResult({ trx, actor }, call.input, call.input.unitId)),
  ),
  explain: os.explain.handler((call) =>
    query(call, (trx, actor) =>
      explainResult({ trx, actor }, call.input, call.input.unitId, call.input.code),
    ),
  ),
  trend: os.trend.handler((call) =>
    query(call, (trx, actor) => readTrend({ trx, actor }, call.input.unitId, call.input.indexKind)),
  ),
  flow: os.flow.handler((call) =>
    query(call, (trx, actor) => readFlow({ trx, actor }, call.input.indexKind)),
  ),
  overview: os.overview.handler((call) =>
    query(call, (trx, actor) => readOverview({ trx, actor }, dayOf(call.context.now))),
  ),
  publish: os.publish.handler((call) =>
    command(call, (trx, actor) => publish({ trx, actor, now: call.context.now }, call.input)),
  ),
  seal: os.seal.handler((call) => query(call, (trx, actor) => readSeal({ trx, actor }, call.input))),
  verify: os.verify.handler((call) =>
    query(call, (trx, actor) => verifyPublished({ trx, actor }, call.input)),
  ),
});
