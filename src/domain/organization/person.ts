import * as z from 'zod';
import { PersonId, UnitId } from '../kernel/id.ts';
import { Day } from '../kernel/time/day.ts';
import { Role } from './role.ts';
import { UnitName } from './unit.ts';

export const PositionId = z.uuid({ error: 'id' }).toLowerCase().brand('PositionId');
export type PositionId = z.infer<typeof PositionId>;
export const AssignmentId = z.uuid({ error: 'id' }).toLowerCase().brand('AssignmentId');
export type AssignmentId = z.infer<typeof AssignmentId>;

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: 'email' })
  .pipe(z.email({ error: 'email' }));

/** Someone who works or worked for a unit of the tenant; `unitId` is the unit on whose books they stand. */
export const Person = z.object({
  personId: PersonId,
  name: UnitName,
  email: z.string().nullable(),
  unitId: UnitId,
  unitPath: z.string(),
  leftOn: Day.nullable(),
});
export type Person = z.infer<typeof Person>;

/** A title held in a unit (chức danh, vị trí việc làm); it gives no permission. */
export const Position = z.object({
  positionId: PositionId,
  personId: PersonId,
  unitId: UnitId,
  unitPath: z.string(),
  title: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
});
export type Position = z.infer<typeof Position>;

/**
 * A role held in a unit and everything below it. `onBehalfOf` names the holder who delegated it (ủy quyền); such an
 * assignment always has an end. `validTo` is the first day on which it no longer holds.
 */
export const Assignment = z.object({
  assignmentId: AssignmentId,
  personId: PersonId,
  role: Role,
  unitId: UnitId,
  unitPath: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  onBehalfOf: PersonId.nullable(),
});
export type Assignment = z.infer<typeof Assignment>;

export function assignmentHoldsOn(assignment: Pick<Assignment, 'validFrom' | 'validTo'>, day: Day): boolean {
  return assignment.validFrom <= day && (assignment.validTo === null || day < assignment.validTo);
}
