import type { faults as vi } from '../vi/faults.ts';

export const faults: typeof vi = {
  json_syntax: ({ line, column }) => `not valid JSON, at line ${line}, column ${column}`,
  too_deep: () => 'nested too deeply',
  float: ({ written }) =>
    `the number ${written} has a point or an exponent; write decimals in quotes, counts as integers`,
  too_many_faults: () => 'there are more faults; mend these and try again',
  duplicate_key: () => 'this key stands twice in one object',
  unknown_key: () => 'this key is not part of the format',
  required: () => 'is missing, must be given',
  wrong_type: ({ expected }) => `has the wrong type, ${expected} expected`,
  not_allowed: ({ allowed }) => `is not allowed; one of: ${allowed}`,
  too_few: ({ least }) => `too few, at least ${least} needed`,
  too_many: ({ most }) => `too many, at most ${most}`,
  invalid: () => 'is not valid',
  decimal: () => 'must be a decimal in quotes, such as "12.5", or an integer',
  count: () => 'must be an integer not below 0, without quotes',
  too_many_digits: () => 'the number has more than 100 digits',
  decimals: () => 'decimals must be from 0 to 3',
  rounding_mode: () => 'the rounding mode must be half_up or cut',
  points_out_of_range: () => 'is beyond a million points',
  points_too_fine: () => 'has more than three decimals',
  file_unreadable: ({ file }) => `the file ${file} cannot be read`,
  file_is_folder: ({ file }) => `${file} is a folder, a file is needed`,
  file_too_large: ({ file }) => `the file ${file} is larger than 64 MB`,
  unknown_option_name: () => 'the command has no such option',
  option_value: () =>
    'the option lacks its value, or takes none; write a value that starts with a dash as --option=-1',
  not_utf8: () => 'the file is not UTF-8 text',
};
