import fc from 'fast-check';

/** A published table in which every figure agrees with every other, computed here from whole hundredths. */
export type ConsistentTable = {
  total: string;
  mean: string;
  bands: { name: string; from?: string; closed?: boolean }[];
  ranking: { method: Method };
  units: ConsistentUnit[];
};

export type ConsistentUnit = {
  unit: string;
  rank: number;
  of: number;
  total: string;
  index: string;
  band: string;
  previous: { index: string };
  change: string;
  parts: ConsistentPart[];
  groups: (ConsistentPart & { of: 'all' })[];
};

export type ConsistentPart = { name: string; points: string; max: string; percent: string };
type Method = 'dense' | 'competition' | 'ordinal';
type Quotient = (numerator: number, denominator: number) => number;

const PRINTING: readonly Quotient[] = [
  (n, d) => Math.floor((2 * n + d) / (2 * d)),
  (n, d) => Math.floor(n / d),
];

const FULL = 10_000;

/** Widths of 2 to 5 parts that make 100 points together. */
const maxima = fc
  .uniqueArray(fc.integer({ min: 1, max: FULL - 1 }), { minLength: 1, maxLength: 4 })
  .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), FULL])
  .map((edges) => edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0)));

export const consistentTable: fc.Arbitrary<ConsistentTable> = fc
  .record({
    maxima,
    shares: fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 }), {
      minLength: 2,
      maxLength: 8,
    }),
    before: fc.array(fc.integer({ min: 0, max: FULL }), { minLength: 8, maxLength: 8 }),
    method: fc.constantFrom<Method>('dense', 'competition', 'ordinal'),
    print: fc.constantFrom(...PRINTING),
  })
  .map(({ maxima, shares, before, method, print }) => {
    const points = shares.map((row) => maxima.map((max, i) => Math.floor((max * (row[i] ?? 0)) / 20)));
    const totals = points.map((row) => row.reduce((a, b) => a + b, 0));
    const sum = totals.reduce((a, b) => a + b, 0);
    return {
      total: '100',
      mean: hundredths(print(sum, totals.length)),
      bands: [
        { name: 'Tốt', from: '80', closed: true },
        { name: 'Khá', from: '50', closed: false },
        { name: 'TB' },
      ],
      ranking: { method },
      units: totals.map((total, at) => {
        const part = (name: string, held: number, max: number) => ({
          name,
          points: hundredths(held),
          max: hundredths(max),
          percent: hundredths(print(held * FULL, max)),
        });
        return {
          unit: `Đơn vị ${at + 1}`,
          rank: rankOf(at, totals, method),
          of: totals.length,
          total: hundredths(total),
          index: hundredths(total),
          band: total >= 8_000 ? 'Tốt' : total > 5_000 ? 'Khá' : 'TB',
          previous: { index: hundredths(before[at] ?? 0) },
          change: hundredths(total - (before[at] ?? 0)),
          parts: maxima.map((max, i) => part(`${i + 1}`, points[at]?.[i] ?? 0, max)),
          groups: [{ ...part('tất cả', total, FULL), of: 'all' as const }],
        };
      }),
    };
  });

function rankOf(at: number, totals: readonly number[], method: Method): number {
  const own = totals[at] ?? 0;
  const above = totals.filter((total) => total > own);
  if (method === 'dense') return new Set(above).size + 1;
  const equalBefore = totals.filter((total, other) => total === own && other < at);
  return above.length + 1 + (method === 'ordinal' ? equalBefore.length : 0);
}

function hundredths(scaled: number): string {
  const digits = String(Math.abs(scaled)).padStart(3, '0');
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The printed figure moved by that many units of its last digit. */
export function moved(written: string, units: number): string {
  return hundredths(Number(written.replace('.', '')) + units);
}
