import { describe, expect, test } from 'vitest';
import { dayBefore, unitEvents } from './unit-events.ts';

const resolution = { number: '1700/NQ-UBTVQH15' };
const day = '2025-07-01';

describe('what happened to a unit', () => {
  test('three units merged by one resolution are one event', () => {
    const merged = ['thi-tran', 'xa-1', 'xa-2'].map((fromUnitId) => ({
      kind: 'merged_into' as const,
      fromUnitId,
      toUnitId: 'tan-kieu',
      day,
      decision: resolution,
    }));
    expect(unitEvents(merged, 'tan-kieu')).toEqual([
      { kind: 'merged_into', day, decision: resolution, arrived: true, others: ['thi-tran', 'xa-1', 'xa-2'] },
    ]);
    expect(unitEvents(merged.slice(0, 1), 'thi-tran')).toMatchObject([
      { arrived: false, others: ['tan-kieu'] },
    ]);
  });

  test('what a unit received and what it became on the same day are two events', () => {
    const merged = { kind: 'merged_into' as const, day, decision: resolution };
    expect(
      unitEvents(
        [
          { ...merged, fromUnitId: 'small', toUnitId: 'x' },
          { ...merged, fromUnitId: 'x', toUnitId: 'large' },
        ],
        'x',
      ),
    ).toMatchObject([
      { arrived: true, others: ['small'] },
      { arrived: false, others: ['large'] },
    ]);
  });

  test('the latest stands first, and a unit is not told as another than itself', () => {
    const itself = { fromUnitId: 'x', toUnitId: 'x', decision: resolution };
    expect(
      unitEvents(
        [
          { kind: 'renamed', day: '2020-01-01', ...itself },
          { kind: 'moved', day, ...itself },
        ],
        'x',
      ),
    ).toMatchObject([
      { kind: 'moved', others: [] },
      { kind: 'renamed', others: [] },
    ]);
  });

  test.each([
    ['2025-07-01', '2025-06-30'],
    ['2024-03-01', '2024-02-29'],
    ['2026-01-01', '2025-12-31'],
  ])('the day before %s is %s', (after, before) => {
    expect(dayBefore(after)).toBe(before);
  });
});
