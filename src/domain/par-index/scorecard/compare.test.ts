import { describe, expect, test } from 'vitest';
import { GIVEN, group, leaf, scorecardOf, type Written, written } from '../../../../tests/scorecards.ts';
import { compareScorecards } from './compare.ts';
import { readScorecard } from './read-scorecard.ts';

const read = (...criteria: Written[]) => readScorecard(written(scorecardOf(criteria)));

describe('two scorecards', () => {
  test('that are written differently and mean the same do not differ', () => {
    const rule = (target: string) => ({ kind: 'proportional', input: { declared: 'ratio' }, target });
    expect(
      compareScorecards(read(leaf('1', '10', rule('90'))), read(leaf('1', '10.00', rule('90.0')))),
    ).toEqual([]);
  });

  test('differ by what was added, removed and moved', () => {
    const before = read(
      group('1', '10', [leaf('1.1', '6', GIVEN), leaf('1.2', '4', GIVEN)]),
      leaf('2', '5', GIVEN),
    );
    const after = read(
      group('1', '6', [leaf('1.1', '6', GIVEN)]),
      leaf('1.2', '4', GIVEN),
      leaf('3', '5', GIVEN),
    );
    expect(compareScorecards(before, after)).toMatchObject([
      { code: '1', change: 'changed', fields: [{ field: 'max', before: '10', after: '6' }] },
      { code: '1.2', change: 'changed', fields: [{ field: 'parent', before: '1', after: null }] },
      { code: '3', change: 'added' },
      { code: '2', change: 'removed' },
    ]);
  });

  test.each([
    ['name', { name: 'Khác' }, 'Tiêu chí 1', 'Khác'],
    ['nothing_arose', { nothing_arose: 'exclude' }, null, 'exclude'],
    ['not_for', { not_for: ['phuong', 'xa'] }, null, 'phuong, xa'],
    ['office', { office: 'van_phong' }, null, 'van_phong'],
    ['prints', { prints: false }, 'true', 'false'],
    ['variants', { variants: [{ for: ['xa'], rule: GIVEN }] }, null, expect.stringContaining('"for":["xa"]')],
    [
      'rule',
      { rule: { kind: 'violations', zero_from: 2 } },
      expect.stringContaining('given'),
      expect.stringContaining('violations'),
    ],
  ])('differ by %s', (field, more, was, is) => {
    const changes = compareScorecards(
      read(leaf('1', '10', GIVEN)),
      read({ ...leaf('1', '10', GIVEN), ...more }),
    );
    expect(changes).toMatchObject([{ code: '1', fields: [{ field, before: was, after: is }] }]);
  });
});
