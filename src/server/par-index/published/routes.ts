import { publishedTables } from '../../../domain/par-index/contract.ts';
import { bind, command, query } from '../../http/operation.ts';
import { checkTable, getTable, importTable, listTableLines } from './service.ts';

const os = bind(publishedTables);

export const publishedTableRoutes = os.router({
  list: os.list.handler((call) =>
    query(call, async (trx, actor) => ({ tables: await listTableLines(trx, actor) })),
  ),
  get: os.get.handler((call) => query(call, (trx, actor) => getTable(trx, actor, call.input.tableId))),
  import: os.import.handler((call) =>
    command(call, (trx, actor) => importTable({ trx, actor, now: call.context.now }, call.input)),
  ),
  check: os.check.handler((call) => query(call, (trx, actor) => checkTable(trx, actor, call.input.tableId))),
});
