import type { IndexOverview, OverviewCampaign, Standing } from './index-overview.ts';
import { IndexKind } from './scorecard-record.ts';

/** What a unit reached in one index, and in which campaign. */
export type Reached = Standing & { readonly from: OverviewCampaign };

/** A unit with one entry for each index that is shown, in their order; undefined where nothing is known. */
export type OverviewRow = {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly reached: readonly (Reached | undefined)[];
};

/** The indices that anybody has a result of, each with the campaign that most units stand in: the heading tells it. */
export function shownIndices({ campaigns, units }: IndexOverview): OverviewCampaign[] {
  const counts = campaigns.map(() => 0);
  for (const { standings } of units)
    for (const { campaign } of standings) counts[campaign] = (counts[campaign] ?? 0) + 1;
  return IndexKind.options.flatMap((kind) => {
    const own = campaigns.map((campaign, at) => ({ campaign, count: counts[at] ?? 0 }));
    const [most] = own
      .filter(({ campaign }) => campaign.indexKind === kind)
      .sort((a, b) => b.count - a.count || (a.campaign.period < b.campaign.period ? 1 : -1));
    return most === undefined ? [] : [most.campaign];
  });
}

export function rowsOf(
  { campaigns, units }: IndexOverview,
  shown: readonly OverviewCampaign[],
): OverviewRow[] {
  return units.map(({ standings, ...unit }) => ({
    ...unit,
    reached: shown.map(({ indexKind }) => {
      for (const standing of standings) {
        const from = campaigns[standing.campaign];
        if (from?.indexKind === indexKind) return { ...standing, from };
      }
      return undefined;
    }),
  }));
}
