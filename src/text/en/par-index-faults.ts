import type { Detail } from '../sentences.ts';
import type { parIndexFaults as vi } from '../vi/par-index-faults.ts';

/** Why something cannot be done with a scorecard, a figure or a result. */
export const parIndexFaults: typeof vi = {
  period: () => 'a period is written 2026 (a year) or 2026-Q3 (a quarter)',
  unknown_scorecard: () => 'there is no such scorecard, or it is a draft of another office',
  unknown_period: () => 'this scorecard has no such period yet',
  unknown_criterion: () => 'the scorecard has no criterion of this code',
  unknown_table: () => 'there is no such table of results',
  saved_since: ({ revision }: Detail) =>
    `somebody else saved since you opened it (now at save ${revision}); load it again and go on from there`,
  scorecard_is_issued: () => 'the scorecard is issued and does not change any more; copy it into a new draft',
  scorecard_is_draft: () => 'the scorecard is a draft; issue it before a period begins',
  scorecard_code_taken: ({ code }: Detail) => `there is another scorecard of code ${code}`,
  results_are_published: () => 'the results of this period are published; its figures do not change any more',
  nobody_is_judged: () => 'no unit is judged in this period yet',
  ranking_not_whole: () =>
    'a notice of the ranking is made by who sees every unit of the block; until publication export your own result',
  not_published: () => 'the results of this period are not published',
  unit_not_of_block: () =>
    'this unit is not of the block that the scorecard judges on the last day of the period',
  unknown_unit_code: ({ code }: Detail) =>
    `no unit of the judged block has the code ${code} on the last day of the period`,
  unit_not_yours: ({ name }: Detail) => `you may not enter figures of ${name}`,
  unit_kind_differs: ({ kind, name }: Detail) => `${name} is of kind ${kind}, other than in the file`,
  unit_description_not_yours: ({ name }: Detail) =>
    `tags, flags and ranking of ${name} are noted by the office that keeps the scorecard, not by this file`,
};
