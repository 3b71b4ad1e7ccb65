import * as z from 'zod';
import { type Fault, fault, type Step } from '../../../kernel/fault.ts';
import type { Json } from '../../../kernel/json.ts';
import { WrittenPoints } from '../../../kernel/number/points.ts';
import { ZERO } from '../../../kernel/number/ratio.ts';
import { aboveMax } from '../bounds.ts';
import type { Place, Scored } from '../scored.ts';
import { readForm, repeatedIds } from '../source.ts';

/**
 * One of several outcomes: "kịp thời 1 / không kịp thời 0,5 / không ban hành 0" (Cà Mau, QĐ 1880/2013, 1.1.1); all or
 * nothing is a choice of two.
 */
export const ChoiceRule = z.strictObject({
  kind: z.literal('choice'),
  options: z
    .array(z.strictObject({ id: z.string().min(1), label: z.string(), points: WrittenPoints }))
    .min(1),
});
export type ChoiceRule = z.infer<typeof ChoiceRule>;
export type ChoiceInput = { readonly kind: 'choice'; readonly id: string };

export function* choiceFaults(rule: ChoiceRule, place: Place): Generator<Fault> {
  yield* repeatedIds(rule.options, [...place.path, 'options']);
  for (const [position, { points }] of rule.options.entries()) {
    yield* aboveMax(points, place, 'options', position, 'points');
  }
}

export const ChoiceForm = z.strictObject({ choice: z.string() });

export function readChoice(
  rule: ChoiceRule,
  raw: Json,
  path: readonly Step[],
  faults: Fault[],
): ChoiceInput | undefined {
  const read = readForm(ChoiceForm, raw, path, faults);
  if (read === undefined) return undefined;
  const id = read.choice;
  if (rule.options.some((option) => option.id === id)) return { kind: 'choice', id };
  const allowed = rule.options.map((option) => option.id).join(', ');
  faults.push(fault([...path, 'choice'], 'not_allowed', { allowed }));
  return undefined;
}

export function scoreChoice(rule: ChoiceRule, { id }: ChoiceInput): Scored {
  const exact = rule.options.find((option) => option.id === id)?.points ?? ZERO;
  return { exact, how: { step: 'option', id } };
}
