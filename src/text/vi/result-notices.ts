/** Results as official papers, which the law knows in Vietnamese only. */
export const resultNotices = {
  notice: 'Thông báo',
  symbol: 'TB-……',
  decreeSigner: 'Quyền hạn, chức vụ của người ký',
  signerName: '(Chữ ký, họ và tên)',
  recipients: (agency: string) => ['Các đơn vị được đánh giá', `${agency} (để báo cáo)`, 'Lưu: VT, ……'],
  unitRecipients: (unit: string) => [unit, 'Lưu: VT, ……'],
  rankingAbstract: (name: string, period: string) => `Kết quả xếp hạng theo ${name}, ${period}`,
  unitAbstract: (unit: string, name: string, period: string) =>
    `Kết quả đánh giá ${unit} theo ${name}, ${period}`,
  annexTitle: (name: string, period: string) => `Bảng xếp hạng theo ${name}, ${period}`,
  enclosed: (paper: string) => `(Kèm theo ${paper})`,
  enclosedBlank: '(Kèm theo Thông báo số …… ngày …… tháng …… năm …… của ……)',
  byScorecard: (name: string, decision: string) =>
    `Căn cứ ${name}${decision === '' ? '' : ` (ban hành theo ${decision})`};`,
  byPublication: (decision: string) => `Căn cứ ${decision} về việc công bố kết quả;`,
  announces: (agency: string) => `${agency} thông báo kết quả như sau:`,
  general: '1. Kết quả chung',
  generalText: (units: string, ranked: string) =>
    `Số đơn vị được đánh giá: ${units}; số đơn vị được xếp hạng: ${ranked}.`,
  spread: (mean: string, best: string, first: string, least: string, last: string) =>
    `Chỉ số bình quân của các đơn vị được xếp hạng: ${mean} %. Cao nhất: ${first}, ${best} %. Thấp nhất: ${last}, ${least} %.`,
  bandsText: (counts: string) => `Số đơn vị theo nhóm: ${counts}.`,
  byBand: '2. Đơn vị theo nhóm',
  inBand: (band: string, units: string) => `${band}: ${units}.`,
  tableAt: 'Thứ hạng, điểm từng lĩnh vực, tổng điểm và chỉ số của từng đơn vị: tại Phụ lục kèm theo.',
  unrankedUnits: (units: string) => `Được chấm điểm nhưng không xếp hạng: ${units}.`,
  provisionalText: 'Kết quả trong dự thảo này là tạm tính, có thể thay đổi cho đến khi được công bố.',
  fieldList: (fields: string) => `Lĩnh vực: ${fields}.`,
  unitGeneral: (index: string, points: string, applicable: string) =>
    `Chỉ số: ${index} % (${points} điểm trên ${applicable} điểm áp dụng).`,
  unitRank: (rank: string, of: string) => `Thứ hạng: ${rank} trong ${of} đơn vị được xếp hạng.`,
  unitUnranked: 'Đơn vị được chấm điểm nhưng không xếp hạng trong kỳ này.',
  unitBand: (band: string) => `Nhóm: ${band}.`,
  unitFields: '2. Điểm từng lĩnh vực',
  unitLost: '3. Tiêu chí mất điểm',
  unitNothingLost: 'Đơn vị không mất điểm ở tiêu chí nào.',
  unitMissing: (codes: string) =>
    `Tiêu chí chưa có số liệu, được tính 0 điểm và vẫn nằm trong mẫu số: ${codes}.`,
};
