import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOfFloat, fitsFloat, readTypedNumber } from './decimals.ts';

describe('a number as a workbook keeps it', () => {
  test.each([
    ['12.5', '12.5'],
    ['12.300000000000001', '12.3'],
    ['0.1', '0.1'],
    ['1E-3', '0.001'],
    ['1.2E+3', '1200'],
    ['-0', '0'],
    ['-4.50', '-4.5'],
    ['100', '100'],
    ['81.379999999999995', '81.38'],
    ['9007199254740993', '9007199254740990'],
    ['+7', '7'],
  ])('%s is %s', (written, decimal) => {
    expect(decimalOfFloat(written)).toBe(decimal);
  });

  test('a number that would need hundreds of digits is none', () => {
    expect(decimalOfFloat('1E+300')).toBeUndefined();
    expect(decimalOfFloat('1E-200')).toBeUndefined();
  });

  test.each([
    ['12.5', true],
    ['0', true],
    ['123456789012345', true],
    ['1234567890123456', false],
    ['12345678901234567.891', false],
  ])('%s is kept as a number: %s', (decimal, fits) => {
    expect(fitsFloat(decimal)).toBe(fits);
  });

  test('a decimal that is kept as a number comes back as it was', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.nat({ max: 8 }))
      .map(([digits, decimals]) => scaled(digits, decimals));
    fc.assert(
      fc.property(decimal, (written) => {
        expect(fitsFloat(written)).toBe(true);
        expect(decimalOfFloat(String(Number(written)))).toBe(written);
      }),
    );
  });
});

describe('a number as people type it', () => {
  test.each([
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['1.234,5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1 234,50', '1234.5'],
    ['1\u00a0234', '1234'],
    ['-3', '-3'],
    ['−3,0', '-3'],
    ['+3', '3'],
    ['0,100', '0.1'],
    ['0.125', '0.125'],
    ['007', '7'],
    ['12345678901234567,891', '12345678901234567.891'],
  ])('%s is %s', (typed, decimal) => {
    expect(readTypedNumber(typed)).toBe(decimal);
  });

  test.each(['1.234', '12.000', '-999.999'])('%s could be thousands or a fraction', (typed) => {
    expect(readTypedNumber(typed)).toBe('ambiguous');
  });

  test.each(['', 'mười', '12,5,1', '1,234.5', '1.23.456', '12%', '1e5', '0x10', 'NaN', '9'.repeat(101)])(
    '%s is no number',
    (typed) => {
      expect(readTypedNumber(typed)).toBeUndefined();
    },
  );
});

function scaled(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? '-' : '';
  const plain = String(digits)
    .replace('-', '')
    .padStart(decimals + 1, '0');
  const whole = plain.slice(0, plain.length - decimals);
  const fraction = plain.slice(plain.length - decimals).replace(/0+$/, '');
  return digits === 0n ? '0' : `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
