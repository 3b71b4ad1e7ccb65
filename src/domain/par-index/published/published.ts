import * as z from 'zod';
import { AppError, refuseIfAny } from '../../kernel/app-error.ts';
import { type Fault, printPath } from '../../kernel/fault.ts';
import type { Json } from '../../kernel/json.ts';
import { named, zodFaults } from '../../kernel/zod-faults.ts';
import { descendingFaults } from '../rules/bounds.ts';
import { Figure } from './figure.ts';

const Name = z.string().refine((name) => name.trim() !== '', { error: 'published_name_blank' });
const Year = z.int({ error: named('published_year') });
const Place = z.int({ error: named('published_place') }).min(1, { error: 'published_place' });

export const PublishedBand = z.strictObject({
  name: Name,
  from: Figure.optional(),
  closed: z.boolean().optional(),
});
export type PublishedBand = z.infer<typeof PublishedBand>;

/** Best first. Unlike a scorecard's, the last may have a bound: a notice may leave out the bands below. */
const PublishedBands = z
  .array(PublishedBand)
  .max(1_000)
  .check(({ value, issues }) => {
    const bounds = value.map(({ from, closed }) => ({ from: from?.value, closed }));
    for (const { path, code } of descendingFaults(bounds, [])) {
      if (code !== 'last_has_bound')
        issues.push({ code: 'custom', message: code, path: [...path], input: value });
    }
  });

/** A field, a criterion, the appraised or the surveyed half: whatever the table adds up to a unit's total. */
export const PublishedPart = z.strictObject({
  name: Name.optional(),
  points: Figure.optional(),
  max: Figure.optional(),
  percent: Figure.optional(),
});
export type PublishedPart = z.infer<typeof PublishedPart>;

/** Parts taken together; `of: "all"` says that the group holds every part of the unit. */
export const PublishedGroup = PublishedPart.extend({
  of: z.literal('all', { error: named('published_group_of') }).optional(),
});
export type PublishedGroup = z.infer<typeof PublishedGroup>;

export const PublishedUnit = z.strictObject({
  unit: Name,
  rank: Place.optional(),
  of: Place.optional(),
  total: Figure.optional(),
  applicable: Figure.optional(),
  index: Figure.optional(),
  band: Name.nullable().optional(),
  previous: z.strictObject({ year: Year.optional(), index: Figure.optional() }).optional(),
  change: Figure.optional(),
  parts: z.array(PublishedPart).max(1_000).optional(),
  groups: z.array(PublishedGroup).max(1_000).optional(),
});
export type PublishedUnit = z.infer<typeof PublishedUnit>;

export const RankingMethod = z.enum(['dense', 'competition', 'ordinal'], {
  error: named('published_method'),
});
export type RankingMethod = z.infer<typeof RankingMethod>;

/** A table of results as somebody published it, with the figures that it prints and no others. */
export const Published = z.strictObject({
  format: z.literal('minhchung/published@1', { error: named('published_format') }),
  title: z.string().optional(),
  year: Year.optional(),
  source: z.string().optional(),
  total: Figure.optional(),
  mean: Figure.optional(),
  bands: PublishedBands.optional(),
  ranking: z.strictObject({ method: RankingMethod.optional() }).optional(),
  units: z.array(PublishedUnit).max(20_000),
});
export type Published = z.infer<typeof Published>;

/**
 * `written` are the faults of the document's writing, found before; a place that has one is not reported twice.
 * @throws AppError `invalid_input` with every fault at once, each with its path.
 */
export function readPublished(document: Json, written: readonly Fault[] = []): Published {
  if (document === null) refuseIfAny(written);
  const read = Published.safeParse(document);
  if (read.success && written.length === 0) return read.data;
  const told = new Set(written.map(({ path }) => printPath(path)));
  const further = read.success ? [] : zodFaults(read.error).filter(({ path }) => !told.has(printPath(path)));
  throw new AppError('invalid_input', [...written, ...further]);
}

/** What a unit is ranked, grouped and averaged by: its index, or its total where no index is printed. */
export function rankedFigure({ index, total }: PublishedUnit): Figure | undefined {
  return index ?? total;
}

/** Whether no unit says that it was ranked among more units than the table gives. */
export function givesWholeBlock({ units }: Published): boolean {
  return units.every(({ of }) => of === undefined || of <= units.length);
}
