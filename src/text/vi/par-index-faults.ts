import { type Detail, sentences } from '../sentences.ts';

/** Why something cannot be done with a scorecard, a figure or a result. */
export const parIndexFaults = sentences({
  period: () => 'kỳ viết dạng 2026 (năm) hoặc 2026-Q3 (quý)',
  unknown_scorecard: () => 'không có bộ chỉ số này, hoặc bộ chỉ số đang là bản thảo của nơi khác',
  unknown_period: () => 'bộ chỉ số này chưa mở kỳ đánh giá đó',
  unknown_criterion: () => 'bộ chỉ số không có tiêu chí mang mã này',
  unknown_table: () => 'không có bảng kết quả này',
  saved_since: ({ revision }: Detail) =>
    `người khác đã lưu sau khi bạn mở (lần lưu hiện nay: ${revision}); hãy tải lại rồi sửa tiếp`,
  scorecard_is_issued: () => 'bộ chỉ số đã ban hành nên không sửa được nữa; hãy sao chép thành bản thảo mới',
  scorecard_is_draft: () => 'bộ chỉ số còn là bản thảo; cần ban hành trước khi mở kỳ đánh giá',
  scorecard_code_taken: ({ code }: Detail) => `đã có bộ chỉ số khác mang mã ${code}`,
  results_are_published: () => 'kết quả kỳ này đã công bố nên số liệu không thay đổi được nữa',
  nobody_is_judged: () => 'kỳ này chưa có đơn vị nào được đánh giá',
  ranking_not_whole: () =>
    'thông báo xếp hạng chỉ lập được khi bạn xem được mọi đơn vị của khối; trước khi công bố hãy xuất kết quả của đơn vị mình',
  not_published: () => 'kết quả kỳ này chưa công bố',
  unit_not_of_block: () => 'đơn vị này không thuộc khối mà bộ chỉ số đánh giá vào ngày cuối kỳ',
  unknown_unit_code: ({ code }: Detail) =>
    `không có đơn vị mang mã ${code} trong khối được đánh giá vào ngày cuối kỳ`,
  unit_not_yours: ({ name }: Detail) => `không có quyền nhập số liệu của ${name}`,
  unit_kind_differs: ({ kind, name }: Detail) => `${name} thuộc loại ${kind}, khác với tệp`,
  unit_description_not_yours: ({ name }: Detail) =>
    `nhãn, cờ và việc xếp hạng của ${name} do cơ quan giữ bộ chỉ số ghi, không đổi qua tệp này được`,
});
