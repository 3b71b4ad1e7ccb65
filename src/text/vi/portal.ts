/** The pages for citizens. */
export const portal = {
  title: (tenant: string) => `Cải cách hành chính · ${tenant}`,
  describes: (tenant: string) =>
    `Kết quả chỉ số cải cách hành chính đã công bố của ${tenant}, tới từng tiêu chí và số liệu.`,
  heading: 'Cải cách hành chính',
  demo: 'Dữ liệu minh họa',
  demoMore: 'Tỉnh Trường Giang và mọi tên ở đây được đặt ra để minh họa phần mềm.',
  skip: 'Đến nội dung chính',
  home: 'Trang chủ',
  staff: 'Dành cho cán bộ',
  largeText: 'Chữ lớn',
  normalText: 'Chữ thường',
  otherLanguage: 'English',
  foot: 'Trang này không dùng JavaScript và không theo dõi người xem.',

  searchLabel: 'Tìm xã, phường, đặc khu, cơ quan',
  searchHint: 'Gõ tên cũ hoặc tên mới, không cần dấu. Tên trước sáp nhập cho biết nay thuộc đơn vị nào.',
  searchExample: 'Ví dụ: dong kieu',
  searchDo: 'Tìm',
  searchTitle: (typed: string) => `Kết quả tìm “${typed}”`,
  found: (count: string) => `${count} đơn vị`,
  foundMany: (shown: string, count: string) => `${shown} trong ${count} đơn vị; gõ thêm chữ để thu hẹp.`,
  nothing: 'Không có đơn vị nào mang tên này.',
  nothingMore: 'Hãy thử gõ ít chữ hơn, ví dụ bỏ “xã”, “phường”.',
  code: 'Mã',
  under: (parent: string) => `trực thuộc ${parent}`,
  until: (day: string) => `tên dùng đến hết ngày ${day}`,
  nowIs: 'nay là',
  mergedFrom: 'hợp nhất từ',
  ended: 'đã kết thúc hoạt động',

  nationalTitle: 'Nộp hồ sơ trực tuyến',
  nationalBody: 'Việc nộp hồ sơ trực tuyến thực hiện tại Cổng Dịch vụ công quốc gia.',
  nationalLink: 'Đến Cổng Dịch vụ công quốc gia',
  trustTitle: 'Nhật ký không sửa được',
  trustBody:
    'Mọi thay đổi số liệu được ghi lại và niêm phong bằng mã băm. Ai giữ một mã đã công bố đều kiểm tra được nhật ký có bị sửa hay không.',
  trustLink: 'Xem các niêm phong',

  seals: 'Niêm phong nhật ký',
  sealsLead:
    'Mỗi niêm phong khóa các mục nhật ký trước đó. Hãy lưu lại mã băm: nếu sau này nhật ký bị sửa, mã sẽ không còn khớp.',
  sealNumber: 'Số',
  sealedAt: 'Niêm phong lúc',
  sealEntries: 'Số mục',
  sealHash: 'Mã băm SHA-256',
  noSeals: 'Chưa có niêm phong nào.',
  older: 'Các niêm phong trước đó',

  notFound: 'Không tìm thấy trang này',
  notFoundBody: 'Địa chỉ có thể đã thay đổi. Hãy bắt đầu lại từ trang chủ.',
};
