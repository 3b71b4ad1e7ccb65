/** The flow of ranks over blocks of different size. */
export const rankFlow = {
  size: (units: string) => `${units} đơn vị`,
  ownScale: 'Mỗi kỳ có trục riêng dài bằng khối của kỳ đó: hạng đầu ở trên, hạng cuối ở dưới.',
  apart:
    'Dải gạch chéo ngăn hai khối không so sánh được, như trước và sau sáp nhập: không nối đường qua, không tính tăng giảm. Nét chấm chỉ dẫn từ đơn vị cũ tới đơn vị nay.',
};
