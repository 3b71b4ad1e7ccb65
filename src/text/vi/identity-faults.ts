import { sentences } from '../sentences.ts';

/** What is wrong with signing in, an invitation or an account. */
export const identityFaults = sentences({
  password_short: () => 'mật khẩu cần ít nhất 12 ký tự',
  password_long: () => 'mật khẩu tối đa 128 ký tự',
  totp_code: () => 'mã gồm sáu chữ số',
  token: () => 'liên kết không đúng dạng',
});
