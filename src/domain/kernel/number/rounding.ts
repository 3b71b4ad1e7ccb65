import * as z from 'zod';
import { named } from '../zod-faults.ts';
import type { Ratio } from './ratio.ts';

/**
 * How a figure is brought to its printed decimals: `half_up` goes away from zero on a tie, `cut` toward zero.
 * Both occur in published tables (Nam Định 2020 cuts 89.457 to 89.45).
 */
export const Rounding = z.strictObject({
  decimals: z
    .int({ error: named('decimals') })
    .min(0, { error: 'decimals' })
    .max(3, { error: 'decimals' }),
  mode: z.enum(['half_up', 'cut'], { error: named('rounding_mode') }),
});
export type Rounding = z.infer<typeof Rounding>;

/** The integer k for which k ÷ 10^decimals is the rounded value. */
export function roundScaled(value: Ratio, decimals: number, mode: Rounding['mode']): bigint {
  const scaled = value.n * 10n ** BigInt(decimals);
  if (mode === 'cut') return scaled / value.d;
  const doubled = 2n * value.d;
  return scaled < 0n ? -((-2n * scaled + value.d) / doubled) : (2n * scaled + value.d) / doubled;
}

export function roundRatio(value: Ratio, { decimals, mode }: Rounding): Ratio {
  return { n: roundScaled(value, decimals, mode), d: 10n ** BigInt(decimals) };
}
