import type * as z from 'zod';
import type { Fault, Step } from '../../kernel/fault.ts';
import { zodFaults } from '../../kernel/zod-faults.ts';

/** What was read of an object, and what is wrong with it at places that begin at the object itself. */
type Reading = { readonly data: Readonly<Record<string, unknown>>; readonly faults: readonly Fault[] };

/**
 * Reads an object field by field: what stands on its own is handed on even when another field is at fault, so that
 * one pass can report everything.
 */
export function readFields<S extends z.ZodObject>(
  schema: S,
  value: unknown,
  path: readonly Step[],
  faults: Fault[],
): Partial<z.infer<S>> {
  return placed<S>(read(schema, value), path, faults);
}

const known = new WeakMap<z.ZodObject, WeakMap<object, Reading>>();

/**
 * The same for an object that nobody changes: met again, it is not read again. Of a draft in work one criterion
 * changes and a thousand do not.
 */
export function readFieldsOnce<S extends z.ZodObject>(
  schema: S,
  value: object,
  path: readonly Step[],
  faults: Fault[],
): Partial<z.infer<S>> {
  const ofSchema = known.get(schema) ?? new WeakMap<object, Reading>();
  known.set(schema, ofSchema);
  const reading = ofSchema.get(value) ?? read(schema, value);
  ofSchema.set(value, reading);
  return placed<S>(reading, path, faults);
}

function placed<S extends z.ZodObject>(
  { data, faults: found }: Reading,
  path: readonly Step[],
  faults: Fault[],
): Partial<z.infer<S>> {
  for (const each of found) faults.push({ ...each, path: [...path, ...each.path] });
  return data as Partial<z.infer<S>>;
}

function read(schema: z.ZodObject, value: unknown): Reading {
  const whole = schema.safeParse(value);
  if (whole.success) return { data: whole.data, faults: [] };
  const data: Record<string, unknown> = {};
  if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(schema.shape)) {
      const parsed = (field as z.ZodType).safeParse(Reflect.get(value, key));
      if (parsed.success) data[key] = parsed.data;
    }
  }
  return { data, faults: zodFaults(whole.error, []) };
}
