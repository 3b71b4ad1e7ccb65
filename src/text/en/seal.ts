import type { seal as vi } from '../vi/seal.ts';

/** The seal of published results, and computing them once more. */
export const seal: typeof vi = {
  title: 'Seal of the results',
  decision: 'Published by',
  hash: 'SHA-256 hash',
  lead: 'Scorecard, figures and results are kept as they were published; the hash is made of all three and printed to be compared later.',
  verify: 'Compute the published results again',
  frozen: 'Hash at publication',
  recomputed: 'Hash computed now',
  same: 'Same: computed again, the results are exactly those that were published.',
  sameProves:
    'This shows that nobody has changed figures or results since, and that every point follows from the frozen figures.',
  differs: 'Not the same: the frozen figures or results are no longer as they were published.',
  differsMeans:
    'What is shown may not be what was published. Leave the system as it is, tell the administrator, and compare with a backup and the sealed journal.',
};
