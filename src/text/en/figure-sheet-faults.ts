import type { figureSheetFaults as vi } from '../vi/figure-sheet-faults.ts';

export const figureSheetFaults: typeof vi = {
  part_missing: () => 'is empty while other cells of the criterion are not; write 0 if there was none',
  one_way_only: () => 'stays empty where numerator and denominator are given',
  word_alone: () => 'stays empty where the criterion says “nothing arose”',
  not_for_unit: ({ name }) => `${name} is not judged by this column; leave it empty`,
  counted_here: ({ name }) => `${name} is judged on this criterion, so it cannot be “not counted”`,
  unit_name_differs: ({ name, written }) =>
    `this code is of ${name}, the file says ${written}; the rows may have slipped`,
  unknown_said: ({ written, known }) => `"${written}" is not in this scorecard; known are: ${known}`,
};
