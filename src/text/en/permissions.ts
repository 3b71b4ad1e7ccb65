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
  'scorecard.read': 'See issued scorecards',
  'scorecard.edit': 'Import, edit and copy scorecards; import published tables of others',
  'scorecard.issue': 'Issue scorecards',
  'figure.read': 'See the figures that are scored',
  'figure.edit': 'Enter figures; open a period',
  'result.read': 'See results before publication',
  'result.publish': 'Publish results',
  'system.operate': 'Operate the system: jobs, backup',
};
