import type { identityFaults as vi } from '../vi/identity-faults.ts';

export const identityFaults: typeof vi = {
  too_long: () => 'this is too long',
  password_short: () => 'a password has at least 12 characters',
  password_long: () => 'a password has at most 128 characters',
  second_factor: () => 'the code has six digits, or is a backup code such as abcde-fghij',
  totp_code: () => 'the code has six digits',
  token: () => 'this is not a valid link',
  email_taken: () => 'this e-mail address is taken',
  email_twice: () => 'this e-mail address stands twice in the list',
  unknown_role: () => 'there is no such role',
  unknown_session: () => 'this session is no longer open',
  link_dead: () => 'the link has been used or has expired',
  no_email: () => 'this person has no e-mail address',
  has_account: () => 'this person has an account already',
  no_account: () => 'this person has no account',
  account_disabled: () => 'the account of this person is disabled',
  wrong_credentials: () => 'wrong e-mail or password',
  wrong_password: () => 'the current password is wrong',
  wrong_code: () => 'the code is wrong or no longer valid',
};
