import { api } from '../api/client.ts';

/** What an entry has to be to be listed; an empty field asks for nothing. */
export type JournalFilter = {
  readonly from: string;
  readonly to: string;
  readonly action: string;
  /** Path of a unit: entries of the unit and of everything below it. */
  readonly under: string;
  readonly personId: string;
  readonly subjectId: string;
};

export const NO_FILTER: JournalFilter = {
  from: '',
  to: '',
  action: '',
  under: '',
  personId: '',
  subjectId: '',
};

/** Entries from the newest back, a hundred at a time. */
export function journalListed(filter: JournalFilter) {
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
  return api.journal.list.infiniteOptions({
    input: (before: number | undefined) => ({
      ...asked,
      limit: 100,
      ...(before !== undefined && { before }),
    }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export const sealsListed = api.journal.seals.queryOptions({ input: { limit: 20 } });
