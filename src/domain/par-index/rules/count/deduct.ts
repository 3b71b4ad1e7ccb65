import * as z from 'zod';
import { type Fault, fault, type Step } from '../../../kernel/fault.ts';
import type { Json } from '../../../kernel/json.ts';
import { Count, Decimal } from '../../../kernel/number/decimal.ts';
import { WrittenPoints } from '../../../kernel/number/points.ts';
import { add, multiply, type Ratio, subtract, ZERO } from '../../../kernel/number/ratio.ts';
import { Key } from '../../../kernel/zod-faults.ts';
import { aboveMax, bounded } from '../bounds.ts';
import type { Place, Scored } from '../scored.ts';
import { type CountInput, readCount, readForm, repeatedIds } from '../source.ts';

const Item = z.strictObject({ id: Key, label: z.string(), per: Decimal });

/**
 * So many points off for each occurrence, of one kind (`per`) or of several (`items`), down to `min`: "mỗi báo cáo
 * chậm trừ 0,25 điểm" (Cà Mau, QĐ 1880/2013).
 */
export const DeductRule = z.strictObject({
  kind: z.literal('deduct'),
  per: Decimal.optional(),
  items: z.array(Item).min(1).optional(),
  min: WrittenPoints.optional(),
});
export type DeductRule = z.infer<typeof DeductRule>;

/** Occurrences by item; an item left out did not occur. */
export type CountsInput = { readonly kind: 'counts'; readonly counts: ReadonlyMap<string, Ratio> };

export function* deductFaults(rule: DeductRule, place: Place): Generator<Fault> {
  if (rule.per === undefined && rule.items === undefined) yield fault([...place.path, 'per'], 'required');
  if (rule.per !== undefined && rule.items !== undefined)
    yield fault([...place.path, 'items'], 'per_or_items');
  if (rule.items !== undefined) yield* repeatedIds(rule.items, [...place.path, 'items']);
  if (rule.min !== undefined) yield* aboveMax(rule.min, place, 'min');
}

export const CountsForm = z.strictObject({ counts: z.record(z.string(), Count) });

export function readDeduct(
  rule: DeductRule,
  raw: Json,
  path: readonly Step[],
  faults: Fault[],
): CountInput | CountsInput | undefined {
  if (rule.items === undefined) return readCount(raw, path, faults);
  const read = readForm(CountsForm, raw, path, faults);
  if (read === undefined) return undefined;
  const counts = new Map<string, Ratio>();
  for (const [id, count] of Object.entries(read.counts)) {
    if (!rule.items.some((item) => item.id === id))
      faults.push(fault([...path, 'counts', id], 'unknown_item'));
    counts.set(id, { n: count, d: 1n });
  }
  return { kind: 'counts', counts };
}

export function scoreDeduct(rule: DeductRule, input: CountInput | CountsInput, max: Ratio): Scored {
  let amount = ZERO;
  if (input.kind === 'count') amount = multiply(rule.per ?? ZERO, input.n);
  else {
    for (const { id, per } of rule.items ?? []) {
      amount = add(amount, multiply(per, input.counts.get(id) ?? ZERO));
    }
  }
  return { ...bounded(subtract(max, amount), rule.min ?? ZERO), how: { step: 'deducted', amount } };
}
