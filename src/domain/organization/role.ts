import * as z from 'zod';
import type { Permission } from '../kernel/permission.ts';

export const ROLES = [
  'administrator',
  'reform_office',
  'procedure_office',
  'head_of_unit',
  'officer',
  'one_stop_clerk',
  'appraiser',
  'council_member',
  'auditor',
  'operator',
] as const;

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

const READER: readonly Permission[] = [
  'unit.read',
  'person.read',
  'file.read',
  'scorecard.read',
  'figure.read',
  'result.read',
];
const WORKER: readonly Permission[] = [...READER, 'file.add'];

/** What the holder of a role may do in the unit of the assignment and everywhere below it. */
export const PERMISSIONS_OF_ROLE: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: [
    ...WORKER,
    'unit.change',
    'person.change',
    'person.invite',
    'assignment.change',
    'account.reset',
    'journal.read',
  ],
  reform_office: [
    ...WORKER,
    'journal.read',
    'scorecard.edit',
    'scorecard.issue',
    'figure.edit',
    'result.publish',
  ],
  procedure_office: [...WORKER, 'journal.read'],
  head_of_unit: [...WORKER, 'assignment.delegate', 'journal.read', 'figure.edit'],
  officer: [...WORKER, 'figure.edit'],
  one_stop_clerk: WORKER,
  appraiser: WORKER,
  council_member: READER,
  auditor: [...READER, 'journal.read', 'journal.verify'],
  operator: ['system.operate'],
};

/** A delegation lasts at most this many days and is then given anew, in writing. */
export const LONGEST_DELEGATION_DAYS = 366;
