import { z } from 'zod';

const KeptWork = z.object({
  /** As it stands, right or wrong. */
  document: z.string(),
  /** What it was begun on, and the revision of that. */
  base: z.string(),
  revision: z.int(),
});
export type KeptWork = z.infer<typeof KeptWork>;

/** Where unsaved work of one person on one scorecard lies: it outlives a reload, and ends with the tab. */
export function workKey(personId: string, scorecardId: string): string {
  return `minhchung.draft.${personId}.${scorecardId}`;
}

export function keptWork(key: string): KeptWork | undefined {
  try {
    return KeptWork.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null')).data;
  } catch {
    return undefined;
  }
}

/** A browser that has no room keeps nothing; the question on leaving remains. */
export function keepWork(key: string, work: KeptWork | undefined): void {
  try {
    if (work === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(work));
  } catch {
    sessionStorage.removeItem(key);
  }
}
