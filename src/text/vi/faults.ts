import { type Detail, sentences } from '../sentences.ts';

/** What is wrong with a document, one sentence for each code that `domain` can give. */
export const faults = sentences({
  json_syntax: ({ line, column }: Detail) => `không phải JSON hợp lệ, lỗi ở dòng ${line}, cột ${column}`,
  too_deep: () => 'lồng nhau quá sâu',
  float: ({ written }: Detail) =>
    `số ${written} viết có dấu chấm hoặc số mũ; số thập phân phải để trong ngoặc kép, số đếm phải là số nguyên`,
  too_many_faults: () => 'còn nhiều lỗi khác; hãy sửa những lỗi trên rồi thử lại',
  duplicate_key: () => 'khóa này xuất hiện hai lần trong cùng một đối tượng',
  unknown_key: () => 'khóa không có trong định dạng này',
  required: () => 'thiếu, phải có',
  wrong_type: ({ expected }: Detail) => `sai kiểu dữ liệu, cần ${TYPES[expected ?? ''] ?? expected}`,
  not_allowed: ({ allowed }: Detail) => `giá trị không được phép; chỉ nhận: ${allowed}`,
  too_few: ({ least }: Detail) => `quá ít, cần ít nhất ${least}`,
  too_many: ({ most }: Detail) => `quá nhiều, tối đa ${most}`,
  invalid: () => 'không hợp lệ',
  decimal: () => 'phải là số thập phân trong ngoặc kép, ví dụ "12.5", hoặc số nguyên',
  count: () => 'phải là số nguyên không âm, không để trong ngoặc kép',
  too_many_digits: () => 'số dài quá 100 chữ số',
  decimals: () => 'số chữ số thập phân phải từ 0 đến 3',
  rounding_mode: () => 'cách làm tròn phải là half_up (làm tròn) hoặc cut (cắt bỏ)',
  points_out_of_range: () => 'điểm vượt quá một triệu',
  points_too_fine: () => 'điểm có quá ba chữ số thập phân',
  file_unreadable: ({ file }: Detail) => `không đọc được tệp ${file}`,
  file_is_folder: ({ file }: Detail) => `${file} là thư mục, cần một tệp`,
  file_too_large: ({ file }: Detail) => `tệp ${file} lớn hơn 64 MB`,
  unknown_option_name: () => 'lệnh không có tùy chọn này',
  option_value: () =>
    'tùy chọn thiếu giá trị, hoặc không nhận giá trị; giá trị bắt đầu bằng dấu - viết liền: --tùy-chọn=-1',
  not_utf8: () => 'tệp không phải văn bản UTF-8',
});

const TYPES: Record<string, string> = {
  object: 'một đối tượng {…}',
  array: 'một danh sách […]',
  string: 'chuỗi chữ',
  number: 'số nguyên',
  int: 'số nguyên',
  boolean: 'true hoặc false',
};
