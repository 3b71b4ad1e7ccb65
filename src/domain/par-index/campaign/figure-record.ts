import * as z from 'zod';
import { UnitId } from '../../kernel/id.ts';
import { RowFault } from '../../organization/tree/import.ts';
import { Period } from './period.ts';
import { ResultTotals } from './result.ts';
import { ScorecardId } from './scorecard-record.ts';

/** A unit judged in a period, as it was on the last day of the period. */
export const JudgedUnit = z.object({
  unitId: UnitId,
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  tags: z.array(z.string()),
  flags: z.array(z.string()),
  ranked: z.boolean(),
  revision: z.int(),
  /** Whether the actor may enter figures here now. */
  editable: z.boolean(),
  /** Whether the actor may write its tags, flags and whether it takes a place now. */
  describable: z.boolean(),
});
export type JudgedUnit = z.infer<typeof JudgedUnit>;

/** The figure of one unit for one leaf. `input` is JSON text as `minhchung/figures@1` writes an input, every digit kept. */
export const FigureCell = z.object({
  unitId: UnitId,
  code: z.string(),
  input: z.string(),
  revision: z.int(),
  enteredByName: z.string().nullable(),
  enteredAt: z.string(),
});
export type FigureCell = z.infer<typeof FigureCell>;

/** Some of the units, in the order of their codes, with their figures. */
export const FigureSheet = z.object({
  scorecardId: ScorecardId,
  period: Period,
  published: z.boolean(),
  units: z.array(JudgedUnit),
  cells: z.array(FigureCell),
  /** Units that the actor reads here, over all pages. */
  shown: z.int(),
  /** The unit after which the next page begins; null on the last. */
  next: UnitId.nullable(),
});
export type FigureSheet = z.infer<typeof FigureSheet>;

const ofCampaign = { scorecardId: ScorecardId, period: Period };

/** `input: null` takes the figure away. `revision` is that of the cell on which the change was made, 0 for an empty one. */
export const SaveFigures = z.strictObject({
  ...ofCampaign,
  cells: z
    .array(
      z.strictObject({
        unitId: UnitId,
        code: z.string().min(1).max(100),
        input: z.string().max(20_000).nullable(),
        revision: z.int().min(0),
      }),
    )
    .min(1)
    .max(20_000),
  reason: z.string().trim().max(500, { error: 'reason' }).optional(),
});
export type SaveFigures = z.infer<typeof SaveFigures>;

/** Revisions after the save, and what the touched units now have. A cell that was taken away has revision 0. */
export const FiguresSaved = z.object({
  cells: z.array(z.object({ unitId: UnitId, code: z.string(), revision: z.int() })),
  totals: z.array(ResultTotals),
});
export type FiguresSaved = z.infer<typeof FiguresSaved>;

/** Which units a period judges; without `unitIds`, every unit of the scorecard's block below the unit that keeps it. */
export const OpenPeriod = z.strictObject({
  ...ofCampaign,
  unitIds: z.array(UnitId).max(20_000).optional(),
});
export type OpenPeriod = z.infer<typeof OpenPeriod>;

/** Tags, flags and whether a unit takes a place. */
export const DescribeUnit = z.strictObject({
  ...ofCampaign,
  unitId: UnitId,
  tags: z.array(z.string().min(1).max(100)).max(50),
  flags: z.array(z.string().min(1).max(100)).max(50),
  ranked: z.boolean(),
  revision: z.int().min(0),
});
export type DescribeUnit = z.infer<typeof DescribeUnit>;

/** `document` is a whole `minhchung/figures@1`; units are found by their codes. With `dryRun` nothing is stored. */
export const ImportFigures = z.strictObject({
  ...ofCampaign,
  document: z.string().min(1).max(64_000_000),
  dryRun: z.boolean().default(false),
});
export type ImportFigures = z.infer<typeof ImportFigures>;

/** `done` only when no unit is refused; otherwise nothing is stored. Paths of faults lead into the document. */
export const FiguresImported = z.object({
  done: z.boolean(),
  units: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      unitId: UnitId.nullable(),
      fate: z.enum(['new', 'changed', 'same', 'refused']),
      cells: z.object({ added: z.int(), changed: z.int(), same: z.int() }),
      faults: z.array(RowFault),
    }),
  ),
  /** Faults that belong to no unit. */
  faults: z.array(RowFault),
});
export type FiguresImported = z.infer<typeof FiguresImported>;
