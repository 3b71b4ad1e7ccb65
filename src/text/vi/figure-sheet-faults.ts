import { type Detail, sentences } from '../sentences.ts';

/** What is wrong with a figure that was filled in piece by piece. */
export const figureSheetFaults = sentences({
  part_missing: () => 'còn trống trong khi các ô khác của tiêu chí đã ghi; nếu không có thì ghi 0',
  one_way_only: () => 'đã ghi tử số, mẫu số thì không ghi thêm ở đây',
  word_alone: () => 'tiêu chí đã ghi "không phát sinh" thì các ô còn lại để trống',
  not_for_unit: ({ name }: Detail) => `cột này không dùng để chấm ${name}; hãy để trống`,
  counted_here: ({ name }: Detail) => `${name} được chấm tiêu chí này nên không ghi "không tính"`,
  unit_name_differs: ({ name, written }: Detail) =>
    `mã này là của ${name}, tệp ghi ${written}; có thể các dòng đã bị lệch`,
  unknown_said: ({ written, known }: Detail) =>
    `"${written}" không có trong bộ chỉ số này; ghi được: ${known}`,
});
