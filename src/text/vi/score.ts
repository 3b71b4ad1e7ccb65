/** Words of the printed ranking and of one unit's tree. */
export const scoreText = {
  usage: 'minhchung score BỘ_CHỈ_SỐ.json SỐ_LIỆU.json [--json] [--unit MÃ] [--lang en]',
  rank: 'Hạng',
  unit: 'Đơn vị',
  points: 'Điểm',
  applicable: 'Điểm áp dụng',
  index: 'Chỉ số',
  band: 'Nhóm',
  missing: 'Thiếu số liệu',
  unranked: 'không xếp hạng',
  noIndex: 'không có tiêu chí áp dụng',
  unitLine: (points: string, applicable: string, index: string) =>
    `${points} / ${applicable} điểm, chỉ số ${index}`,
  rankLine: (rank: number, of: number) => `hạng ${rank} trong ${of} đơn vị được xếp hạng`,
  bandLine: (band: string) => `nhóm ${band}`,
  bonusLine: (points: string) => `Điểm thưởng, điểm trừ: ${points}`,
  excluded: 'không tính',
  missingLeaf: 'thiếu số liệu',
  unknownUnit: (code: string) => `--unit: không có đơn vị mã ${code} trong tệp số liệu`,
};
