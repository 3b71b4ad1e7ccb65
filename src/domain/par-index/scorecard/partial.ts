import type * as z from 'zod';
import type { Fault, Step } from '../../kernel/fault.ts';
import { zodFaults } from '../../kernel/zod-faults.ts';

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
  const whole = schema.safeParse(value);
  if (whole.success) return whole.data;
  faults.push(...zodFaults(whole.error, path));
  const sound: Record<string, unknown> = {};
  if (typeof value !== 'object' || value === null) return sound as Partial<z.infer<S>>;
  for (const [key, field] of Object.entries(schema.shape)) {
    const parsed = (field as z.ZodType).safeParse(Reflect.get(value, key));
    if (parsed.success) sound[key] = parsed.data;
  }
  return sound as Partial<z.infer<S>>;
}
