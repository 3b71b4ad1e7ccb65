import { expect, test } from 'vitest';
import { printSize } from './sizes.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1024, '1 KB'],
  [1_600, '1,6 KB'],
  [10_300, '10 KB'],
  [1_048_575, '1.024 KB'],
  [2_621_440, '2,5 MB'],
  [3_221_225_472, '3 GB'],
])('%d bytes are read as %s', (bytes, printed) => {
  expect(printSize(bytes, 'vi')).toBe(printed);
});

test('English writes the point', () => {
  expect(printSize(1_600, 'en')).toBe('1.6 KB');
});
