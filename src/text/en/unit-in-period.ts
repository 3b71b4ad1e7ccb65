import type { unitInPeriod as vi } from '../vi/unit-in-period.ts';

/** What is said of a unit in a period: tags, flags, and whether it takes a place. */
export const unitInPeriod: typeof vi = {
  open: 'What is said of the unit in this period',
  title: (unit, period) => `${unit} in ${period}`,
  kind: 'Kind of unit',
  tags: 'Tags',
  tagsHint: 'By its tags the scorecard chooses rules or leaves out criteria that do not apply.',
  tagNames: { vung_kho_khan: 'Difficult area', moi_sap_nhap: 'Merged within the year' },
  noTags: 'none',
  flags: 'Flags for the band',
  flagsHint: 'A flagged unit cannot reach the bands from which the scorecard shuts it out.',
  noFlags: 'none',
  ranked: 'Takes a place',
  place: 'Ranking',
  takesPlace: 'ranked',
  takesNone: 'not ranked',
  standsApart:
    'A unit that is not ranked still has points, index and band but stands apart: it takes no place from another. For units merged within the year or in conditions that cannot be compared.',
  save: 'Save',
  saveLead: 'Points, bands and places of the whole block are computed anew at once.',
  saved: 'Saved what is said of the unit.',
  readOnly: 'Only the unit that keeps the scorecard writes this.',
  allFields: 'All fields',
};
