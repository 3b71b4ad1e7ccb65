import { z } from 'zod';

/** One field of a thing before and after; what is not there is empty. */
export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };

const Content = z.record(z.string(), z.unknown());

/** The fields that differ, in the order in which they are written; a thing that is not an object is one field. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return names
    .map((field) => ({ field, before: old[field] ?? '', after: now[field] ?? '' }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf(content: unknown): Record<string, string> {
  if (content === null || content === undefined) return {};
  const object = Content.safeParse(content);
  if (!object.success || Array.isArray(content)) return { '': written(content) };
  return Object.fromEntries(Object.entries(object.data).map(([field, value]) => [field, written(value)]));
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
