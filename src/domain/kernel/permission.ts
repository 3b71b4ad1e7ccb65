import * as z from 'zod';

/**
 * Everything that can be allowed. A role is a named set of these; an operation names the one it needs. A new module
 * adds its own lines here.
 */
export const PERMISSIONS = [
  'unit.read',
  'unit.change',
  'person.read',
  'person.change',
  'person.invite',
  'assignment.change',
  'assignment.delegate',
  'account.reset',
  'journal.read',
  'journal.verify',
  'file.read',
  'file.add',
  'scorecard.read',
  'scorecard.edit',
  'scorecard.issue',
  'figure.read',
  'figure.edit',
  'result.read',
  'result.publish',
  'system.operate',
] as const;

export const Permission = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof Permission>;
