import { sql } from 'kysely';
import type { PersonId, TenantId, UnitId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import type { Assignment, AssignmentId, Position, PositionId } from '../../domain/organization/person.ts';
import { Role } from '../../domain/organization/role.ts';

import type { ActorTransaction } from '../db/actor.ts';

export async function savePosition(
  trx: ActorTransaction,
  tenantId: TenantId,
  position: {
    positionId: string;
    personId: PersonId;
    unitId: UnitId;
    unitPath: string;
    title: string;
    from: Day;
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
  { personId: PersonId; unitPath: string; title: string; validFrom: Day; validTo: Day | null } | undefined
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
  on: Day,
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
  on: Day,
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

/** Newest first. */
export async function listPositions(
  trx: ActorTransaction,
  tenantId: TenantId,
  personId: PersonId,
): Promise<(Position & { unitName: string })[]> {
  const rows = await trx
    .selectFrom('position')
    .selectAll()
    .select(unitNameOf('position').as('unit_name'))
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .orderBy('valid_from', 'desc')
    .orderBy('position_id')
    .execute();
  return rows.map((row) => ({
    positionId: row.position_id as PositionId,
    personId: row.person_id as PersonId,
    unitId: row.unit_id as UnitId,
    unitPath: row.unit_path,
    unitName: row.unit_name ?? '',
    title: row.title,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

/** Newest first. */
export async function listAssignments(
  trx: ActorTransaction,
  tenantId: TenantId,
  personId: PersonId,
): Promise<(Assignment & { unitName: string; onBehalfOfName: string | null })[]> {
  const rows = await trx
    .selectFrom('assignment')
    .leftJoin('person as giver', (join) =>
      join
        .onRef('giver.tenant_id', '=', 'assignment.tenant_id')
        .onRef('giver.person_id', '=', 'assignment.on_behalf_of'),
    )
    .selectAll('assignment')
    .select(['giver.name as giver_name', unitNameOf('assignment').as('unit_name')])
    .where('assignment.tenant_id', '=', tenantId)
    .where('assignment.person_id', '=', personId)
    .orderBy('assignment.valid_from', 'desc')
    .orderBy('assignment.assignment_id')
    .execute();
  return rows.map((row) => ({
    ...toAssignment(row),
    unitName: row.unit_name ?? '',
    onBehalfOfName: row.on_behalf_of === null ? null : (row.giver_name ?? ''),
  }));
}

function unitNameOf(table: 'position' | 'assignment') {
  return sql<string | null>`(select name from unit_version as place
    where place.tenant_id = ${sql.ref(`${table}.tenant_id`)} and place.unit_id = ${sql.ref(`${table}.unit_id`)}
    order by valid_from desc limit 1)`;
}

type AssignmentRow = {
  assignment_id: string;
  person_id: string;
  role: string;
  unit_id: string;
  unit_path: string;
  valid_from: Day;
  valid_to: Day | null;
  on_behalf_of: string | null;
};

function toAssignment(row: AssignmentRow): Assignment {
  return {
    assignmentId: row.assignment_id as AssignmentId,
    personId: row.person_id as PersonId,
    role: Role.parse(row.role),
    unitId: row.unit_id as UnitId,
    unitPath: row.unit_path,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    onBehalfOf: row.on_behalf_of as PersonId | null,
  };
}
