import { type Detail, sentences } from '../sentences.ts';

/** What is wrong with a scorecard or a table of results in a workbook. */
export const indexSheetFaults = sentences({
  rule_piece: ({ piece }: Detail) => `không hiểu "${piece}"; xem cách viết của loại quy tắc này`,
  rule_lacks: ({ piece }: Detail) => `còn thiếu phần: ${piece}`,
  rule_unknown: () =>
    'không rõ loại quy tắc; chọn ở cột "Loại quy tắc", hoặc viết như ≥ 90 %: 2; 70–<90 %: 1; còn lại: 0',
  bound_open_or_closed: ({ piece, bound }: Detail) =>
    `"${piece}" không nói rõ đúng ${bound} thuộc mức nào; viết ≥ ${bound} hoặc > ${bound}, hay 70–<90`,
  tiers_overlap: ({ piece, next }: Detail) => `"${piece}" và "${next}" chồng lên nhau`,
  tiers_gap: ({ piece, next }: Detail) => `giữa "${piece}" và "${next}" có khoảng không thuộc mức nào`,
  tier_top: ({ piece }: Detail) => `mức cao nhất "${piece}" có chặn trên; viết như ≥ 90 %`,
  tier_without_bound: ({ piece }: Detail) => `"${piece}" không có ngưỡng dưới nên phải là mức cuối cùng`,
  criterion_without_rule: () => 'tiêu chí không có tiêu chí con thì phải có cách chấm',
  only_without_children: () => 'chỉ ghi ở tiêu chí không có tiêu chí con',
  only_with_children: () => 'chỉ ghi ở tiêu chí có tiêu chí con',
  variant_without_rule: () =>
    'dòng cách chấm riêng phải đứng ngay dưới tiêu chí của nó, cùng mã hoặc để trống mã',
  unknown_parent_code: ({ code }: Detail) => `không có dòng nào mang mã ${code}`,
  unknown_criterion: ({ code }: Detail) => `không có tiêu chí mã ${code}`,
  rule_name: () =>
    'tên biến phải bắt đầu bằng chữ cái hoặc dấu gạch dưới, tiếp theo là chữ cái, chữ số, gạch dưới',
  parent_circle: () => 'các mã cấp trên đi vòng, hoặc quá 100 cấp',
  head_twice: () => 'thông tin này đã ghi ở dòng trên',
  band_bound: ({ written }: Detail) => `không đọc được ngưỡng "${written}"; viết như ≥ 80, > 80 hoặc còn lại`,
  band_needs: ({ written }: Detail) => `không đọc được điều kiện "${written}"; viết như 3 ≥ 50 %`,
  no_points_columns: () => 'không có cột nào chứa điểm, tỷ lệ, hạng hay xếp loại',
  table_year: ({ written }: Detail) => `"${written}" không phải năm; viết bốn chữ số, như 2025`,
  not_a_rank: ({ written }: Detail) => `"${written}" không phải thứ hạng; viết số nguyên từ 1`,
});
