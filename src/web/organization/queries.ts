import { api } from '../api/client.ts';

/** The tree of a day; an empty day is today. */
export function unitTree(day: string) {
  return api.units.tree.queryOptions({ input: day === '' ? {} : { day }, staleTime: 30_000 });
}

export function unitOn(unitId: string, day: string) {
  return api.units.get.queryOptions({ input: { unitId, ...(day !== '' && { day }) } });
}

export function unitHistory(unitId: string) {
  return api.units.history.queryOptions({ input: { unitId } });
}

export const unitKinds = api.units.kinds.queryOptions({ staleTime: 3_600_000 });
