import * as z from 'zod';
import { UnitId } from '../../kernel/id.ts';
import { Period } from './period.ts';
import { IndexKind, ScorecardId } from './scorecard-record.ts';

/** Printed exactly: `"76.71"`. Screens write the decimal comma. */
const Printed = z.string();

const State = z.enum(['scored', 'missing', 'excluded', 'redistributed']);

/** One criterion of one unit. */
export const CriterionPoints = z.object({ points: Printed, applicable: Printed, state: State });
export type CriterionPoints = z.infer<typeof CriterionPoints>;

/** What a unit reached in a period. `points` and `index` are two numbers: 68.32 points of 84 are 81.33 %. */
export const ResultTotals = z.object({
  unitId: UnitId,
  unitCode: z.string(),
  unitName: z.string(),
  unitKind: z.string(),
  tags: z.array(z.string()),
  flags: z.array(z.string()),
  /** False for a unit that is scored without a place, such as one merged within the year. */
  ranked: z.boolean(),
  points: Printed,
  applicable: Printed,
  /** Percent; null when nothing applies to the unit. */
  index: Printed.nullable(),
  rank: z.int().nullable(),
  /** Places won (positive) or lost since the period before; null without a place in both, or when most units ranked then are not now. */
  rankChange: z.int().nullable(),
  band: z.string().nullable(),
  /** How many leaves have no figure. */
  missing: z.int(),
});
export type ResultTotals = z.infer<typeof ResultTotals>;

/** A root of the tree: lĩnh vực. */
export const ResultField = z.object({ code: z.string(), name: z.string(), max: Printed });
export type ResultField = z.infer<typeof ResultField>;

/** Which results these are. Provisional ones change with every figure; published ones never. */
export const ResultHead = z.object({
  scorecardId: ScorecardId,
  scorecardName: z.string(),
  indexKind: IndexKind,
  year: z.int(),
  period: Period,
  published: z.boolean(),
  publishedAt: z.string().nullable(),
  /** Names of the bands, best first; empty where the scorecard has none. */
  bands: z.array(z.string()),
  flagLabels: z.record(z.string(), z.string()),
  total: Printed,
  /** Units judged, and units with a place, in the whole block. */
  units: z.int(),
  rankedUnits: z.int(),
  /** Whether every unit of the block is shown; false for a commune before publication. */
  whole: z.boolean(),
});
export type ResultHead = z.infer<typeof ResultHead>;

export const RankingRow = ResultTotals.extend({
  /** In the order of `fields`. */
  fields: z.array(CriterionPoints),
});
export type RankingRow = z.infer<typeof RankingRow>;

/** Ranked units first, by place; then those without a place, by name. */
export const RankingTable = ResultHead.extend({
  fields: z.array(ResultField),
  /** Units that the actor sees here, over all pages. */
  shown: z.int(),
  rows: z.array(RankingRow),
  /** The unit after which the next page begins; null on the last. */
  next: UnitId.nullable(),
});
export type RankingTable = z.infer<typeof RankingTable>;

/** A criterion of the unit's tree, in tree order. */
export const ResultNode = CriterionPoints.extend({
  code: z.string(),
  name: z.string(),
  max: Printed,
  depth: z.int(),
  leaf: z.boolean(),
  bonus: z.boolean(),
  /** applicable − points: what is lost here; "0" where nothing applies. */
  lost: Printed,
  /**
   * Mean and best points over the units of the block to which it applies, not over those for which it left the
   * denominator; null while the block is not shown whole, and where it applies to nobody.
   */
  blockMean: Printed.nullable(),
  blockBest: Printed.nullable(),
  /**
   * Mean over the same units of points ÷ applicable, percent with two decimals: what the unit's own points ÷ applicable
   * compare with where less applies to one unit than to another. Null for a bonus too, which has no maximum.
   */
  blockShare: Printed.nullable(),
});
export type ResultNode = z.infer<typeof ResultNode>;

export const UnitResult = z.object({
  head: ResultHead,
  totals: ResultTotals,
  nodes: z.array(ResultNode),
  /** Codes of leaves without a figure, in tree order. */
  missingCodes: z.array(z.string()),
  /** Bonus points after their bounds. */
  bonus: Printed,
});
export type UnitResult = z.infer<typeof UnitResult>;

const Sentences = z.object({ vi: z.array(z.string()), en: z.array(z.string()) });

/** Why a unit has the points it has on one criterion: rule, figure, working, bounds that acted, rounding. */
export const ResultExplanation = z.object({
  unitId: UnitId,
  unitName: z.string(),
  code: z.string(),
  name: z.string(),
  max: Printed,
  office: z.string().nullable(),
  evidence: z.string().nullable(),
  score: CriterionPoints,
  /** JSON text of the figure as it was handed in; null when there is none. */
  input: z.string().nullable(),
  enteredByName: z.string().nullable(),
  enteredAt: z.string().nullable(),
  /** One sentence a line; a criterion with criteria below it has none. */
  lines: Sentences,
  /** True where the working would reveal what others reached before publication. */
  withheld: z.boolean(),
  /** The criteria directly below; empty for a leaf. */
  children: z.array(
    CriterionPoints.extend({ code: z.string(), name: z.string(), max: Printed, bonus: z.boolean() }),
  ),
});
export type ResultExplanation = z.infer<typeof ResultExplanation>;

export const TrendPoint = z.object({
  indexKind: IndexKind,
  scorecardId: ScorecardId,
  scorecardName: z.string(),
  period: Period,
  published: z.boolean(),
  points: Printed,
  applicable: Printed,
  index: Printed.nullable(),
  rank: z.int().nullable(),
  rankChange: z.int().nullable(),
  /** Units with a place in that block. */
  of: z.int(),
  band: z.string().nullable(),
});
export type TrendPoint = z.infer<typeof TrendPoint>;

/** A merged unit starts its own line; its predecessors stand beside it and are never averaged into it. */
export const TrendLine = z.object({
  unitId: UnitId,
  unitName: z.string(),
  relation: z.enum(['own', 'predecessor']),
  points: z.array(TrendPoint),
});
export type TrendLine = z.infer<typeof TrendLine>;

/** Places of every unit over the periods of one index: `ranks[i]` belongs to `periods[i]`. */
export const RankFlow = z.object({
  indexKind: IndexKind,
  periods: z.array(
    z.object({
      scorecardId: ScorecardId,
      period: Period,
      published: z.boolean(),
      rankedUnits: z.int(),
      /** Whether places may be compared with those of the period before it here; false for the first. */
      comparable: z.boolean(),
    }),
  ),
  units: z.array(
    z.object({
      unitId: UnitId,
      unitName: z.string(),
      ranks: z.array(z.int().nullable()),
      indices: z.array(Printed.nullable()),
    }),
  ),
});
export type RankFlow = z.infer<typeof RankFlow>;
