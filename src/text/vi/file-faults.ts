import { printInstant } from '../instants.ts';
import { type Detail, sentences } from '../sentences.ts';

/** Why a file is not taken, shown or kept. */
export const fileFaults = sentences({
  file_store_unavailable: () =>
    'kho tệp tạm thời không trả lời; chưa có gì được lưu, hãy thử lại sau ít phút',
  file_scanner_silent: () => 'máy quét mã độc không trả lời; tệp chưa được nhận, hãy thử lại sau ít phút',
  file_infected: ({ name }: Detail) => `máy quét thấy mã độc trong tệp (${name}); tệp không được nhận`,
  file_unchanged: ({ version }: Detail) => `tệp giống hệt phiên bản ${version} đang dùng`,
  file_present: ({ name, version, addedBy, addedAt }: Detail) =>
    `đơn vị đã có tài liệu cùng nội dung: ${name}, phiên bản ${version}, ${addedBy} thêm lúc ${printInstant(String(addedAt))}`,
  file_not_viewable: () => 'loại tệp này không xem được tại chỗ; hãy tải về',
  no_unit_there: () => 'hôm nay không có đơn vị nào ở đường dẫn này',
  reason_needed: () => 'cần ghi lý do',
  file_contents_lost: () =>
    'nội dung tệp không còn trong kho; hãy báo người vận hành khôi phục từ bản sao lưu',
});
