/** Titles of sheets and of their columns. */
export const sheets = {
  faults: 'Lỗi',
  row: (row: string) => `dòng ${row}`,
  column: (title: string) => `cột "${title}"`,
  sheet: (name: string) => `bảng "${name}"`,
  file: 'tệp',
  units: 'Đơn vị',
  unitCode: 'Mã',
  unitCodeHelp: 'Mã chính thức của đơn vị, ví dụ 00070 hoặc SNV. Không trùng nhau.',
  unitName: 'Tên đơn vị',
  unitNameHelp: 'Tên đầy đủ, ví dụ Phường Đông Kiều.',
  unitKind: 'Loại',
  unitKindHelp: 'Chọn trong danh mục.',
  parentCode: 'Mã đơn vị chủ quản',
  parentCodeHelp: 'Mã của đơn vị cấp trên trực tiếp; để trống nếu là đơn vị cao nhất.',
  parentName: 'Đơn vị chủ quản',
  validFrom: 'Có hiệu lực từ',
};
