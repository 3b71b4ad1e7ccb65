import * as z from 'zod';
import { UnitId } from '../kernel/id.ts';
import { operation } from '../kernel/operation.ts';
import { Period } from '../par-index/campaign/period.ts';
import { ScorecardId } from '../par-index/campaign/scorecard-record.ts';

const ofScorecard = { scorecardId: ScorecardId, name: z.string() };
const ofCampaign = { ...ofScorecard, period: Period };

/** Something that waits for the caller, because a permission they hold lets them do it. */
export const WorkItem = z.discriminatedUnion('kind', [
  /** Leaves without a figure, of the units whose figures the caller enters; `unitId` where it is one unit only. */
  z.object({
    kind: z.literal('figures_missing'),
    ...ofCampaign,
    missing: z.int(),
    units: z.int(),
    unitId: UnitId.nullable(),
    unitName: z.string().nullable(),
  }),
  z.object({ kind: z.literal('draft_waiting'), ...ofScorecard }),
  /** Every unit has every figure, and the result is not published. */
  z.object({ kind: z.literal('result_waiting'), ...ofCampaign, units: z.int() }),
  /** People who have a link and no account; `expired` of them need a new one. */
  z.object({ kind: z.literal('invitations_open'), people: z.int(), expired: z.int() }),
  /** Entries of the journal older than an hour that no seal holds. */
  z.object({ kind: z.literal('seals_behind'), entries: z.int() }),
]);
export type WorkItem = z.infer<typeof WorkItem>;

export const work = {
  mine: operation('signed_in')
    .route({ method: 'GET', path: '/my-work', tags: ['work'], summary: 'Việc đang chờ tôi' })
    .output(z.object({ items: z.array(WorkItem) })),
};
