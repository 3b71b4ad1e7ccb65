import * as z from 'zod';

export const PublishedTableId = z.uuid({ error: 'id' }).toLowerCase().brand('PublishedTableId');
export type PublishedTableId = z.infer<typeof PublishedTableId>;

/** A table of results that somebody else published, kept as reference data. */
export const PublishedTableLine = z.object({
  tableId: PublishedTableId,
  title: z.string(),
  year: z.int().nullable(),
  source: z.string().nullable(),
  units: z.int(),
  findings: z.int(),
  addedAt: z.string(),
  addedByName: z.string().nullable(),
});
export type PublishedTableLine = z.infer<typeof PublishedTableLine>;

/** A `Finding` as it travels; `text` makes its sentences. */
export const TableFinding = z.object({
  unit: z.string().nullable(),
  kind: z.enum(['sum', 'percent', 'max', 'group', 'derived', 'rank', 'band', 'mean', 'of', 'index', 'trend']),
  problem: z.enum([
    'sum',
    'percent_of_part',
    'percent_of_group',
    'max_total',
    'max_applicable',
    'group_points',
    'derived',
    'derived_outside',
    'rank_place',
    'rank_order',
    'rank_tie',
    'rank_shared',
    'rank_twice',
    'band',
    'band_below_all',
    'mean',
    'of_rank',
    'of_units',
    'index',
    'trend',
  ]),
  expected: z.string(),
  found: z.string(),
  figures: z.record(z.string(), z.string().optional()).optional(),
  names: z.record(z.string(), z.string().optional()).optional(),
});
export type TableFinding = z.infer<typeof TableFinding>;
