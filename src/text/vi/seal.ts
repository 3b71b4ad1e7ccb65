/** The seal of published results, and computing them once more. */
export const seal = {
  title: 'Niêm phong kết quả',
  decision: 'Công bố theo',
  hash: 'Mã băm SHA-256',
  lead: 'Bộ chỉ số, số liệu và kết quả được giữ nguyên từ lúc công bố; mã băm tính từ cả ba, in kèm để đối chiếu về sau.',
  verify: 'Tính lại kết quả đã công bố',
  frozen: 'Mã khi công bố',
  recomputed: 'Mã khi tính lại',
  same: 'Khớp: kết quả tính lại giống hệt kết quả đã công bố.',
  sameProves:
    'Điều đó cho thấy từ ngày công bố không ai sửa số liệu hay kết quả, và mọi điểm đều tính ra được từ số liệu đã khóa.',
  differs: 'Không khớp: số liệu hoặc kết quả đã khóa không còn như lúc công bố.',
  differsMeans:
    'Kết quả đang hiện chưa chắc là kết quả đã công bố. Hãy giữ nguyên hệ thống, báo người quản trị và đối chiếu với bản sao lưu, nhật ký niêm phong.',
};
