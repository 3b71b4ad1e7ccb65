/** What is said of a unit in a period: tags, flags, and whether it takes a place. */
export const unitInPeriod = {
  open: 'Đặc điểm của đơn vị trong kỳ',
  title: (unit: string, period: string) => `${unit} trong kỳ ${period}`,
  kind: 'Loại đơn vị',
  tags: 'Đặc điểm',
  tagsHint: 'Bộ chỉ số dùng đặc điểm để chọn cách chấm hoặc bỏ tiêu chí không áp dụng.',
  tagNames: { vung_kho_khan: 'Vùng khó khăn', moi_sap_nhap: 'Mới sáp nhập trong năm' } as Record<
    string,
    string
  >,
  noTags: 'không có',
  flags: 'Lưu ý xếp loại',
  flagsHint: 'Có lưu ý thì đơn vị không vào được nhóm mà bộ chỉ số đã loại trừ.',
  noFlags: 'không có',
  ranked: 'Được xếp hạng',
  place: 'Xếp hạng',
  takesPlace: 'có xếp hạng',
  takesNone: 'không xếp hạng',
  standsApart:
    'Đơn vị không xếp hạng vẫn có điểm, chỉ số và nhóm, nhưng đứng riêng: không chiếm hạng của đơn vị khác. Dùng cho đơn vị mới sáp nhập trong năm hoặc có điều kiện không so sánh được.',
  save: 'Ghi đặc điểm',
  saveLead: 'Điểm, nhóm và thứ hạng của cả khối được tính lại ngay khi ghi.',
  saved: 'Đã ghi đặc điểm của đơn vị.',
  readOnly: 'Chỉ đơn vị chủ trì bộ chỉ số ghi được các đặc điểm này.',
  allFields: 'Tất cả lĩnh vực',
};
