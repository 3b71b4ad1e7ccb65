import * as z from 'zod';
import { UnitId } from '../../kernel/id.ts';
import { Decision } from '../../organization/unit.ts';
import { Period } from './period.ts';
import { SCORECARD_ACTIONS } from './policy.ts';

export const ScorecardId = z.uuid({ error: 'id' }).toLowerCase().brand('ScorecardId');
export type ScorecardId = z.infer<typeof ScorecardId>;

/** Chỉ số CCHC, mức độ hài lòng (SIPAS), QĐ 766, quản trị và hành chính công: kept apart, shown side by side. */
export const IndexKind = z.enum(['cchc', 'sipas', 'qd766', 'quan_tri']);
export type IndexKind = z.infer<typeof IndexKind>;

/** One đợt đánh giá of a scorecard; `units` says how many are judged in it. */
export const CampaignLine = z.object({
  period: Period,
  published: z.boolean(),
  publishedAt: z.string().nullable(),
  units: z.int(),
});
export type CampaignLine = z.infer<typeof CampaignLine>;

/** A scorecard as it is kept: what stands in its document is repeated here only to be listed. */
export const ScorecardLine = z.object({
  scorecardId: ScorecardId,
  indexKind: IndexKind,
  code: z.string(),
  year: z.int(),
  name: z.string(),
  status: z.enum(['draft', 'issued']),
  /** Counts the scorecards of one code; a copy is the next. */
  version: z.int(),
  /** Rises with each save; a save names the one it was made on. */
  revision: z.int(),
  copiedFrom: ScorecardId.nullable(),
  /** The unit that keeps it. */
  ownerUnitId: UnitId,
  ownerUnitName: z.string(),
  createdAt: z.string(),
  issuedAt: z.string().nullable(),
  issuedByName: z.string().nullable(),
  /** The paper by which it was issued; null for a draft. */
  decision: Decision.nullable(),
  campaigns: z.array(CampaignLine),
  allowed: z.array(z.enum(SCORECARD_ACTIONS)),
});
export type ScorecardLine = z.infer<typeof ScorecardLine>;
