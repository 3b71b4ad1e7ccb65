import { type Detail, sentences } from '../sentences.ts';

/** What is wrong with a workbook that somebody sends, or with a cell of it. */
export const sheetFaults = sentences({
  not_xlsx: () => 'tệp không phải sổ tính Excel (.xlsx)',
  old_or_locked_xls: () =>
    'tệp là Excel kiểu cũ (.xls) hoặc có mật khẩu; hãy bỏ mật khẩu và lưu lại thành .xlsx',
  has_macros: () => 'sổ tính có macro nên không được nhận; hãy lưu lại thành .xlsx không có macro',
  damaged_xlsx: () => 'sổ tính bị hỏng hoặc viết sai dạng; hãy mở bằng Excel rồi lưu lại',
  file_too_large: () => 'tệp quá lớn',
  inflates_too_much: () => 'nội dung giải nén ra quá lớn so với một bảng tính bình thường',
  too_many_rows: ({ most }: Detail) => `nhiều hơn ${most} dòng; hãy chia thành nhiều tệp`,
  no_header: ({ titles }: Detail) => `không thấy dòng tiêu đề; còn thiếu cột: ${titles}`,
  no_rows: () => 'bảng không có dòng dữ liệu nào',
  column_twice: () => 'có hai cột cùng tên này; hãy bỏ bớt một cột',
  merged_cells: () => 'có ô gộp; hãy bỏ gộp ô để mỗi dòng đủ dữ liệu của mình',
  cell_error: ({ written }: Detail) => `công thức trong ô báo lỗi ${written}`,
  formula_without_value: () => 'công thức chưa được tính; hãy mở bằng Excel, lưu lại rồi gửi',
  cell_too_long: ({ most }: Detail) => `nội dung dài quá ${most} ký tự`,
  text_became_day: ({ day }: Detail) =>
    `Excel đã đổi nội dung thành ngày ${day}; hãy định dạng ô là Văn bản rồi gõ lại`,
  not_a_number: ({ written }: Detail) => `"${written}" không phải số; viết như 12,5`,
  ambiguous_number: ({ written }: Detail) =>
    `"${written}" có thể đọc theo hai cách; viết ${plain(written)} hoặc ${point(written)}`,
  not_whole: ({ written }: Detail) => `"${written}" không phải số nguyên`,
  negative_count: ({ written }: Detail) => `số trường hợp không được âm, ở đây là ${written}`,
  not_a_day: ({ written }: Detail) => `"${written}" không phải ngày; viết như 22/11/2026`,
  no_such_choice: ({ written }: Detail) => `"${written}" không có trong danh mục được chọn`,
});

function plain(written: string | number | undefined): string {
  return String(written).replaceAll('.', '');
}

function point(written: string | number | undefined): string {
  return String(written).replace('.', ',');
}
