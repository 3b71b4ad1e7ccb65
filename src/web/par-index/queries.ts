import { queryOptions } from '@tanstack/react-query';
import type { UnitId } from '../../domain/kernel/id.ts';
import type { RankingTable } from '../../domain/par-index/campaign/result.ts';
import type { IndexKind, ScorecardId } from '../../domain/par-index/campaign/scorecard-record.ts';
import { api, client } from '../api/client.ts';

export const scorecardsListed = api.scorecards.list.queryOptions({ input: {} });

export function scorecardWhole(scorecardId: ScorecardId) {
  return api.scorecards.get.queryOptions({ input: { scorecardId } });
}

/** The whole table, whose pages are asked for one after the other: people sort and filter all of it. */
export function rankingOf(scorecardId: ScorecardId, period: string) {
  return queryOptions({
    queryKey: api.results.ranking.key({ input: { scorecardId, period } }),
    queryFn: ({ signal }) => loadRanking(scorecardId, period, signal),
  });
}

/** Units change places between two pages while figures are entered; a table that missed one is asked for again. */
const MOST_TRIES = 3;

async function loadRanking(
  scorecardId: ScorecardId,
  period: string,
  signal: AbortSignal,
  tries = 1,
): Promise<RankingTable> {
  const ask = (after?: UnitId) =>
    client.results.ranking({ scorecardId, period, ...(after && { after }) }, { signal });
  let page = await ask();
  const rows = [...page.rows];
  while (page.next !== null) {
    page = await ask(page.next);
    rows.push(...page.rows);
  }
  const met = new Map(rows.map((row) => [row.unitId, row]));
  if (met.size !== page.shown && tries < MOST_TRIES)
    return loadRanking(scorecardId, period, signal, tries + 1);
  return { ...page, rows: [...met.values()] };
}

export function flowOf(indexKind: IndexKind) {
  return api.results.flow.queryOptions({ input: { indexKind } });
}
