import type { rankFlow as vi } from '../vi/rank-flow.ts';

/** The flow of ranks over blocks of different size. */
export const rankFlow: typeof vi = {
  size: (units) => `${units} units`,
  ownScale:
    'Each period has an axis of its own, as long as its block: the first rank on top, the last at the bottom.',
  apart:
    'Hatching parts two blocks that cannot be compared, such as before and after mergers: no line crosses it and no change is told. Dots lead from former units to the present one.',
};
