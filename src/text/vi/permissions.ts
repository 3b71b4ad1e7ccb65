import type { Permission } from '../../domain/kernel/permission.ts';

/** What each permission allows, for the unit where it is held and everything below it. */
export const permissions: Record<Permission, string> = {
  'unit.read': 'Xem đơn vị và lịch sử đơn vị',
  'unit.change': 'Lập, đổi tên, chuyển, sáp nhập, chia tách, kết thúc đơn vị',
  'person.read': 'Xem người, vị trí công tác và vai trò',
  'person.change': 'Thêm người, ghi vị trí công tác, ghi nhận thôi việc',
  'person.invite': 'Mời nhận tài khoản, từng người hoặc theo danh sách',
  'assignment.change': 'Giao và kết thúc vai trò của người khác',
  'assignment.delegate': 'Ủy quyền vai trò của chính mình, có thời hạn',
  'account.reset': 'Gỡ xác thực hai lớp của người mất điện thoại',
  'journal.read': 'Xem nhật ký',
  'journal.verify': 'Kiểm tra niêm phong nhật ký',
  'file.read': 'Xem tệp minh chứng',
  'file.add': 'Thêm tệp minh chứng',
  'scorecard.read': 'Xem bộ chỉ số đã ban hành',
  'scorecard.edit': 'Nhập, soạn, sao chép bộ chỉ số; nhập bảng kết quả của nơi khác',
  'scorecard.issue': 'Ban hành bộ chỉ số',
  'figure.read': 'Xem số liệu chấm điểm',
  'figure.edit': 'Nhập số liệu chấm điểm; mở kỳ đánh giá',
  'result.read': 'Xem kết quả trước khi công bố',
  'result.publish': 'Công bố kết quả',
  'system.operate': 'Vận hành hệ thống: công việc nền, sao lưu',
};
