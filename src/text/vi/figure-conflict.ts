/** Somebody else saved the same figures in the meantime. */
export const figureConflict = {
  title: 'Người khác vừa sửa những ô này',
  body: 'Chưa lưu gì; phần bạn đã gõ vẫn còn. Hãy lấy số liệu mới, xem lại các ô dưới đây rồi lưu.',
  take: 'Lấy số liệu mới, giữ phần đã gõ',
};
