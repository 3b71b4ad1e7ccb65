import { describe, expect, test } from 'vitest';
import { extentOf, type TimeLine, unknownYears } from './time-frames.ts';

const line = (...points: [at: number, value: number][]): TimeLine => ({
  ...{ key: 'a', name: 'A', own: true },
  points: points.map(([at, value]) => ({ at, value, printed: `${value}`, mark: `${at}`, open: false })),
});

describe('frames beside each other', () => {
  test('have one scale: whole years, and from the ten below the lowest value of all of them', () => {
    const frames = [{ lines: [line([2024.5, 88], [2026.5, 91])] }, { lines: [line([2025.875, 63.2])] }];
    expect(extentOf(frames)).toEqual({ from: 2024, to: 2027, bottom: 60 });
  });

  test('leave room under a value that stands right on a ten, and never go below zero', () => {
    expect(extentOf([{ lines: [line([2025.5, 60])] }])?.bottom).toBe(50);
    expect(extentOf([{ lines: [line([2025.5, 1])] }])?.bottom).toBe(0);
  });

  test('have no scale while nothing is known', () => {
    expect(extentOf([{ lines: [] }])).toBeUndefined();
  });

  test('hatch the years without a value', () => {
    const extent = { from: 2024, to: 2027, bottom: 60 };
    expect(unknownYears([line([2025.5, 70])], extent)).toEqual([2024, 2026]);
    expect(unknownYears([line([2024.5, 1]), line([2025.1, 1], [2026.9, 1])], extent)).toEqual([]);
  });
});
