import type {
  IndexKind,
  ScorecardId,
  ScorecardLine,
} from '../../domain/par-index/campaign/scorecard-record.ts';

/** One period of one scorecard. */
export type Campaign = { readonly scorecardId: ScorecardId; readonly period: string };

/** Periods of a scorecard, the latest first. */
export function periodsOf({ campaigns }: Pick<ScorecardLine, 'campaigns'>): string[] {
  return campaigns
    .map(({ period }) => period)
    .sort()
    .reverse();
}

/**
 * The period that was asked for, where it exists; else the latest of the scorecard that was asked for; else that of the
 * first scorecard that has any, the reform index before the others.
 */
export function chosenCampaign(
  scorecards: readonly ScorecardLine[],
  scorecardId: string | undefined,
  period: string | undefined,
): Campaign | undefined {
  const opened = scorecards.filter(({ campaigns }) => campaigns.length > 0);
  const asked = opened.find((one) => one.scorecardId === scorecardId);
  const scorecard = asked ?? opened.find(({ indexKind }) => indexKind === 'cchc') ?? opened[0];
  if (scorecard === undefined) return undefined;
  const periods = periodsOf(scorecard);
  const latest = periods.find((one) => one === period) ?? periods[0];
  return latest === undefined ? undefined : { scorecardId: scorecard.scorecardId, period: latest };
}

/** The latest period whose results are everybody's, of the same index where it has one. */
export function lastPublished(scorecards: readonly ScorecardLine[], like: IndexKind): Campaign | undefined {
  const [latest] = scorecards
    .flatMap(({ scorecardId, indexKind, campaigns }) =>
      campaigns
        .filter(({ published }) => published)
        .map(({ period }) => ({ scorecardId, indexKind, period })),
    )
    .sort(
      (a, b) =>
        Number(b.indexKind === like) - Number(a.indexKind === like) ||
        (a.period < b.period ? 1 : a.period > b.period ? -1 : 0),
    );
  return latest && { scorecardId: latest.scorecardId, period: latest.period };
}

/** Whether the results of the campaign are everybody's and stand for good. */
export function isPublished(
  scorecards: readonly ScorecardLine[],
  { scorecardId, period }: Campaign,
): boolean {
  const scorecard = scorecards.find((one) => one.scorecardId === scorecardId);
  return scorecard?.campaigns.some((one) => one.period === period && one.published) ?? false;
}
