/** An exact number n ÷ d with d > 0, not necessarily in lowest terms. No float touches a score. */
export type Ratio = { readonly n: bigint; readonly d: bigint };

export const ZERO: Ratio = { n: 0n, d: 1n };
export const ONE: Ratio = { n: 1n, d: 1n };
export const HUNDRED: Ratio = { n: 100n, d: 1n };

/** @throws RangeError when the denominator is 0; callers decide beforehand what that means. */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  const [num, den] = [BigInt(n), BigInt(d)];
  if (den === 0n) throw new RangeError('denominator is zero');
  return den < 0n ? { n: -num, d: -den } : { n: num, d: den };
}

export function add(a: Ratio, b: Ratio): Ratio {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, negate(b));
}

export function negate(a: Ratio): Ratio {
  return { n: -a.n, d: a.d };
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** @throws RangeError when b is 0. */
export function divide(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.d, a.d * b.n);
}

/** Negative when a < b, 0 when equal, positive when a > b. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isZero(a: Ratio): boolean {
  return a.n === 0n;
}

export function least(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

export function greatest(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

/** The greatest integer not above a. */
export function floor(a: Ratio): bigint {
  const quotient = a.n / a.d;
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient;
}

/** The least integer not below a. */
export function ceil(a: Ratio): bigint {
  return -floor(negate(a));
}

/**
 * Sum of many ratios, added pairwise, so that denominators grow as slowly as they can: the mean of a block of
 * thousands of units with unlike denominators stays within reach.
 */
export function sum(terms: readonly Ratio[]): Ratio {
  let level = terms;
  while (level.length > 1) {
    const next: Ratio[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left = ZERO, right] = [level[i], level[i + 1]];
      next.push(right === undefined ? left : add(left, right));
    }
    level = next;
  }
  return level[0] ?? ZERO;
}
