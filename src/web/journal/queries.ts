import { api } from '../api/client.ts';

export type JournalFilter = { readonly from: string; readonly to: string; readonly subjectId: string };

/** Entries from the newest back, a hundred at a time. */
export function journalListed({ from, to, subjectId }: JournalFilter) {
  return api.journal.list.infiniteOptions({
    input: (before: number | undefined) => ({
      limit: 100,
      ...(from !== '' && { from }),
      ...(to !== '' && { to }),
      ...(subjectId !== '' && { subjectId }),
      ...(before !== undefined && { before }),
    }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export const sealsListed = api.journal.seals.queryOptions({ input: { limit: 20 } });
