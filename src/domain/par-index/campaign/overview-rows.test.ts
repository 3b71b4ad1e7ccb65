import { describe, expect, test } from 'vitest';
import { UnitId } from '../../kernel/id.ts';
import type { IndexOverview } from './index-overview.ts';
import { rowsOf, shownIndices } from './overview-rows.ts';
import { type IndexKind, ScorecardId } from './scorecard-record.ts';

const id = (digit: string) => `00000000-0000-7000-8000-00000000000${digit}`;

const campaign = (indexKind: IndexKind, period: string, published: boolean) => ({
  ...{ indexKind, period, published, rankedUnits: 3, bands: ['Tốt'] },
  scorecardId: ScorecardId.parse(id('1')),
  scorecardName: 'Bộ chỉ số',
});

const standing = (at: number, index: string | null = '80.00') => ({
  ...{ campaign: at, index, rank: 1, rankChange: null, band: null },
});

const unit = (digit: string, ...standings: ReturnType<typeof standing>[]) => ({
  ...{ unitId: UnitId.parse(id(digit)), unitName: `Xã ${digit}`, unitKind: 'xa', standings },
});

/** As a commune sees it: its own year runs, of the others the year before is published; one has no survey. */
const OVERVIEW: IndexOverview = {
  campaigns: [
    campaign('sipas', '2025', true),
    campaign('cchc', '2026', false),
    campaign('cchc', '2025', true),
  ],
  units: [unit('1', standing(0), standing(1)), unit('2', standing(2)), unit('3', standing(0), standing(2))],
};

describe('indices side by side', () => {
  test('stand in one order, each under the period in which most units have a result', () => {
    expect(shownIndices(OVERVIEW).map(({ indexKind, period }) => `${indexKind} ${period}`)).toEqual([
      'cchc 2025',
      'sipas 2025',
    ]);
  });

  test('give each unit its own latest, and nothing where nothing is known', () => {
    const rows = rowsOf(OVERVIEW, shownIndices(OVERVIEW));
    expect(rows.map(({ reached }) => reached.map((one) => one?.from.period))).toEqual([
      ['2026', '2025'],
      ['2025', undefined],
      ['2025', '2025'],
    ]);
  });
});
