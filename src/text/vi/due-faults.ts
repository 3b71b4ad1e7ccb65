import { printMoment } from '../moments.ts';
import { printDate } from '../numbers.ts';
import { type Detail, sentences } from '../sentences.ts';

/** What is wrong with a working calendar or with what a due time is asked for. */
export const dueFaults = sentences({
  day: () => 'phải là một ngày có thật, viết NĂM-THÁNG-NGÀY, ví dụ 2026-07-25',
  clock: () => 'phải là giờ viết GIỜ:PHÚT, ví dụ 15:00',
  cutoff: () => 'phải là giờ viết GIỜ:PHÚT, ví dụ 15:00, hoặc none (không có giờ chốt)',
  moment: () => 'phải là ngày giờ có thật, viết NĂM-THÁNG-NGÀYTGIỜ:PHÚT, ví dụ 2025-01-23T15:30',
  limit: () => 'phải là 5d (ngày làm việc), 40h (giờ làm việc) hoặc 10cd (ngày liên tục)',
  limit_too_long: () => 'thời hạn dài quá 100000',
  hours_by_date: () => 'thời hạn tính bằng giờ chỉ dùng được với --mode by_hours',
  suspension: () => 'phải viết TỪ/ĐẾN, ví dụ 2025-02-03T09:00/2025-02-05T09:00',
  suspension_empty: () => 'thời điểm bắt đầu tạm dừng phải trước thời điểm kết thúc',
  suspended_before_receipt: ({ received }: Detail) =>
    `tạm dừng bắt đầu trước khi tiếp nhận hồ sơ (${printMoment(received)})`,
  suspensions_overlap: ({ from, to }: Detail) =>
    `chồng lên lần tạm dừng từ ${printMoment(from)} đến ${printMoment(to)}`,
  unknown_year: ({ year }: Detail) => `lịch làm việc chưa có năm ${year}, không thể tính`,
  calendar_year: () => 'phải là năm từ 1900 đến 2199',
  calendar_basis: () =>
    'căn cứ phải là found, found-as-proposal, own-knowledge-high, own-knowledge-medium, rule-computed hoặc projection',
  day_off_kind: () => 'loại ngày nghỉ phải là luat, bu hoặc hoan-doi',
  month_day: () => 'phải là một ngày có thật trong năm, viết THÁNG-NGÀY, ví dụ 11-24',
  outside_year: ({ year }: Detail) => `ngày này không thuộc năm ${year}`,
  date_twice: ({ date }: Detail) => `ngày ${printDate(String(date))} đã có trong danh sách này`,
  off_and_working: ({ date }: Detail) =>
    `ngày ${printDate(String(date))} vừa là ngày nghỉ vừa là ngày làm bù`,
  weekday_differs: ({ date, actual }: Detail) => `ngày ${printDate(String(date))} phải là ${actual}`,
  not_saturday: ({ date }: Detail) => `ngày làm bù ${printDate(String(date))} không phải thứ Bảy`,
  unexpected_argument: () => 'thừa trên dòng lệnh',
});
