import { expect, test } from 'vitest';
import { findingsOf } from '../../../../../tests/given-published.ts';

test.each([
  ['as many units as were ranked', [{ of: 2 }, { of: 2 }], []],
  ['fewer units than were ranked', [{ of: 30, rank: 21 }], []],
  ['more units than were ranked', [{ of: 2 }, { of: 2 }, { of: 2 }], ['* of 3, not 2']],
  ['a rank beyond the number of units', [{ of: 30, rank: 31 }], ['A of 31, not 30']],
  ['the last rank', [{ of: 30, rank: 30 }], []],
  [
    'more units and a rank that only they explain',
    [
      { of: 2, rank: 3 },
      { of: 2, rank: 1 },
      { of: 2, rank: 2 },
    ],
    ['* of 3, not 2'],
  ],
  [
    'more units and a rank beyond even those',
    [{ of: 2, rank: 4 }, { of: 2 }, { of: 2 }],
    ['A of 4, not 2', '* of 3, not 2'],
  ],
  ['units that state different numbers', [{ of: 1 }, { of: 2 }], ['A of 2, not 1']],
  ['a unit that states no number', [{ of: 1, rank: 1 }, {}], ['A of 2, not 1']],
  ['a rank without a number of units', [{ rank: 12 }], []],
])('%s', (_case, rows, findings) => {
  const units = rows.map((row, at) => ({ unit: String.fromCharCode(65 + at), ...row }));
  expect(findingsOf({ units })).toEqual(findings);
});
