import type { indexOverview as vi } from '../vi/index-overview.ts';

/** Several indices side by side: of all units, and of one unit over time. */
export const indexOverview: typeof vi = {
  title: 'Indices',
  lead: 'The latest result of each index, side by side and never added up. Where there is none the cell is hatched, not zero.',
  table: 'Indices of each unit',
  empty: 'No index has results yet',
  emptyBody:
    'Issue a scorecard, open a period and enter figures; results appear here as soon as they are saved.',
  toScorecards: 'To the scorecards',
  shortKinds: { cchc: 'PAR', sipas: 'SIPAS', qd766: '766', quan_tri: 'Governance' },
  value: '%',
  valueHint: 'Index, percent',
  rank: 'Rank',
  band: 'Band',
  none: 'none yet',
  noneHint: 'There is no result of this index yet',
  otherPeriod: (period) => `of ${period}`,
  groupNote: (period, ranked) => `${period} · ${ranked} units`,
  groupNoteProvisional: (period, ranked) => `${period}, provisional · ${ranked} units`,
  mixed: 'A number marked with a period is of another period than the heading says.',
  unitKind: 'Kind of unit',
  allKinds: 'All kinds of unit',
  onlyIncomplete: 'Only units that lack an index',

  ofUnit: 'All indices over time',
  ofUnitLead:
    'One frame for each index, on one scale and one axis of time, to be looked at side by side and never added up.',
  allUnits: 'Indices of all units',
  onOneScale: (from) => `All frames have the same scale, from ${from} to 100 %.`,
  latest: (index, period) => `${index} % · ${period}`,
  latestRank: (rank) => `rank ${rank}`,
  nothingKnown: 'no result yet',
  legendOwn: 'Published',
  legendProvisional: 'Provisional',
  legendPredecessor: 'Unit before the merger',
  legendUnknown: 'None yet',
  told: (index, values) => `${index}: ${values}.`,
  toldPoint: (period, value) => `${period} ${value} %`,
};
