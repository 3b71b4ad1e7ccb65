import type { Language } from '../../text/language.ts';
import { api } from '../api/client.ts';

/** The first page of people whose name or e-mail has what was typed. */
export function peopleFound(search: string) {
  return api.people.list.queryOptions({ input: { search, limit: 20 }, staleTime: 30_000 });
}

export function peopleListed(search: string, unitId: string | undefined, left: boolean) {
  return api.people.list.infiniteOptions({
    input: (cursor: string | undefined) => ({
      left,
      limit: 100,
      ...(search !== '' && { search }),
      ...(unitId !== undefined && { unitId }),
      ...(cursor !== undefined && { cursor }),
    }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The same people as a workbook. */
export function exportAddress(
  search: string,
  unitId: string | undefined,
  left: boolean,
  language: Language,
): string {
  const asked = {
    left: String(left),
    language,
    ...(search !== '' && { search }),
    ...(unitId !== undefined && { unitId }),
  };
  return `/api/people.xlsx?${new URLSearchParams(asked)}`;
}

export function personWhole(personId: string) {
  return api.people.get.queryOptions({ input: { personId } });
}

export const sessions = api.session.list.queryOptions();
