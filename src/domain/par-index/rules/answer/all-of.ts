import * as z from 'zod';
import { type Fault, fault, type Step } from '../../../kernel/fault.ts';
import type { Json } from '../../../kernel/json.ts';
import { type Ratio, ZERO } from '../../../kernel/number/ratio.ts';
import type { Scored } from '../scored.ts';
import { readForm } from '../source.ts';

/** Several conditions, all needed: "đủ số lượng và đúng thời gian: 1", otherwise 0 (Cà Mau, QĐ 1880/2013, 1.2.1). */
export const AllOfRule = z.strictObject({
  kind: z.literal('all_of'),
  conditions: z.array(z.string()).min(1),
});
export type AllOfRule = z.infer<typeof AllOfRule>;
export type MetInput = { readonly kind: 'met'; readonly met: readonly boolean[] };

export const MetForm = z.strictObject({ met: z.array(z.boolean()) });

export function readAllOf(
  rule: AllOfRule,
  raw: Json,
  path: readonly Step[],
  faults: Fault[],
): MetInput | undefined {
  const read = readForm(MetForm, raw, path, faults);
  if (read === undefined) return undefined;
  const { met } = read;
  if (met.length === rule.conditions.length) return { kind: 'met', met };
  faults.push(fault([...path, 'met'], 'one_answer_each', { conditions: rule.conditions.length }));
  return undefined;
}

export function scoreAllOf({ met }: MetInput, max: Ratio): Scored {
  const count = met.filter(Boolean).length;
  return {
    exact: count === met.length ? max : ZERO,
    how: { step: 'conditions', met: count, of: met.length },
  };
}
