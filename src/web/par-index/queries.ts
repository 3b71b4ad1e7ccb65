import type { IndexKind, ScorecardId } from '../../domain/par-index/campaign/scorecard-record.ts';
import { api } from '../api/client.ts';

export const scorecardsListed = api.scorecards.list.queryOptions({ input: {} });

export function scorecardWhole(scorecardId: ScorecardId) {
  return api.scorecards.get.queryOptions({ input: { scorecardId } });
}

export function rankingOf(scorecardId: ScorecardId, period: string) {
  return api.results.ranking.queryOptions({ input: { scorecardId, period } });
}

export function flowOf(indexKind: IndexKind) {
  return api.results.flow.queryOptions({ input: { indexKind } });
}
