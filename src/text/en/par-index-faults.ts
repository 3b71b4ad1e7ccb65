import type { parIndexFaults as vi } from '../vi/par-index-faults.ts';

export const parIndexFaults: typeof vi = {
  period: () => 'a period is a year (2026) or a quarter of one (2026-Q3)',
  saved_since: () => 'somebody saved after you opened it; reload, then go on',
  results_are_published: () => 'the results of this period are published and cannot be changed',
  scorecard_is_draft: () => 'the scorecard is a draft; it has to be issued first',
  scorecard_is_issued: () => 'the scorecard is issued and cannot be changed; make a new version',
  scorecard_code_taken: ({ code }) => `the code ${code} is used by another scorecard`,
  unit_not_of_block: () => 'the unit does not belong to the block of the scorecard',
};
