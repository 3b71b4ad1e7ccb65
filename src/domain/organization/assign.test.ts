import { describe, expect, it } from 'vitest';
import { on, TAN_AN } from '../../../tests/unit-examples.ts';
import { PersonId } from '../kernel/id.ts';
import type { Day } from '../kernel/time/day.ts';
import { delegationFaults, endFaults, grantFaults } from './assign.ts';
import { type Assignment, AssignmentId, assignmentHoldsOn } from './person.ts';

const CHAIR = PersonId.parse('00000000-0000-7000-8000-0000000000a1');
const DEPUTY = PersonId.parse('00000000-0000-7000-8000-0000000000a2');

const held: Assignment = {
  assignmentId: AssignmentId.parse('00000000-0000-7000-8000-0000000000b1'),
  personId: CHAIR,
  role: 'head_of_unit',
  unitId: TAN_AN,
  unitPath: `/${TAN_AN}/`,
  validFrom: on('2025-07-01'),
  validTo: on('2027-07-01'),
  onBehalfOf: null,
};

describe('a role', () => {
  const here = { leftOn: null };
  const grant = { role: 'head_of_unit' as const, unitId: TAN_AN };

  it.each([
    ['until the day before it is held', on('2024-01-01'), on('2025-07-01'), []],
    ['from the day it is no longer held', on('2027-07-01'), null, []],
    ['over its first day', on('2024-01-01'), on('2025-07-02'), ['already_held']],
    ['without end from before', on('2024-01-01'), null, ['already_held']],
    ['that ends before it begins', on('2028-01-01'), on('2028-01-01'), ['end_before_start']],
  ])('may be granted %s: %s to %s', (_, from, to, codes) => {
    expect(codesOf(grantFaults(here, [held], { ...grant, from, to }))).toEqual(codes);
  });

  it('is not granted to who has left, beyond the day of leaving', () => {
    const left = { leftOn: on('2026-01-01') };
    const codes = (to: Day | null) =>
      codesOf(grantFaults(left, [], { ...grant, from: on('2025-01-01'), to }));
    expect(codes(on('2026-01-01'))).toEqual([]);
    expect(codes(null)).toEqual(['person_left']);
  });

  it('held by delegation does not stand in the way of an own one', () => {
    const delegated = { ...held, onBehalfOf: DEPUTY };
    expect(grantFaults(here, [delegated], { ...grant, from: on('2026-01-01'), to: null })).toEqual([]);
  });

  it('holds on its first day and not on its last', () => {
    const days = [on('2025-06-30'), on('2025-07-01'), on('2027-06-30'), on('2027-07-01')];
    expect(days.map((day) => assignmentHoldsOn(held, day))).toEqual([false, true, true, false]);
  });
});

describe('a delegation (ủy quyền)', () => {
  const delegation = { personId: DEPUTY, from: on('2026-11-01'), to: on('2026-11-15') };

  it.each([
    ['of one’s own role for two weeks', held, CHAIR, delegation, []],
    ['of somebody else’s role', held, DEPUTY, { ...delegation, personId: CHAIR }, ['not_your_role']],
    ['of what was delegated', { ...held, onBehalfOf: DEPUTY }, CHAIR, delegation, ['delegated_already']],
    ['to oneself', held, CHAIR, { ...delegation, personId: CHAIR }, ['delegate_to_self']],
    [
      'that ends before it begins',
      held,
      CHAIR,
      { ...delegation, to: on('2026-11-01') },
      ['end_before_start'],
    ],
    [
      'for longer than a year',
      held,
      CHAIR,
      { ...delegation, from: on('2025-08-01'), to: on('2026-08-03') },
      ['delegation_too_long'],
    ],
    [
      'from before the role is held',
      held,
      CHAIR,
      { ...delegation, from: on('2025-06-30'), to: on('2025-08-01') },
      ['role_not_held'],
    ],
    [
      'until after the role is held',
      held,
      CHAIR,
      { ...delegation, from: on('2027-06-30'), to: on('2027-07-02') },
      ['role_not_held'],
    ],
  ])('%s', (_, source, giver, asked, codes) => {
    expect(codesOf(delegationFaults(source, giver, asked))).toEqual(codes);
  });
});

describe('an end', () => {
  it.each([
    ['before the beginning', on('2025-06-30'), ['end_before_start']],
    ['on the first day', on('2025-07-01'), []],
    ['before the end already known', on('2027-06-30'), []],
    ['on the end already known', on('2027-07-01'), ['already_ended']],
  ])('%s', (_, on, codes) => {
    expect(codesOf(endFaults(held, on))).toEqual(codes);
  });
});

function codesOf(faults: readonly { code: string }[]): string[] {
  return faults.map(({ code }) => code);
}
