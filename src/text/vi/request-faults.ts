import { Permission } from '../../domain/kernel/permission.ts';
import { type Detail, sentences } from '../sentences.ts';

import { permissions } from './permissions.ts';

/** Why a request was refused before it came to the matter itself, and what is wrong with a file. */
export const requestFaults = sentences({
  sign_in_first: () => 'cần đăng nhập trước',
  permission_missing: ({ permission }: Detail) => `vai trò được giao không có quyền “${nameOf(permission)}”`,
  no_such_address: () => 'không có địa chỉ này',
  no_such_file: () => 'không có tệp này, hoặc tệp thuộc đơn vị ngoài phạm vi được xem',
  no_tenant: () => 'hệ thống chưa được khởi tạo; người vận hành cần chạy: minhchung init',
  body_too_large: () => 'nội dung gửi lên quá lớn',
  media_type: () => 'kiểu nội dung gửi lên không được hỗ trợ',
  malformed_request: () => 'yêu cầu viết sai dạng',
  head_too_large: () => 'phần đầu của yêu cầu (địa chỉ, cookie) quá dài',
  request_slow: () => 'yêu cầu gửi đến quá chậm nên đã bị ngắt; hãy thử lại',
  unprintable_character: () => 'nội dung có ký tự rỗng (mã 0), không lưu được; hãy xóa ký tự ấy',
  too_often: ({ minutes }: Detail) =>
    `gửi quá nhiều lần trong thời gian ngắn; hãy chờ ${minutes ?? 1} phút rồi thử lại`,
  too_fast: ({ seconds }: Detail) => `gửi yêu cầu quá dồn dập; hãy chờ ${seconds} giây rồi thử lại`,
  cross_site: () => 'yêu cầu đến từ một trang khác nên không được thực hiện; hãy thao tác từ chính trang này',
  internal: () => 'hệ thống gặp sự cố ngoài dự kiến; thao tác chưa được ghi nhận, hãy thử lại',
  id: () => 'mã định danh sai dạng',
  idempotency_key: () => 'khóa chống gửi lặp phải dài từ 8 đến 200 ký tự',
  idempotency_key_reused: () => 'khóa chống gửi lặp này đã dùng cho một yêu cầu khác',
  preview_busy: () => 'đang có nhiều bản xem trước chờ được dựng; hãy thử lại sau ít phút',
  preview_failed: () => 'LibreOffice trên máy chủ không dựng được bản PDF; hãy tải bản Word',
  seal_hash: () => 'mã niêm phong gồm 64 ký tự 0–9, a–f',
  file_name: () => 'tên tệp phải có từ 1 đến 200 ký tự, không chứa dấu / \\ hay ký tự điều khiển',
  file_empty: () => 'tệp rỗng',
  file_over_limit: ({ most }: Detail) => `tệp lớn hơn ${most} MB`,
  file_ending: ({ endings }: Detail) =>
    `đuôi của tên tệp không khớp với nội dung; với nội dung này, tên phải kết thúc bằng ${endings}`,
  file_type: ({ type }: Detail) =>
    `loại tệp này không được nhận (${type}); chỉ nhận PDF, văn bản, bảng tính, trình chiếu, ảnh, tệp nén ZIP, MP3, MP4 và văn bản thuần`,
});

function nameOf(permission: string | number | undefined): string {
  const known = Permission.safeParse(permission);
  return known.success ? permissions[known.data] : String(permission);
}
