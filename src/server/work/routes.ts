import { holdsAnywhere } from '../../domain/kernel/actor.ts';
import { work } from '../../domain/work/contract.ts';
import { asProduct } from '../db/actor.ts';
import { bind, query } from '../http/operation.ts';
import { dayOf } from '../organization/today.ts';
import {
  countInvitations,
  countUnsealed,
  listDrafts,
  listMissingFigures,
  listUnpublished,
} from './queries.ts';

const os = bind(work);

export const workRoutes = os.router({
  mine: os.mine.handler((call) =>
    query(call, async (trx, actor) => {
      const now = call.context.now.toString();
      const verifies = holdsAnywhere(actor, 'journal.verify');
      return {
        items: [
          ...(await listMissingFigures(trx)),
          ...(await listUnpublished(trx)),
          ...(await listDrafts(trx)),
          ...(await countInvitations(trx, now, dayOf(call.context.now))),
          ...(verifies ? await asProduct(trx, actor, () => countUnsealed(trx, now)) : []),
        ],
      };
    }),
  ),
});
