/** What a workbook may cost at most, whoever sends it. */
export type SheetLimits = {
  readonly fileBytes: number;
  /** Of all parts that are read, after inflating. */
  readonly inflatedBytes: number;
  readonly rows: number;
  /** Those further to the right are not read. */
  readonly columns: number;
};

export const SHEET_LIMITS: SheetLimits = {
  fileBytes: 20 * 1024 * 1024,
  inflatedBytes: 48 * 1024 * 1024,
  rows: 20_000,
  columns: 256,
};

/** A workbook has a dozen parts and a few more for each sheet. */
export const MOST_ENTRIES = 1_000;

/** Sheets of many equal rows were seen to inflate 60 times; a bomb inflates up to 1,032 times. */
export const MOST_INFLATION = 200;

/** Different texts in one workbook. */
export const MOST_STRINGS = 1_000_000;

/** Characters that Excel allows in one cell. */
export const MOST_CHARACTERS = 32_767;
