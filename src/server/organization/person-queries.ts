import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { PersonId, TenantId, UnitId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import type { PersonLine } from '../../domain/organization/people-contract.ts';
import { Role } from '../../domain/organization/role.ts';

import { fold } from '../../text/fold.ts';
import type { ActorTransaction } from '../db/actor.ts';
import { type Cursor, sortName } from './person-names.ts';
import { dayOf } from './today.ts';

export type PeopleFilter = {
  readonly search?: string | undefined;
  /** The unit and everything below it. */
  readonly under?: string | undefined;
  readonly role?: Role | undefined;
  /** Also those who have left. */
  readonly left: boolean;
  readonly after?: Cursor | undefined;
  readonly limit: number;
};

/** By given name, then the rest of the name, in Vietnamese order: what row-level security lets the actor see. */
export async function findPeople(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  filter: PeopleFilter,
): Promise<PersonLine[]> {
  const day = dayOf(now);
  const { search, under, role, left, after } = filter;
  const words = fold(search ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const conditions = [
    left ? sql`true` : sql`(person.left_on is null or person.left_on > ${day})`,
    ...words.map((word) => sql`person.search_text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
    ...(under === undefined ? [] : [standsUnder(tenantId, under, day)]),
    ...(role === undefined ? [] : [sql`${role} = any(held.roles)`]),
    ...(after === undefined
      ? []
      : [sql`(person.sort_name, person.person_id) > (${after.sortName}, ${after.personId}::uuid)`]),
  ];
  return listLines(trx, tenantId, now, sql.join(conditions, sql` and `), filter.limit);
}

/** On the books of the unit or one below it, or in a position there on the day. */
function standsUnder(tenantId: TenantId, under: string, day: Day): RawBuilder<unknown> {
  return sql`(starts_with(person.unit_path, ${under}) or exists (select from position as there
    where there.tenant_id = ${tenantId} and there.person_id = person.person_id
      and starts_with(there.unit_path, ${under})
      and there.valid_from <= ${day} and (there.valid_to is null or there.valid_to > ${day})))`;
}

export async function findPerson(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  personId: PersonId,
): Promise<PersonLine | undefined> {
  const lines = await listLines(trx, tenantId, now, sql`person.person_id = ${personId}`, 1);
  return lines[0];
}

type LineRow = {
  person_id: string;
  name: string;
  email: string | null;
  unit_id: string;
  unit_path: string;
  left_on: Day | null;
  account_id: string | null;
  unit_name: string | null;
  titles: string[];
  paths: string[];
  seen_in: string | null;
  roles: string[];
  /** Null where no link waits; false where none of them works any more. */
  invited: boolean | null;
};

async function listLines(
  trx: ActorTransaction,
  tenantId: TenantId,
  now: Temporal.Instant,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<PersonLine[]> {
  const day = dayOf(now);
  const today = sql`valid_from <= ${day} and (valid_to is null or valid_to > ${day})`;
  const { rows } = await sql<LineRow>`
    select person.person_id, person.name, person.email, person.unit_id, person.unit_path, person.left_on,
      person.account_id, place.name as unit_name, served.titles, served.paths, seen.name as seen_in, held.roles,
      (select bool_or(link.expires_at > ${now.toString()}::timestamptz and link.email = person.email)
        from access_link as link where link.tenant_id = ${tenantId}
        and link.person_id = person.person_id and link.purpose = 'invitation' and link.used_at is null) as invited
    from person
    left join lateral (select name from unit_version where tenant_id = ${tenantId}
      and unit_id = person.unit_id order by valid_from desc limit 1) as place on true
    cross join lateral (select
        coalesce(array_agg(title order by valid_from) filter (where ${today}), '{}') as titles,
        coalesce(array_agg(distinct unit_path) filter (where valid_to is null or valid_to > valid_from), '{}') as paths,
        (array_agg(unit_id order by valid_from desc))[1] as last_unit
      from position where tenant_id = ${tenantId} and person_id = person.person_id) as served
    left join lateral (select name from unit_version where place.name is null and tenant_id = ${tenantId}
      and unit_id = served.last_unit order by valid_from desc limit 1) as seen on true
    cross join lateral (select coalesce(array_agg(distinct role), '{}') as roles from assignment
      where tenant_id = ${tenantId} and person_id = person.person_id and ${today}) as held
    where person.tenant_id = ${tenantId} and ${condition}
    order by person.sort_name, person.person_id
    limit ${limit}`.execute(trx);
  return rows.map((row) => toPersonLine(row, day));
}

function toPersonLine(row: LineRow, day: Day): PersonLine {
  const left = row.left_on !== null && row.left_on <= day;
  const waiting = row.invited === null ? 'none' : row.invited ? 'invited' : 'lapsed';
  const known = row.account_id === null ? waiting : left ? 'disabled' : 'active';
  return {
    personId: row.person_id as PersonId,
    name: row.name,
    email: row.email,
    unitId: row.unit_id as UnitId,
    unitPath: row.unit_path,
    leftOn: row.left_on,
    unitName: row.unit_name ?? row.seen_in ?? '',
    positionPaths: row.paths,
    titles: row.titles,
    roles: row.roles.map((role) => Role.parse(role)),
    account: known,
  };
}

export async function savePerson(
  trx: ActorTransaction,
  tenantId: TenantId,
  person: { personId: PersonId; name: string; email: string | null; unitId: UnitId; unitPath: string },
): Promise<void> {
  await trx
    .insertInto('person')
    .values({
      tenant_id: tenantId,
      person_id: person.personId,
      name: person.name,
      sort_name: sortName(person.name),
      search_text: fold(`${person.name} ${person.email ?? ''}`),
      email: person.email,
      unit_id: person.unitId,
      unit_path: person.unitPath,
    })
    .execute();
}

export type LockedPerson = {
  readonly accountId: string | null;
  readonly email: string | null;
  readonly name: string;
  readonly leftOn: Day | null;
  readonly unitPath: string;
};

export async function savePersonName(
  trx: ActorTransaction,
  tenantId: TenantId,
  person: { personId: PersonId; name: string; email: string | null },
): Promise<void> {
  await trx
    .updateTable('person')
    .set({
      name: person.name,
      sort_name: sortName(person.name),
      search_text: fold(`${person.name} ${person.email ?? ''}`),
      email: person.email,
    })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', person.personId)
    .execute();
}

/** The person's row, locked until the transaction ends. */
export async function lockPerson(
  trx: ActorTransaction,
  tenantId: TenantId,
  personId: PersonId,
): Promise<LockedPerson | undefined> {
  const row = await trx
    .selectFrom('person')
    .select(['account_id', 'email', 'name', 'left_on', 'unit_path'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      accountId: row.account_id,
      email: row.email,
      name: row.name,
      leftOn: row.left_on,
      unitPath: row.unit_path,
    }
  );
}

/** Path of the unit on whose books the person stands; the root's for a person who is not seen. */
export async function findHomePath(
  trx: ActorTransaction,
  tenantId: TenantId,
  personId: PersonId,
): Promise<string> {
  const row = await trx
    .selectFrom('person')
    .select('unit_path')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.unit_path ?? '/';
}

export async function emailTaken(trx: ActorTransaction, tenantId: TenantId, email: string): Promise<boolean> {
  const row = await trx
    .selectFrom('person')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('email', '=', email)
    .executeTakeFirst();
  return row !== undefined;
}

export async function linkAccount(
  trx: ActorTransaction,
  tenantId: TenantId,
  personId: PersonId,
  accountId: string,
): Promise<void> {
  await trx
    .updateTable('person')
    .set({ account_id: accountId })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .execute();
}

export async function markLeft(
  trx: ActorTransaction,
  tenantId: TenantId,
  personId: PersonId,
  day: Day,
): Promise<void> {
  await trx
    .updateTable('person')
    .set({ left_on: day })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .execute();
}
