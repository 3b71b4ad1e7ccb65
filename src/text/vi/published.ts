import { type Detail, sentences } from '../sentences.ts';

/** What disagrees in a published table, one sentence for each problem that the checker can find. */
const says = sentences({
  sum: ({ expected, found }: Detail) =>
    `Điểm các phần cộng lại được ${expected}, nhưng tổng điểm in là ${found}.`,
  percent_of_part: ({ part, points, max, expected, found }: Detail) =>
    `Phần “${part}”: ${points} ÷ ${max} điểm = ${expected} %, nhưng in ${found} %.`,
  percent_of_group: ({ part, points, max, expected, found }: Detail) =>
    `Nhóm “${part}”: ${points} ÷ ${max} điểm = ${expected} %, nhưng in ${found} %.`,
  max_total: ({ expected, found }: Detail) =>
    `Điểm tối đa của các phần cộng lại được ${expected}, nhưng tổng điểm của bảng là ${found}.`,
  max_applicable: ({ expected, found }: Detail) =>
    `Điểm tối đa của các phần cộng lại được ${expected}, nhưng điểm áp dụng cho đơn vị là ${found}.`,
  group_points: ({ part, expected, found }: Detail) =>
    `Nhóm “${part}” được ghi là gồm tất cả các phần nhưng in ${found} điểm; tất cả các phần là ${expected} điểm.`,
  derived: ({ part, total, needed, max, expected, found }: Detail) =>
    `Phần “${part}” không in điểm: tổng điểm ${total} đòi hỏi phần này đạt ${needed} trên ${max} điểm = ${expected} %, nhưng in ${found} %.`,
  derived_outside: ({ part, total, needed, max, expected, found }: Detail) =>
    `Phần “${part}” không in điểm: tổng điểm ${total} đòi hỏi phần này đạt ${needed} điểm = ${expected} %, ngoài khoảng từ 0 đến ${max} điểm; in ${found} %.`,
  rank_place: ({ figure, above, method, expected, found }: Detail) =>
    `Đạt ${figure}, có ${above} đơn vị đạt cao hơn, phải xếp hạng ${expected} (${METHODS[method ?? '']}), nhưng in hạng ${found}.`,
  rank_order: ({ figure, betterFigure, betterRank, found }: Detail) =>
    `Đạt ${figure}, cao hơn ${betterFigure} của đơn vị hạng ${betterRank}, nhưng in hạng ${found}.`,
  rank_tie: ({ figure, betterRank, method, found }: Detail) =>
    `Cùng đạt ${figure} với đơn vị hạng ${betterRank} (${METHODS[method ?? '']}), nhưng in hạng ${found}.`,
  rank_shared: ({ figure, betterFigure, found }: Detail) =>
    `Đạt ${figure}, thấp hơn ${betterFigure} của một đơn vị khác, nhưng cùng in hạng ${found}.`,
  rank_twice: ({ method, found }: Detail) =>
    `Hạng ${found} in cho hai đơn vị, khác với cách xếp hạng của bảng (${METHODS[method ?? '']}).`,
  band: ({ value, expected, found }: Detail) =>
    `${value} thuộc nhóm “${expected}”, nhưng in nhóm “${found}”.`,
  band_below_all: ({ value, found }: Detail) =>
    `${value} thấp hơn cận dưới của mọi nhóm trong bảng, nhưng in nhóm “${found}”.`,
  mean: ({ count, expected, found }: Detail) =>
    `Trung bình của ${count} đơn vị là ${expected}, nhưng in ${found}.`,
  of_rank: ({ expected, found }: Detail) =>
    `Xếp hạng ${expected} trong khi chỉ có ${found} đơn vị được xếp hạng.`,
  of_units: ({ expected, found }: Detail) =>
    `Bảng có ${expected} đơn vị, nhưng ghi chỉ có ${found} đơn vị được xếp hạng.`,
  index: ({ total, whole, expected, found }: Detail) =>
    `${total} ÷ ${whole} điểm = ${expected} %, nhưng chỉ số in ${found} %.`,
  trend: ({ index, previous, expected, found }: Detail) =>
    `${index} − ${previous} = ${expected}, nhưng mức thay đổi in ${found}.`,
});

/** What would make the figures agree, one sentence for each problem. */
const wouldFix: Record<keyof typeof says, (detail: Detail) => string> = {
  sum: ({ expected, short, over }) =>
    `Sửa tổng điểm thành ${expected}, hoặc ${moreOrFewer({ short, over })} điểm ở các phần.`,
  percent_of_part: ({ expected, fittingPoints, max }) =>
    `Sửa tỷ lệ thành ${expected} %, hoặc sửa điểm thành ${fittingPoints} trên ${max}.`,
  percent_of_group: ({ expected, fittingPoints, max }) =>
    `Sửa tỷ lệ thành ${expected} %, hoặc sửa điểm thành ${fittingPoints} trên ${max}.`,
  max_total: ({ expected, short, over }) =>
    `Sửa tổng điểm của bảng thành ${expected}, hoặc ${moreOrFewer({ short, over })} điểm tối đa ở các phần.`,
  max_applicable: ({ expected, short, over }) =>
    `Sửa điểm áp dụng thành ${expected}, hoặc ${moreOrFewer({ short, over })} điểm tối đa ở các phần.`,
  group_points: ({ expected, short, over, restMax, restPercent }) => {
    if (short === undefined)
      return `Sửa điểm của nhóm thành ${expected}, hoặc trong nhóm có ${over} điểm nằm ngoài các phần.`;
    const rest = restMax === undefined ? `${short} điểm` : `${short} trên ${restMax} điểm (${restPercent} %)`;
    return `Sửa điểm của nhóm thành ${expected}, hoặc nhóm không gồm tất cả: còn ${rest} nằm ngoài nhóm.`;
  },
  derived: ({ needed, max, expected, found, fittingTotal, short, over }) =>
    `Sửa phần này thành ${needed} trên ${max} điểm = ${expected} %; hoặc giữ ${found} % và sửa tổng điểm thành ${fittingTotal}; hoặc ${outsideParts({ short, over })}.`,
  derived_outside: ({ found, fittingTotal, short, over }) =>
    `Giữ ${found} % và sửa tổng điểm thành ${fittingTotal}; hoặc ${outsideParts({ short, over })}.`,
  rank_place: ({ expected, figure }) => `Sửa hạng thành ${expected}, hoặc kiểm tra lại con số ${figure}.`,
  rank_order: ({ expected, figure, betterFigure }) =>
    `Xếp hạng ${expected} hoặc cao hơn, hoặc sửa ${figure} thành số nhỏ hơn ${betterFigure}.`,
  rank_tie: ({ expected, figure }) => `Sửa hạng thành ${expected}, hoặc hai đơn vị không cùng đạt ${figure}.`,
  rank_shared: ({ expected, figure, betterFigure }) =>
    `Xếp hạng ${expected} hoặc thấp hơn, hoặc sửa ${figure} thành ${betterFigure}.`,
  rank_twice: ({ expected }) => `Xếp một trong hai đơn vị hạng ${expected}.`,
  band: ({ expected, found, ...bounds }) => {
    const range = printRange(bounds);
    return `Sửa nhóm thành “${expected}”${range === '' ? '' : `, hoặc để thuộc nhóm “${found}” phải đạt ${range}`}.`;
  },
  band_below_all: ({ found, ...bounds }) => `Để thuộc nhóm “${found}” phải đạt ${printRange(bounds)}.`,
  mean: ({ expected, found, sum, fittingSum }) =>
    `Sửa trung bình thành ${expected}, hoặc để đạt ${found} tổng của các đơn vị phải là ${fittingSum} thay vì ${sum}.`,
  of_rank: ({ expected, found }) =>
    `Sửa số đơn vị được xếp hạng thành ít nhất ${expected}, hoặc sửa hạng thành ${found} hoặc cao hơn.`,
  of_units: ({ expected, found }) =>
    `Sửa số đơn vị được xếp hạng thành ${expected}, hoặc bảng chỉ gồm ${found} đơn vị.`,
  index: ({ expected, fittingTotal, fittingWhole }) =>
    `Sửa chỉ số thành ${expected} %, hoặc sửa điểm đạt được thành ${fittingTotal}${
      fittingWhole === undefined ? '' : `, hoặc mẫu số là ${fittingWhole} điểm`
    }.`,
  trend: ({ expected, fittingIndex, fittingPrevious }) =>
    `Sửa mức thay đổi thành ${expected}, hoặc chỉ số năm nay là ${fittingIndex}, hoặc chỉ số năm trước là ${fittingPrevious}.`,
};

function moreOrFewer({ short, over }: Detail): string {
  return short === undefined ? `bớt ${over}` : `thêm ${short}`;
}

function outsideParts({ short, over }: Detail): string {
  return short === undefined
    ? `có ${over} điểm bị trừ ngoài các phần`
    : `có ${short} điểm nằm ngoài các phần`;
}

const METHODS: Record<string, string> = {
  dense: 'hạng bằng nhau không bỏ số: 1, 2, 2, 3',
  competition: 'hạng bằng nhau bỏ số sau: 1, 2, 2, 4',
  ordinal: 'mỗi đơn vị một hạng: 1, 2, 3, 4',
};

function printRange({ from, fromSign, below, belowSign }: Detail): string {
  const low = from === undefined ? [] : [`${fromSign} ${from}`];
  const high = below === undefined ? [] : [`${belowSign} ${below}`];
  return [...low, ...high].join(' và ');
}

/** The report of a check for a person to read. */
const report = {
  kinds: {
    sum: 'tổng điểm',
    percent: 'tỷ lệ phần trăm',
    max: 'tổng điểm tối đa',
    group: 'nhóm gồm tất cả các phần',
    derived: 'phần không in điểm',
    rank: 'thứ hạng',
    band: 'nhóm xếp loại',
    mean: 'trung bình',
    of: 'số đơn vị được xếp hạng',
    index: 'chỉ số',
    trend: 'mức thay đổi',
  },
  title: (name: string) => `Kiểm tra kết quả đã công bố: ${name}`,
  untitled: 'bảng không có tên',
  year: (year: number) => `Năm ${year}`,
  source: (source: string) => `Nguồn: ${source}`,
  judged: (units: string, comparisons: string) => `Số đơn vị: ${units}. Đã đối chiếu: ${comparisons}.`,
  nothingJudged: (units: string) => `Số đơn vị: ${units}. Không có số liệu nào đủ để đối chiếu.`,
  noFindings: 'Không phát hiện mâu thuẫn.',
  findings: (count: string) => `Phát hiện ${count} mâu thuẫn:`,
  wholeTable: 'Cả bảng',
  toAgree: (fix: string) => `Để khớp: ${fix}`,
};

const usage = 'Cách dùng: minhchung check TỆP.json [--json] [--lang en]';

export const published = { says, wouldFix, report, usage };
