import * as z from 'zod';
import { compare, multiply, type Ratio, ZERO } from '../../../kernel/number/ratio.ts';
import type { Scored } from '../scored.ts';
import { shareOf, VALUE_FIELDS, type ValueInput } from '../source.ts';

/**
 * Points in proportion to the best or the mean of the block: the units that this same rule judges and that have a
 * value. Theo thực tiễn, chưa có văn bản mẫu.
 */
export const RelativeRule = z.strictObject({
  kind: z.literal('relative'),
  ...VALUE_FIELDS,
  to: z.enum(['best', 'mean']),
});
export type RelativeRule = z.infer<typeof RelativeRule>;

/**
 * What a value is measured against. The mean of thousands of unlike denominators is a ratio of millions of digits;
 * such a one also carries its inverse between two bounds that are closer than anything printed.
 */
export type Reference = { readonly exact: Ratio; readonly inverse?: Bounds };

/** low ÷ 2^FINENESS ≤ x ≤ (low + 1) ÷ 2^FINENESS */
type Bounds = { readonly low: bigint };

const FINENESS = 1024n;
const LONG = 4000;

export const NO_REFERENCE: Reference = { exact: ZERO };

export function referenceTo(exact: Ratio): Reference {
  const digits = exact.n.toString(16).length + exact.d.toString(16).length;
  if (exact.n <= 0n || digits * 4 < LONG) return { exact };
  return { exact, inverse: { low: (exact.d << FINENESS) / exact.n } };
}

/** Nothing can be measured against a reference that is 0 or below. */
export function scoreRelative({ v }: ValueInput, reference: Reference, max: Ratio): Scored {
  const { exact: to, inverse } = reference;
  const how = { step: 'relative', reference: to } as const;
  if (to.n <= 0n || v.n <= 0n) return { exact: ZERO, how };
  const near = inverse && shareWithin(multiply(max, v), inverse, max);
  return { exact: near ?? shareOf(v, to, max), how };
}

/**
 * A ratio that rounds and prints as the exact share does, found between the bounds: both must lie in one step of half
 * a thousandth, the finest at which a rounding turns. Undefined where the bounds do not settle it.
 */
function shareWithin(product: Ratio, { low }: Bounds, max: Ratio): Ratio | undefined {
  const least = { n: product.n * low, d: product.d << FINENESS };
  const most = { n: product.n * (low + 1n), d: product.d << FINENESS };
  if (compare(least, max) >= 0) return max;
  const settled = compare(most, max) < 0 && halfThousandths(least) === halfThousandths(most);
  return settled ? least : undefined;
}

function halfThousandths(value: Ratio): bigint {
  return (value.n * 2000n) / value.d;
}
