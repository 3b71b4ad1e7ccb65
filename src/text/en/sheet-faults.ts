import type { Detail } from '../sentences.ts';
import type { sheetFaults as vi } from '../vi/sheet-faults.ts';

export const sheetFaults: typeof vi = {
  not_xlsx: () => 'the file is not an Excel workbook (.xlsx)',
  old_or_locked_xls: () =>
    'the file is an old Excel workbook (.xls) or has a password; remove it and save as .xlsx',
  has_macros: () => 'workbooks with macros are not taken; save it as .xlsx without macros',
  damaged_xlsx: () => 'the workbook is damaged or malformed; open it in Excel and save it again',
  file_too_large: () => 'the file is too large',
  inflates_too_much: () => 'the contents unpack to far more than a normal sheet',
  too_many_rows: ({ most }: Detail) => `more than ${most} rows; divide it into several files`,
  no_header: ({ titles }: Detail) => `no row of titles was found; missing columns: ${titles}`,
  no_rows: () => 'the sheet has no rows',
  column_twice: () => 'two columns have this title; remove one',
  merged_cells: () => 'cells are merged; undo it so that each row has its own data',
  cell_error: ({ written }: Detail) => `the formula in the cell gives the error ${written}`,
  formula_without_value: () => 'the formula has no result yet; open it in Excel, save it and send it again',
  cell_too_long: ({ most }: Detail) => `longer than ${most} characters`,
  text_became_day: ({ day }: Detail) =>
    `Excel turned the text into the day ${day}; format the cell as Text and type it again`,
  not_a_number: ({ written }: Detail) => `"${written}" is not a number; write it like 12,5`,
  ambiguous_number: ({ written }: Detail) =>
    `"${written}" can be read in two ways; write ${plain(written)} or ${point(written)}`,
  not_whole: ({ written }: Detail) => `"${written}" is not a whole number`,
  negative_count: ({ written }: Detail) => `a count is never below 0, here it is ${written}`,
  not_a_day: ({ written }: Detail) => `"${written}" is not a day; write it like 22/11/2026`,
  no_such_choice: ({ written }: Detail) => `"${written}" is not in the list to choose from`,
};

function plain(written: string | number | undefined): string {
  return String(written).replaceAll('.', '');
}

function point(written: string | number | undefined): string {
  return String(written).replace('.', ',');
}
