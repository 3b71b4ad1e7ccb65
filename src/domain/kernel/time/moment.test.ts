import { expect, test } from 'vitest';
import { clockOf, dayOf, isMoment, Moment, minuteOf, momentAt, printOffset } from './moment.ts';

test.each([
  ['2025-01-23T15:30', true, 'as written on a receipt'],
  ['2025-01-23T00:00', true, 'the first minute'],
  ['2025-01-23T23:59', true, 'the last minute'],
  ['2025-01-23T24:00', false, 'the next day has its own name'],
  ['2025-02-30T15:30', false, 'no such day'],
  ['2025-01-23T15:60', false, 'no such minute'],
  ['2025-01-23 15:30', false, 'no T'],
  ['2025-01-23T15:30:00', false, 'seconds'],
  ['2025-01-23T15:30Z', false, 'a zone'],
  ['2025-01-23', false, 'no time'],
])('%j is a moment: %s (%s)', (text, exists, _why) => {
  expect(isMoment(text)).toBe(exists);
});

test('a moment is a day and a minute of it, printed with the offset of Vietnam', () => {
  const moment = Moment.parse('2025-02-06T09:05');
  expect([dayOf(moment), clockOf(moment), minuteOf(moment)]).toEqual(['2025-02-06', '09:05', 545]);
  expect(momentAt(dayOf(moment), 545)).toBe(moment);
  expect(printOffset(moment)).toBe('2025-02-06T09:05:00+07:00');
});
