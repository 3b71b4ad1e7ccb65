/** A workbook keeps a number as a float, of which 15 digits are what somebody typed. */
const SOUND_DIGITS = 15;
const MOST_DIGITS = 100;

/** A decimal without a digit that could be left out, as nearly every number in a file is written. */
const SHORTEST = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/;

/** `12.300000000000001` as `12.3`, `1E-3` as `0.001`; undefined for a number too large to be written out. */
export function decimalOfFloat(written: string): string | undefined {
  if (written.length <= SOUND_DIGITS && SHORTEST.test(written)) return written;
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(Number(written).toExponential(SOUND_DIGITS - 1)) ?? [];
  const places = Number(exponent);
  if (Math.abs(places) > MOST_DIGITS) return undefined;
  const digits = whole + fraction;
  const point = places + 1;
  const plain =
    point > 0
      ? `${digits.padEnd(point, '0').slice(0, point)}.${digits.slice(point)}`
      : `0.${'0'.repeat(-point)}${digits}`;
  const short = trimmed(plain);
  return short === '0' ? '0' : sign + short;
}

/** Whether a workbook's float gives back exactly this decimal. */
export function fitsFloat(decimal: string): boolean {
  const digits = decimal.replace(/^-|\./g, '').replace(/^0+/, '');
  return digits.length <= SOUND_DIGITS && decimalOfFloat(decimal) === withoutZeros(decimal);
}

/**
 * What people type: `12,5`, `12.5`, `1.234,5`, `1 234,5`, `-3`. A comma is the decimal sign and a point groups
 * thousands, as Vietnamese writes; a single point before three digits could be either and is `ambiguous`.
 */
export function readTypedNumber(typed: string): string | 'ambiguous' | undefined {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/^\u2212/, '-');
  if (text.length > MOST_DIGITS) return undefined;
  if (/^[+-]?\d{1,3}\.\d{3}$/.test(text) && !/^[+-]?0/.test(text)) return 'ambiguous';
  const [, sign, whole, fraction] =
    /^([+-]?)(\d+)(?:,(\d+))?$/.exec(text) ??
    /^([+-]?)([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/.exec(text) ??
    /^([+-]?)(\d+)\.(\d+)$/.exec(text) ??
    [];
  if (whole === undefined) return undefined;
  const plain = withoutZeros(`${whole.replaceAll('.', '')}.${fraction ?? ''}`);
  return sign === '-' && plain !== '0' ? `-${plain}` : plain;
}

function withoutZeros(decimal: string): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const plain = trimmed(decimal.slice(sign.length).replace(/^0+(?=\d)/, ''));
  return plain === '0' ? '0' : sign + plain;
}

function trimmed(plain: string): string {
  return plain.includes('.') ? plain.replace(/\.?0*$/, '') : plain;
}
