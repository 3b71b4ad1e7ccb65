import * as z from 'zod';
import { type Fault, fault, type Step } from '../../kernel/fault.ts';
import type { Json } from '../../kernel/json.ts';
import { Count, Decimal } from '../../kernel/number/decimal.ts';
import { isZero, multiply, type Ratio } from '../../kernel/number/ratio.ts';
import { Rounding, roundRatio } from '../../kernel/number/rounding.ts';
import { named, zodFaults } from '../../kernel/zod-faults.ts';

/**
 * Where a rule's value comes from: reported by the unit (số liệu đơn vị báo cáo), as a ratio or a number, or a
 * measure that the product computes.
 */
export const Source = z.union(
  [z.strictObject({ declared: z.enum(['ratio', 'number']) }), z.strictObject({ measure: z.string().min(1) })],
  { error: named('source') },
);
export type Source = z.infer<typeof Source>;

/** Fields of every rule that reads a value v. `round_input` rounds v before anything else. */
export const VALUE_FIELDS = { input: Source, round_input: Rounding.optional() };
export type ValueFields = { readonly input: Source; readonly round_input?: Rounding | undefined };

/** Numerator and denominator as they were reported. */
export type Pair = { readonly numerator: Ratio; readonly denominator: Ratio };

/** v: a number as it is, a ratio as percent; rounded when the rule says so. */
export type ValueInput = { readonly kind: 'value'; readonly v: Ratio; readonly pair?: Pair };
export type NothingArose = { readonly kind: 'nothing_arose' };
export const NOTHING_AROSE: NothingArose = { kind: 'nothing_arose' };

export const RatioForm = z.strictObject({
  ratio: z.tuple([Count, Count], { error: named('ratio') }),
});
export const NumberForm = z.strictObject({ number: Decimal });

/** An input in the form its rule needs; undefined, with its faults told, when it has another. */
export function readForm<Form extends z.ZodType>(
  form: Form,
  raw: Json,
  path: readonly Step[],
  faults: Fault[],
): z.infer<Form> | undefined {
  const parsed = form.safeParse(raw);
  if (parsed.success) return parsed.data;
  faults.push(...zodFaults(parsed.error, path));
  return undefined;
}

/** Reads the value of a rule; a denominator of 0 counts as nothing arose. */
export function readValue(
  rule: ValueFields,
  raw: Json,
  path: readonly Step[],
  faults: Fault[],
): ValueInput | NothingArose | undefined {
  const form = formOf(rule.input, raw);
  if (form === 'ratio') return readRatio(rule, raw, path, faults);
  const read = readForm(NumberForm, raw, path, faults);
  return read && { kind: 'value', v: rounded(rule, read.number) };
}

function readRatio(rule: ValueFields, raw: Json, path: readonly Step[], faults: Fault[]) {
  const read = readForm(RatioForm, raw, path, faults);
  if (read === undefined) return undefined;
  const [n, d] = read.ratio;
  if (d === 0n) return NOTHING_AROSE;
  const pair = { numerator: { n, d: 1n }, denominator: { n: d, d: 1n } };
  return { kind: 'value', v: rounded(rule, { n: n * 100n, d }), pair } as const;
}

/** A measure may be handed over either way; a declared value only in its own form. */
function formOf(source: Source, raw: Json): 'ratio' | 'number' {
  if ('declared' in source) return source.declared;
  return typeof raw === 'object' && raw !== null && 'ratio' in raw ? 'ratio' : 'number';
}

function rounded(rule: ValueFields, v: Ratio): Ratio {
  return rule.round_input === undefined ? v : roundRatio(v, rule.round_input);
}

/** The form an input must have, for the counts a rule reads. */
export const CountForm = z.strictObject({ count: Count });
export type CountInput = { readonly kind: 'count'; readonly n: Ratio };

export function readCount(raw: Json, path: readonly Step[], faults: Fault[]): CountInput | undefined {
  const read = readForm(CountForm, raw, path, faults);
  return read && { kind: 'count', n: { n: read.count, d: 1n } };
}

/** A list's ids must differ; each repetition is a fault at its own place. */
export function* repeatedIds(
  list: readonly { readonly id: string }[],
  path: readonly Step[],
): Generator<Fault> {
  const seen = new Set<string>();
  for (const [position, { id }] of list.entries()) {
    if (seen.has(id)) yield fault([...path, position, 'id'], 'repeated_id', { id });
    seen.add(id);
  }
}

/** v × max ÷ target, at most max; nothing for a negative v. */
export function shareOf(v: Ratio, target: Ratio, max: Ratio): Ratio {
  if (v.n < 0n || isZero(target)) return { n: 0n, d: 1n };
  const share = multiply(max, { n: v.n * target.d, d: v.d * target.n });
  return share.n * max.d > max.n * share.d ? max : share;
}
