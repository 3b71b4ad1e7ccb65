import type { ReasonCode } from '../../domain/kernel/time/due-explanation.ts';
import type { Limit } from '../../domain/kernel/time/due-request.ts';
import { printMoment } from '../moments.ts';
import { printDate } from '../numbers.ts';
import { sentences } from '../sentences.ts';

/** Why a day counts toward a time limit or does not. */
const reasons = sentences<ReasonCode>({
  received: ({ at }) => `tiếp nhận lúc ${at}`,
  resumed: ({ at }) => `hết tạm dừng lúc ${at}, thời hạn tính lại từ đầu`,
  restarted: ({ to }) => `không tính, thời hạn tính lại từ đầu khi hết tạm dừng lúc ${printMoment(to)}`,
  effective: () => 'ngày bắt đầu, không tính vào thời hạn',
  after_cutoff: ({ cutoff }) => `sau giờ chốt ${cutoff}, tính như nhận vào ngày làm việc tiếp theo`,
  suspended: ({ from, to }) => `tạm dừng từ ${printMoment(from)} đến ${printMoment(to)}`,
  working_day: ({ nth }) => `ngày làm việc thứ ${nth}`,
  working_hours: ({ minutes }) => `tính ${printMinutes(Number(minutes))} làm việc`,
  no_hours: () => 'không có giờ làm việc nào được tính',
  first_day: () => 'ngày đầu, không tính vào thời hạn',
  calendar_day: ({ nth }) => `ngày thứ ${nth}`,
  moved: () => 'ngày cuối rơi vào ngày nghỉ nên chuyển đến ngày làm việc này',
  saturday: () => 'thứ Bảy, nghỉ hằng tuần',
  sunday: () => 'Chủ nhật, nghỉ hằng tuần',
  day_off: ({ name }) => named('ngày nghỉ', name),
  holiday: ({ name }) => named('nghỉ lễ, tết', name),
  in_lieu: ({ name }) => named('nghỉ bù', String(name).replace(/ \(nghỉ bù\)$/, '')),
  swapped: ({ name }) => named('nghỉ hoán đổi', name),
  make_up: ({ insteadOf }) =>
    insteadOf === '' ? 'thứ Bảy làm bù' : `thứ Bảy làm bù cho ngày ${printDate(String(insteadOf))}`,
  provisional: () => 'dự kiến, chưa có quyết định',
});

function named(kind: string, name: string | number | undefined): string {
  return name === undefined || name === '' ? kind : `${kind}: ${name}`;
}

function printMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} giờ` : '', rest > 0 ? `${rest} phút` : ''].filter(Boolean).join(' ');
}

const limits: Record<Limit['unit'], (count: number) => string> = {
  working_days: (count) => `${count} ngày làm việc`,
  working_hours: (count) => `${count} giờ làm việc`,
  calendar_days: (count) => `${count} ngày liên tục`,
};

export const due = {
  reasons,
  limits,
  weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  promised: 'Hẹn trả kết quả',
  received: 'Tiếp nhận',
  limit: 'Thời hạn',
  provisional: 'Tạm tính: có ngày nghỉ hoặc ngày làm bù mới là dự kiến, chưa có quyết định.',
};
