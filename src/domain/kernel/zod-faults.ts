import * as z from 'zod';
import { type Fault, fault, MOST_FAULTS, type Step } from './fault.ts';

type Issue = z.core.$ZodIssue;

/**
 * What zod found, as faults under `base`. A schema names its own fault by giving a code as its error; otherwise the
 * code follows from the kind of issue. An unknown key becomes one fault at that key.
 */
export function zodFaults(error: z.ZodError, base: readonly Step[] = []): Fault[] {
  return error.issues
    .slice(0, MOST_FAULTS)
    .flatMap((issue) => issueFaults(issue, [...base, ...issue.path.map(step)]));
}

function issueFaults(issue: Issue, path: Step[]): Fault[] {
  const named = /^[a-z0-9]+(_[a-z0-9]+)*$/.test(issue.message);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MOST_FAULTS).map((key) => fault([...path, key], 'unknown_key'));
  if (named) return [fault(path, issue.message)];
  if (issue.message.endsWith('received undefined')) return [fault(path, 'required')];
  switch (issue.code) {
    case 'invalid_type':
      return [fault(path, 'wrong_type', { expected: issue.expected })];
    case 'invalid_value':
      return [fault(path, 'not_allowed', { allowed: issue.values.map(String).join(', ') })];
    case 'too_small':
      return [fault(path, 'too_few', { least: Number(issue.minimum) })];
    case 'too_big':
      return [fault(path, 'too_many', { most: Number(issue.maximum) })];
    default:
      return [fault(path, 'invalid')];
  }
}

function step(part: PropertyKey): Step {
  return typeof part === 'symbol' ? String(part) : part;
}

/** A name by which other parts of a document are found; never the one that no document may use as a key. */
export const Key = z
  .string()
  .min(1)
  .refine((key) => key !== '__proto__', { error: 'unknown_key' });

/** As a schema's `error`: the given code, or `required` when nothing stands there. */
export function named(code: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => (input === undefined ? 'required' : code);
}
