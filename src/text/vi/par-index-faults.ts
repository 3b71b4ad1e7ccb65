import { type Detail, sentences } from '../sentences.ts';

/** Why something asked about scorecards, figures and results was refused. */
export const parIndexFaults = sentences({
  period: () => 'kỳ đánh giá ghi là năm (2026) hoặc quý của năm (2026-Q3)',
  saved_since: () => 'người khác đã lưu sau khi bạn mở; hãy tải lại rồi sửa tiếp',
  results_are_published: () => 'kết quả kỳ này đã công bố nên không sửa được nữa',
  scorecard_is_draft: () => 'bộ chỉ số còn là dự thảo; phải ban hành trước',
  scorecard_is_issued: () => 'bộ chỉ số đã ban hành nên không sửa được; hãy lập bản mới',
  scorecard_code_taken: ({ code }: Detail) => `mã ${code} đã dùng cho bộ chỉ số khác`,
  unit_not_of_block: () => 'đơn vị không thuộc khối của bộ chỉ số',
});
