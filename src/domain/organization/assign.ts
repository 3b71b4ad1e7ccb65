import { type Fault, fault } from '../kernel/fault.ts';
import type { PersonId, UnitId } from '../kernel/id.ts';
import type { Day } from '../kernel/time/day.ts';
import type { Assignment } from './person.ts';
import { LONGEST_DELEGATION_DAYS, type Role } from './role.ts';

const DAY_MS = 86_400_000;

/** What is asked: `to` is the first day on which the role no longer holds. */
export type Grant = {
  readonly role: Role;
  readonly unitId: UnitId;
  readonly from: Day;
  readonly to: Day | null;
};

/** Why the person cannot be given the role; `held` are their assignments of whatever time. */
export function grantFaults(
  person: { readonly leftOn: Day | null },
  held: readonly Assignment[],
  grant: Grant,
): Fault[] {
  const faults: Fault[] = [];
  if (grant.to !== null && grant.to <= grant.from) faults.push(fault(['to'], 'end_before_start'));
  if (person.leftOn !== null && (grant.to === null || grant.to > person.leftOn))
    faults.push(fault(['personId'], 'person_left', { day: person.leftOn }));
  const same = held.find(
    (other) =>
      other.onBehalfOf === null &&
      other.role === grant.role &&
      other.unitId === grant.unitId &&
      overlaps(other, { validFrom: grant.from, validTo: grant.to }),
  );
  if (same !== undefined) faults.push(fault(['role'], 'already_held', { day: same.validFrom }));
  return faults;
}

/**
 * Why the giver cannot delegate the assignment (ủy quyền): only what one holds in one's own name, only while one holds
 * it, always with an end, and not to oneself.
 */
export function delegationFaults(
  source: Assignment,
  giver: PersonId,
  delegation: { readonly personId: PersonId; readonly from: Day; readonly to: Day },
): Fault[] {
  const { personId, from, to } = delegation;
  const faults: Fault[] = [];
  if (source.personId !== giver) faults.push(fault(['assignmentId'], 'not_your_role'));
  if (source.onBehalfOf !== null) faults.push(fault(['assignmentId'], 'delegated_already'));
  if (personId === giver) faults.push(fault(['personId'], 'delegate_to_self'));
  if (to <= from) faults.push(fault(['to'], 'end_before_start'));
  else if (Date.parse(to) - Date.parse(from) > LONGEST_DELEGATION_DAYS * DAY_MS)
    faults.push(fault(['to'], 'delegation_too_long', { days: LONGEST_DELEGATION_DAYS }));
  if (from < source.validFrom || (source.validTo !== null && to > source.validTo))
    faults.push(fault(['assignmentId'], 'role_not_held'));
  return faults;
}

/** Why something held since `validFrom` cannot end on the day. */
export function endFaults(held: { validFrom: Day; validTo: Day | null }, on: Day): Fault[] {
  if (held.validTo !== null && held.validTo <= on)
    return [fault(['on'], 'already_ended', { day: held.validTo })];
  return on < held.validFrom ? [fault(['on'], 'end_before_start')] : [];
}

type Span = Pick<Assignment, 'validFrom' | 'validTo'>;

function overlaps(a: Span, b: Span): boolean {
  return (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);
}
