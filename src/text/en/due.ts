import { printMoment } from '../moments.ts';
import { printDate } from '../numbers.ts';
import type { due as vi } from '../vi/due.ts';

const reasons: typeof vi.reasons = {
  received: ({ at }) => `received at ${at}`,
  resumed: ({ at }) => `suspension ended at ${at}, the limit runs anew`,
  restarted: ({ to }) =>
    `not counted, the limit runs anew from the end of the suspension at ${printMoment(to)}`,
  effective: () => 'first day, not counted',
  after_cutoff: ({ cutoff }) => `after the cut-off at ${cutoff}, as if received on the next working day`,
  suspended: ({ from, to }) => `suspended from ${printMoment(from)} to ${printMoment(to)}`,
  working_day: ({ nth }) => `working day ${nth}`,
  working_hours: ({ minutes }) => `${printMinutes(Number(minutes))} of working time counted`,
  no_hours: () => 'no working time counted',
  first_day: () => 'first day, not counted',
  calendar_day: ({ nth }) => `day ${nth}`,
  moved: () => 'the last day is a day off, so the limit ends on this working day',
  saturday: () => 'Saturday, weekly rest',
  sunday: () => 'Sunday, weekly rest',
  day_off: ({ name }) => named('day off', name),
  holiday: ({ name }) => named('public holiday', name),
  in_lieu: ({ name }) => named('day off in lieu', String(name).replace(/ \(nghỉ bù\)$/, '')),
  swapped: ({ name }) => named('swapped day off', name),
  make_up: ({ insteadOf }) =>
    insteadOf === '' ? 'make-up Saturday' : `make-up Saturday for ${printDate(String(insteadOf))}`,
  provisional: () => 'projected, not yet decided',
};

function named(kind: string, name: string | number | undefined): string {
  return name === undefined || name === '' ? kind : `${kind}: ${name}`;
}

function printMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

export const due: typeof vi = {
  reasons,
  limits: {
    working_days: (count) => `${count} working days`,
    working_hours: (count) => `${count} working hours`,
    calendar_days: (count) => `${count} calendar days`,
  },
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  promised: 'Due',
  received: 'Received',
  limit: 'Limit',
  provisional: 'Provisional: a day off or make-up day on the way is projected, not yet decided.',
};
