import { journalContract } from '../../domain/journal/contract.ts';
import { withTenant } from '../db/actor.ts';
import { bind, query } from '../http/operation.ts';
import { readPage } from './page.ts';
import { findSeals } from './queries.ts';
import { sealJournal, toJournalSeal, verifyJournal } from './service.ts';

const os = bind(journalContract);

/** `sealsFolder` holds the seals outside the database. */
export function journalRoutes(sealsFolder: string) {
  return os.router({
    list: os.list.handler((call) => query(call, (trx, actor) => readPage(trx, actor, call.input))),
    seals: os.seals.handler(({ context: { db, tenant }, input }) =>
      withTenant(db, tenant.tenantId, async (trx) => {
        const seals = await findSeals(trx, tenant.tenantId, input.before, input.limit);
        return {
          seals: seals.map(toJournalSeal),
          next: seals.length < input.limit ? null : (seals.at(-1)?.sealNo ?? null),
        };
      }),
    ),
    seal: os.seal.handler(async ({ context: { db, tenant, now } }) => ({
      seals: await sealJournal(db, tenant.tenantId, now, sealsFolder),
    })),
    verify: os.verify.handler(({ context: { db, tenant }, input }) =>
      verifyJournal(db, tenant.tenantId, sealsFolder, input.hash),
    ),
  });
}
