import * as z from 'zod';
import { UnitId } from '../../kernel/id.ts';
import { Decision } from '../../organization/unit.ts';
import { Period } from './period.ts';
import { IndexKind, ScorecardId } from './scorecard-record.ts';

/** A campaign that the latest result of at least one unit comes from. */
export const OverviewCampaign = z.object({
  indexKind: IndexKind,
  scorecardId: ScorecardId,
  scorecardName: z.string(),
  period: Period,
  published: z.boolean(),
  /** Units with a place, in the whole block. */
  rankedUnits: z.int(),
  /** Names of the bands, best first. */
  bands: z.array(z.string()),
});
export type OverviewCampaign = z.infer<typeof OverviewCampaign>;

/** What a unit reached; `campaign` is the position in the overview's `campaigns`. */
export const Standing = z.object({
  campaign: z.int(),
  index: z.string().nullable(),
  rank: z.int().nullable(),
  rankChange: z.int().nullable(),
  band: z.string().nullable(),
});
export type Standing = z.infer<typeof Standing>;

/**
 * Several indices side by side, never added up. A unit has at most one standing of each index, its latest; where it has
 * none, nothing is known and nothing is said.
 */
export const IndexOverview = z.object({
  campaigns: z.array(OverviewCampaign),
  units: z.array(
    z.object({
      unitId: UnitId,
      unitName: z.string(),
      unitKind: z.string(),
      standings: z.array(Standing),
    }),
  ),
});
export type IndexOverview = z.infer<typeof IndexOverview>;

/** `hash` is a SHA-256 over scorecard, figures and results as they were frozen. */
export const Seal = z.object({ publishedAt: z.string(), decision: Decision, hash: z.string() });
export type Seal = z.infer<typeof Seal>;
