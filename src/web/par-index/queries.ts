import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { UnitId } from '../../domain/kernel/id.ts';
import type { RankingTable } from '../../domain/par-index/campaign/result.ts';
import type { IndexKind, ScorecardId } from '../../domain/par-index/campaign/scorecard-record.ts';
import { api, client } from '../api/client.ts';

export const scorecardsListed = api.scorecards.list.queryOptions({ input: {} });

export function scorecardWhole(scorecardId: ScorecardId) {
  return api.scorecards.get.queryOptions({ input: { scorecardId } });
}

/**
 * The whole table, whose pages are asked for one after the other: people sort and filter all of it. The first page is shown
 * while the others come.
 */
export function rankingOf(scorecardId: ScorecardId, period: string) {
  const queryKey = api.results.ranking.key({ input: { scorecardId, period } });
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client: queries }) => {
      const show = (page: RankingTable) => showFirst(queries, queryKey, page);
      return loadRanking({ scorecardId, period, signal, show });
    },
  });
}

/** Units change places between two pages while figures are entered; a table that missed one is asked for again. */
const MOST_TRIES = 3;

const MOST_ROWS = 500;

type Loading = {
  readonly scorecardId: ScorecardId;
  readonly period: string;
  readonly signal: AbortSignal;
  readonly show: (page: RankingTable) => void;
};

async function loadRanking(loading: Loading, tries = 1): Promise<RankingTable> {
  const { scorecardId, period, signal, show } = loading;
  const ask = (after?: UnitId) =>
    client.results.ranking({ scorecardId, period, ...(after && { after, limit: MOST_ROWS }) }, { signal });
  let page = await ask();
  if (page.next !== null) show(page);
  const rows = [...page.rows];
  while (page.next !== null) {
    page = await ask(page.next);
    rows.push(...page.rows);
  }
  const met = new Map(rows.map((row) => [row.unitId, row]));
  if (met.size !== page.shown && tries < MOST_TRIES) return loadRanking(loading, tries + 1);
  return { ...page, rows: [...met.values()] };
}

/** A table that is shown already stays as it is until the whole new one is there. */
function showFirst(queries: QueryClient, queryKey: readonly unknown[], page: RankingTable): void {
  if (queries.getQueryData(queryKey) === undefined) queries.setQueryData(queryKey, page);
}

export function flowOf(indexKind: IndexKind) {
  return api.results.flow.queryOptions({ input: { indexKind } });
}
