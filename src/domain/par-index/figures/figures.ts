import * as z from 'zod';
import type { Input } from '../rules/rule.ts';
import type { Judged } from '../scorecard/scorecard.ts';

export const FIGURES_FORMAT = 'minhchung/figures@1';

/** One unit's figures as written; each input is read against the rule of its criterion. */
export const UnitFields = z.strictObject({
  code: z.string().min(1),
  name: z.string().optional(),
  kind: z.string().min(1),
  tags: z.array(z.string()).optional(),
  flags: z.array(z.string()).optional(),
  ranked: z.boolean().optional(),
  inputs: z.unknown(),
});

export const FiguresFields = z.strictObject({
  format: z.literal(FIGURES_FORMAT),
  units: z.array(z.unknown()),
});

/** One unit's figures (số liệu), read against a scorecard. */
export type UnitFigures = Judged & {
  readonly code: string;
  readonly name: string;
  readonly flags: readonly string[];
  readonly ranked: boolean;
  /** By position of the leaf; nothing where no input was given or the unit is not judged on it. */
  readonly inputs: readonly (Input | undefined)[];
};
