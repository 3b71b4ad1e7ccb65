import { Temporal } from 'temporal-polyfill';
import { journalContract } from '../../domain/journal/contract.ts';
import { withTenant } from '../db/actor.ts';
import { bind, query } from '../http/operation.ts';
import { findEntries, findSeals } from './queries.ts';
import { sealJournal, toJournalSeal, verifyJournal } from './service.ts';

const os = bind(journalContract);

/** `sealsFolder` holds the seals outside the database. */
export function journalRoutes(sealsFolder: string) {
  return os.router({
    list: os.list.handler((call) =>
      query(call, async (trx, { tenantId }) => {
        const { from, to, ...rest } = call.input;
        const entries = await findEntries(trx, tenantId, { ...rest, from: startOf(from), until: endOf(to) });
        return { entries, next: entries.length < rest.limit ? null : (entries.at(-1)?.entryNo ?? null) };
      }),
    ),
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

/** Days are those of Viet Nam, which keeps +07:00 all year. */
function startOf(day: string | undefined): string | undefined {
  return day === undefined ? undefined : `${day}T00:00:00+07:00`;
}

function endOf(day: string | undefined): string | undefined {
  return day === undefined
    ? undefined
    : Temporal.PlainDate.from(day).add({ days: 1 }).toString().concat('T00:00:00+07:00');
}
