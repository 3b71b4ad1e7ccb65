import { accounts, invitations, me, passwords, session, totp } from './identity/contract.ts';
import { journalContract as journal } from './journal/contract.ts';
import { units } from './organization/contract.ts';
import { assignments, people, positions } from './organization/people-contract.ts';

/** Every operation of the product, by subject. */
export const contract = {
  session,
  totp,
  passwords,
  invitations,
  me,
  units,
  people,
  positions,
  assignments,
  accounts,
  journal,
};
