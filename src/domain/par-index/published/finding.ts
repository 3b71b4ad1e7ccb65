export type Kind =
  | 'sum'
  | 'percent'
  | 'max'
  | 'group'
  | 'derived'
  | 'rank'
  | 'band'
  | 'mean'
  | 'of'
  | 'index'
  | 'trend';

/** What exactly disagrees; each has its own sentences. */
export type Problem =
  | 'sum'
  | 'percent_of_part'
  | 'percent_of_group'
  | 'max_total'
  | 'max_applicable'
  | 'group_points'
  | 'derived'
  | 'derived_outside'
  | 'rank_place'
  | 'rank_order'
  | 'rank_tie'
  | 'rank_shared'
  | 'rank_twice'
  | 'band'
  | 'band_below_all'
  | 'mean'
  | 'of_rank'
  | 'of_units'
  | 'index'
  | 'trend';

/**
 * Figures that disagree. `expected` follows from the other figures of the table, `found` is the printed one: both a
 * number in plain decimal form, for a band its name. `figures` are the further numbers that the sentences name,
 * `names` their words.
 */
export type Disagreement = {
  readonly problem: Problem;
  readonly expected: string;
  readonly found: string;
  readonly figures?: Readonly<Record<string, string | undefined>>;
  readonly names?: Readonly<Record<string, string | undefined>>;
};

/** One comparison made: at which unit of the table (`null`: the table as a whole), and what came of it. */
export type Verdict = {
  readonly kind: Kind;
  readonly at: number | null;
  readonly disagreement: Disagreement | undefined;
};

/** A fault of the table; `unit` is the unit's printed name. */
export type Finding = Disagreement & { readonly kind: Kind; readonly unit: string | null };

export function judge(kind: Kind, at: number | null, agrees: boolean, why: () => Disagreement): Verdict {
  return { kind, at, disagreement: agrees ? undefined : why() };
}
