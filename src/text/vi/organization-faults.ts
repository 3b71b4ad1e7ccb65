import { type Detail, sentences } from '../sentences.ts';

/** What is wrong with a change of units, people or roles. */
export const organizationFaults = sentences({
  id: () => 'không phải mã định danh hợp lệ',
  unit_code: () => 'mã gồm chữ, số, dấu chấm, gạch nối; bắt đầu bằng chữ hoặc số; tối đa 40 ký tự',
  name: () => 'tên cần từ 2 đến 200 ký tự',
  day: () => 'ngày chưa đúng; viết ngày/tháng/năm, ví dụ 22/11/2026',
  decision_number: () => 'cần số quyết định, tối đa 100 ký tự',
  unknown_unit: () => 'không có đơn vị này trong phạm vi được xem',
  unit_ended: ({ name, day }: Detail) => `${name} đã kết thúc hoạt động từ ${day}`,
  before_last_version: ({ name, day }: Detail) =>
    `${name} đã có thay đổi từ ${day}; ngày có hiệu lực phải sau ngày đó`,
  changed_that_day: ({ name, day }: Detail) => `${name} đã có một thay đổi khác trong ngày ${day}`,
  changes_below_later: ({ name, day }: Detail) =>
    `đơn vị trực thuộc ${name} có thay đổi từ ${day}, sau ngày có hiệu lực đã chọn`,
  parent_ended: ({ name, day }: Detail) => `đơn vị chủ quản ${name} đã kết thúc hoạt động từ ${day}`,
  parent_not_begun: ({ name }: Detail) => `đơn vị chủ quản ${name} chưa thành lập vào ngày này`,
  parent_changes_later: ({ name, day }: Detail) => `đơn vị chủ quản ${name} có thay đổi từ ${day}`,
  second_root: ({ name }: Detail) =>
    `đã có đơn vị cao nhất là ${name}; đơn vị mới phải trực thuộc một đơn vị`,
  code_taken: ({ code, name }: Detail) => `mã ${code} đang dùng cho ${name}`,
  unknown_code: ({ code }: Detail) => `không có đơn vị nào mang mã ${code} vào ngày này`,
  unknown_kind: ({ kind }: Detail) => `không có loại đơn vị ${kind}`,
  kind_not_yet: ({ kind, day }: Detail) => `loại ${kind} chỉ có từ ${day}`,
  kind_no_longer: ({ kind, day }: Detail) => `loại ${kind} không còn từ ${day}`,
  kind_not_under: ({ kind, parent }: Detail) => `loại ${kind} không trực thuộc loại ${parent}`,
  cycle: ({ name }: Detail) => `đơn vị được chọn nằm bên dưới ${name}`,
  already_there: ({ name }: Detail) => `${name} đang trực thuộc chính đơn vị này`,
  has_children: ({ count, names }: Detail) =>
    `còn ${count} đơn vị trực thuộc (${names}); hãy chọn đơn vị tiếp nhận`,
  nothing_changes: ({ name }: Detail) => `${name} giữ nguyên như hiện nay, không có gì thay đổi`,
  named_twice: ({ name }: Detail) => `${name} được chọn hai lần`,
  below_another: ({ name }: Detail) => `${name} nằm bên dưới một đơn vị khác cùng được chọn`,
  not_below: () => 'đơn vị được giao không trực thuộc đơn vị bị chia tách',
  taken_twice: () => 'một đơn vị trực thuộc được giao cho hai đơn vị mới',
  email: () => 'địa chỉ thư điện tử chưa đúng dạng',
  title: () => 'cần chức danh, tối đa 200 ký tự',
  reason: () => 'cần ghi lý do, tối đa 500 ký tự',
});
