import type { PersonId, TenantId, UnitId } from '../../domain/kernel/id.ts';
import type { Assignment, AssignmentId, PositionId } from '../../domain/organization/person.ts';
import type { UnitDay } from '../../domain/organization/unit.ts';
import type { ActorTransaction } from '../db/actor.ts';
import { toAssignment } from './person-queries.ts';

export async function savePosition(
  trx: ActorTransaction,
  tenantId: TenantId,
  position: {
    positionId: string;
    personId: PersonId;
    unitId: UnitId;
    unitPath: string;
    title: string;
    from: UnitDay;
  },
): Promise<void> {
  await trx
    .insertInto('position')
    .values({
      tenant_id: tenantId,
      position_id: position.positionId,
      person_id: position.personId,
      unit_id: position.unitId,
      unit_path: position.unitPath,
      title: position.title,
      valid_from: position.from,
    })
    .execute();
}

export async function lockPosition(
  trx: ActorTransaction,
  tenantId: TenantId,
  positionId: PositionId,
): Promise<
  | { personId: PersonId; unitPath: string; title: string; validFrom: string; validTo: string | null }
  | undefined
> {
  const row = await trx
    .selectFrom('position')
    .select(['person_id', 'unit_path', 'title', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', tenantId)
    .where('position_id', '=', positionId)
    .executeTakeFirst();
  return (
    row && {
      personId: row.person_id as PersonId,
      unitPath: row.unit_path,
      title: row.title,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }
  );
}

/** Held no longer than until that day; one that would begin later never is. */
export async function endPosition(
  trx: ActorTransaction,
  tenantId: TenantId,
  positionId: PositionId,
  on: UnitDay,
): Promise<void> {
  await trx
    .updateTable('position')
    .set(({ fn, ref, val }) => ({ valid_to: fn('greatest', [ref('valid_from'), val(on)]) }))
    .where('tenant_id', '=', tenantId)
    .where('position_id', '=', positionId)
    .execute();
}

/** `outOf` is the assignment that a delegation rests on. */
export async function saveAssignment(
  trx: ActorTransaction,
  tenantId: TenantId,
  assignment: Assignment,
  outOf: AssignmentId | null = null,
): Promise<void> {
  await trx
    .insertInto('assignment')
    .values({
      tenant_id: tenantId,
      assignment_id: assignment.assignmentId,
      person_id: assignment.personId,
      role: assignment.role,
      unit_id: assignment.unitId,
      unit_path: assignment.unitPath,
      valid_from: assignment.validFrom,
      valid_to: assignment.validTo,
      on_behalf_of: assignment.onBehalfOf,
      out_of: outOf,
    })
    .execute();
}

export async function findAssignment(
  trx: ActorTransaction,
  tenantId: TenantId,
  assignmentId: AssignmentId,
): Promise<Assignment | undefined> {
  const row = await trx
    .selectFrom('assignment')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('assignment_id', '=', assignmentId)
    .executeTakeFirst();
  return row && toAssignment(row);
}

/** The assignment and the delegations out of it hold no longer than until that day. Answers those it shortened. */
export async function endAssignments(
  trx: ActorTransaction,
  tenantId: TenantId,
  assignmentIds: readonly AssignmentId[],
  on: UnitDay,
): Promise<Assignment[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await trx
    .updateTable('assignment')
    .set(({ fn, ref, val }) => ({ valid_to: fn('greatest', [ref('valid_from'), val(on)]) }))
    .where('tenant_id', '=', tenantId)
    .where((eb) =>
      eb.or([eb('assignment_id', 'in', [...assignmentIds]), eb('out_of', 'in', [...assignmentIds])]),
    )
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .returningAll()
    .execute();
  return rows.map(toAssignment);
}
