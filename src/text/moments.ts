import { printDate } from './numbers.ts';

/** `2025-02-06T17:00` as `17:00 06/02/2025`, in both languages. */
export function printMoment(written: string | number | undefined): string {
  const [day = '', clock = ''] = String(written).split('T');
  return `${clock} ${printDate(day)}`;
}
