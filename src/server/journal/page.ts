import { Temporal } from 'temporal-polyfill';
import type { JournalFilter } from '../../domain/journal/contract.ts';
import type { JournalEntry } from '../../domain/journal/entry.ts';
import type { Actor } from '../../domain/kernel/actor.ts';
import { type ActorTransaction, asProduct } from '../db/actor.ts';
import { findNames, findUnitNames } from '../organization/names.ts';
import { findEntries } from './queries.ts';

export type JournalPage = {
  readonly entries: JournalEntry[];
  readonly next: number | null;
  readonly names: Record<string, string>;
};

/** Entries from the newest back. Whoever sees that something was done sees who did it and where, by name. */
export async function readPage(
  trx: ActorTransaction,
  actor: Actor,
  { from, to, ...rest }: JournalFilter & { readonly before?: number | undefined; readonly limit: number },
): Promise<JournalPage> {
  const filter = { ...rest, from: startOf(from), until: endOf(to) };
  const entries = await findEntries(trx, actor.tenantId, filter);
  const next = entries.length < rest.limit ? null : (entries.at(-1)?.entryNo ?? null);
  return { entries, next, names: await asProduct(trx, actor, () => namesOf(trx, actor, entries)) };
}

async function namesOf(
  trx: ActorTransaction,
  { tenantId }: Actor,
  entries: readonly JournalEntry[],
): Promise<Record<string, string>> {
  const people = entries.flatMap(({ personId, onBehalfOf }) => [personId, onBehalfOf]);
  const units = entries.map(({ unitPath }) => unitPath);
  return Object.fromEntries([
    ...(await findNames(trx, tenantId, people)),
    ...(await findUnitNames(trx, tenantId, units)),
  ]);
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
