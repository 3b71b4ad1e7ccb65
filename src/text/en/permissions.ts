import type { permissions as vi } from '../vi/permissions.ts';

export const permissions: typeof vi = {
  'unit.read': 'See units and their history',
  'unit.change': 'Create, rename, move, merge, split and end units',
  'person.read': 'See people, their positions and roles',
  'person.change': 'Add people, keep positions, end leavers',
  'person.invite': 'Invite to an account, one person or a sheet',
  'assignment.change': 'Grant and end roles of others',
  'assignment.delegate': 'Delegate own roles for a limited time',
  'account.reset': 'Take off the second factor of a lost phone',
  'journal.read': 'Read the journal',
  'journal.verify': 'Verify the seals of the journal',
  'file.read': 'See evidence files',
  'file.add': 'Add evidence files',
  'system.operate': 'Operate the system: jobs, backup',
};
