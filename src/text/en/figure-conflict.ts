import type { figureConflict as vi } from '../vi/figure-conflict.ts';

/** Somebody else saved the same figures in the meantime. */
export const figureConflict: typeof vi = {
  title: 'Somebody else has just changed these cells',
  body: 'Nothing was saved; what you typed is still here. Take the new figures, look at the cells below, then save.',
  take: 'Take the new figures, keep what I typed',
};
