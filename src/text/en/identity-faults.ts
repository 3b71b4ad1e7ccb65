import type { identityFaults as vi } from '../vi/identity-faults.ts';

export const identityFaults: typeof vi = {
  password_short: () => 'a password has at least 12 characters',
  password_long: () => 'a password has at most 128 characters',
  totp_code: () => 'the code has six digits',
  token: () => 'this is not a valid link',
};
