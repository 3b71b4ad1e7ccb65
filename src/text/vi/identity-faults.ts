import { sentences } from '../sentences.ts';

/** What is wrong with signing in, an invitation or an account. */
export const identityFaults = sentences({
  too_long: () => 'nội dung quá dài',
  password_short: () => 'mật khẩu cần ít nhất 12 ký tự',
  password_long: () => 'mật khẩu tối đa 128 ký tự',
  second_factor: () => 'mã gồm sáu chữ số, hoặc là mã dự phòng dạng abcde-fghij',
  totp_code: () => 'mã gồm sáu chữ số',
  token: () => 'liên kết không đúng dạng',
  email_taken: () => 'địa chỉ thư điện tử này đã có người dùng',
  email_twice: () => 'địa chỉ thư điện tử này xuất hiện hai lần trong danh sách',
  unknown_role: () => 'không có vai trò này',
  unknown_session: () => 'phiên này không còn mở',
  link_dead: () => 'liên kết đã dùng hoặc đã hết hạn',
  no_email: () => 'người này chưa có địa chỉ thư điện tử',
  has_account: () => 'người này đã có tài khoản',
  no_account: () => 'người này chưa có tài khoản',
  account_disabled: () => 'tài khoản của người này đã bị khóa',
  wrong_credentials: () => 'thư điện tử hoặc mật khẩu không đúng',
  wrong_password: () => 'mật khẩu hiện tại không đúng',
  wrong_code: () => 'mã không đúng hoặc đã hết hiệu lực',
});
