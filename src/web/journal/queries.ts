import type { Language } from '../../text/language.ts';
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

/** The same entries as a workbook. */
export function exportAddress(filter: JournalFilter, language: Language): string {
  const asked = Object.entries(filter).filter(([, value]) => value !== '');
  return `/api/journal.xlsx?${new URLSearchParams([...asked, ['language', language]])}`;
}

/** Seals from the newest back. */
export const sealsListed = api.journal.seals.infiniteOptions({
  input: (before: number | undefined) => ({ limit: 50, ...(before !== undefined && { before }) }),
  initialPageParam: undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});
