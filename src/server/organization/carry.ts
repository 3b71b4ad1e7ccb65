import { sql } from 'kysely';
import type { UnitId } from '../../domain/kernel/id.ts';
import type { UnitChange } from '../../domain/organization/tree/change.ts';
import { newId } from '../db/new-id.ts';
import { record } from '../journal/record.ts';
import type { Change } from './change.ts';

type Step = {
  readonly table: 'position' | 'assignment';
  readonly unitId: UnitId;
  /** Null when the unit ends without one. */
  readonly successor: UnitId | null;
  readonly day: string;
};

type Held = {
  readonly id: string;
  readonly person_id: string;
  readonly unit_path: string;
  readonly held: string;
  readonly valid_to: string | null;
  readonly delegated: boolean;
};

/**
 * People of a unit that merges go on in its successor from that day: their positions and roles in the old unit end and
 * the same begin in the new one, until the same end. Delegations, and all where there is no successor, only end.
 */
export async function carryPeople(change: Change, decided: UnitChange): Promise<void> {
  for (const { kind, fromUnitId, toUnitId, day } of decided.successions) {
    if (fromUnitId === null || (kind !== 'merged_into' && kind !== 'ended')) continue;
    const successor = kind === 'merged_into' ? toUnitId : null;
    await carry(change, { table: 'position', unitId: fromUnitId, successor, day });
    await carry(change, { table: 'assignment', unitId: fromUnitId, successor, day });
  }
}

async function carry(change: Change, step: Step): Promise<void> {
  const { trx, actor, now } = change;
  const held = await lockHeld(change, step);
  if (held.length === 0) return;
  await sql`
    update ${sql.table(step.table)} set valid_to = ${step.day}
    where tenant_id = ${actor.tenantId}
      and ${sql.ref(`${step.table}_id`)} = any(${held.map(({ id }) => id)}::uuid[])`.execute(trx);
  const carried = step.successor === null ? [] : held.filter(({ delegated }) => !delegated);
  for (const row of carried) await begin(change, step, row);
  await record(
    trx,
    actor,
    now,
    held.map((row) => ({
      subjectKind: 'person',
      subjectId: row.person_id,
      unitPath: row.unit_path,
      action: `${step.table}.${carried.includes(row) ? 'carried' : 'ended'}`,
      before: { id: row.id, unitId: step.unitId, held: row.held, validTo: row.valid_to },
      after: { unitId: carried.includes(row) ? step.successor : null, day: step.day },
    })),
  );
}

async function lockHeld({ trx, actor }: Change, { table, unitId, day }: Step): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select ${sql.ref(`${table}_id`)} as id, person_id, unit_path, ${own(table)} as held, valid_to,
      ${table === 'assignment' ? sql`out_of is not null` : sql`false`} as delegated
    from ${sql.table(table)}
    where tenant_id = ${actor.tenantId} and unit_id = ${unitId}
      and valid_from < ${day} and (valid_to is null or valid_to > ${day})
    for update`.execute(trx);
  return rows;
}

async function begin({ trx, actor, now }: Change, { table, successor, day }: Step, row: Held): Promise<void> {
  await sql`
    insert into ${sql.table(table)}
      (tenant_id, ${sql.ref(`${table}_id`)}, person_id, unit_id, unit_path, ${own(table)}, valid_from, valid_to)
    select ${actor.tenantId}, ${newId(now)}, ${row.person_id}, unit_id, path, ${row.held}, ${day}, ${row.valid_to}::date
    from unit_version
    where tenant_id = ${actor.tenantId} and unit_id = ${successor} and valid_to is null`.execute(trx);
}

function own(table: Step['table']) {
  return table === 'position' ? sql.ref('title') : sql.ref('role');
}
