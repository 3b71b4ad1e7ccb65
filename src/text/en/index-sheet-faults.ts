import type { indexSheetFaults as vi } from '../vi/index-sheet-faults.ts';

export const indexSheetFaults: typeof vi = {
  rule_piece: ({ piece }) => `"${piece}" is not understood; see how this kind of rule is written`,
  rule_lacks: ({ piece }) => `this part is missing: ${piece}`,
  rule_unknown: () =>
    'the kind of rule is not clear; choose it in "Kind of rule", or write as in ≥ 90 %: 2; 70–<90 %: 1; otherwise: 0',
  bound_open_or_closed: ({ piece, bound }) =>
    `"${piece}" does not say to which step exactly ${bound} belongs; write ≥ ${bound} or > ${bound}, or 70–<90`,
  tiers_overlap: ({ piece, next }) => `"${piece}" and "${next}" overlap`,
  tiers_gap: ({ piece, next }) => `between "${piece}" and "${next}" some values belong to no step`,
  tier_top: ({ piece }) => `the highest step "${piece}" has an upper bound; write as in ≥ 90 %`,
  tier_without_bound: ({ piece }) => `"${piece}" has no lower bound and must therefore be the last step`,
  criterion_without_rule: () => 'a criterion without criteria below it needs a rule',
  only_without_children: () => 'only for a criterion without criteria below it',
  only_with_children: () => 'only for a criterion with criteria below it',
  variant_without_rule: () =>
    'a rule of its own stands right below its criterion, with the same code or none',
  unknown_parent_code: ({ code }) => `no row has the code ${code}`,
  unknown_criterion: ({ code }) => `no criterion has the code ${code}`,
  rule_name: () => 'a variable begins with a letter or underscore, followed by letters, digits, underscores',
  parent_circle: () => 'the parents go round in a circle, or deeper than 100 levels',
  head_twice: () => 'this was said in a row above',
  band_bound: ({ written }) => `the bound "${written}" cannot be read; write as in ≥ 80, > 80 or otherwise`,
  band_needs: ({ written }) => `the condition "${written}" cannot be read; write as in 3 ≥ 50 %`,
  no_points_columns: () => 'no column holds points, shares, ranks or bands',
  table_year: ({ written }) => `"${written}" is not a year; write four digits, such as 2025`,
  not_a_rank: ({ written }) => `"${written}" is no rank; write a whole number from 1`,
};
