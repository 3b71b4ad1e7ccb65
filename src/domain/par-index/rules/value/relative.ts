import * as z from 'zod';
import { type Ratio, ZERO } from '../../../kernel/ratio.ts';
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

/** `reference` is the block's best or mean; nothing can be measured against one that is 0 or below. */
export function scoreRelative({ v }: ValueInput, reference: Ratio, max: Ratio): Scored {
  const exact = reference.n <= 0n ? ZERO : shareOf(v, reference, max);
  return { exact, how: { step: 'relative', reference } };
}
