import { describe, expect, it } from 'vitest';
import { codeOfStep, stepAt, stepOfCode } from './time-code.ts';

/** The secret of the examples in RFC 4226, appendix D, and RFC 6238, appendix B. */
const SECRET = '12345678901234567890';

describe('the code of a moment', () => {
  // RFC 6238, appendix B, the SHA-1 rows; the last six of their eight digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('%d seconds after 1970 is %s', (seconds, code) => {
    expect(codeOfStep(SECRET, stepAt(seconds * 1000))).toBe(code);
  });
});

describe('the step of a code', () => {
  it('is the one it was made for', () => {
    expect(stepOfCode(SECRET, codeOfStep(SECRET, 7), [6, 7, 8])).toBe(7);
  });

  it('is none for a code of another time or another length', () => {
    expect(stepOfCode(SECRET, codeOfStep(SECRET, 5), [6, 7, 8])).toBeUndefined();
    expect(stepOfCode(SECRET, codeOfStep(SECRET, 7).slice(1), [6, 7, 8])).toBeUndefined();
  });
});
