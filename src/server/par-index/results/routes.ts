import { results } from '../../../domain/par-index/contract.ts';
import { bind, command, query } from '../../http/operation.ts';
import { explainResult } from './explain.ts';
import { publish, verifyPublished } from './publish.ts';
import { readFlow, readRanking, readTrend, readUnitResult } from './read.ts';

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
  publish: os.publish.handler((call) =>
    command(call, (trx, actor) => publish({ trx, actor, now: call.context.now }, call.input)),
  ),
  verify: os.verify.handler((call) =>
    query(call, (trx, actor) => verifyPublished({ trx, actor }, call.input)),
  ),
});
