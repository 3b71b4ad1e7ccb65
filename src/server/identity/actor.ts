import { sql } from 'kysely';
import type { Actor, Grant } from '../../domain/kernel/actor.ts';
import type { PersonId, TenantId, UnitId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import { PERMISSIONS_OF_ROLE, Role } from '../../domain/organization/role.ts';

import { withTenant } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';

type Row = {
  person_id: string;
  role: string | null;
  unit_id: string | null;
  path: string | null;
  valid_to: Day | null;
  on_behalf_of: string | null;
};

/**
 * The person of the account in this tenant with what they may do on the day; undefined when the tenant knows no such
 * account or the person has left. A role holds at every path the unit ever had and at those of the units that merged
 * into it, so that their history stays in sight; a delegation holds only while its giver holds the role.
 */
export async function findActor(
  db: Database,
  tenantId: TenantId,
  accountId: string,
  day: Day,
): Promise<Actor | undefined> {
  const rows = await withTenant(db, tenantId, async (trx) => {
    const result = await sql<Row>`
      with recursive me as (
        select person_id from person
        where tenant_id = ${tenantId} and account_id = ${accountId} and (left_on is null or left_on > ${day})
      ), held as (
        select mine.role, mine.unit_id, mine.valid_to, mine.on_behalf_of
        from me
        join assignment as mine on mine.tenant_id = ${tenantId} and mine.person_id = me.person_id
        left join assignment as source on source.tenant_id = ${tenantId} and source.assignment_id = mine.out_of
        left join person as giver on giver.tenant_id = ${tenantId} and giver.person_id = mine.on_behalf_of
        where mine.valid_from <= ${day} and (mine.valid_to is null or mine.valid_to > ${day})
          and (mine.out_of is null
            or source.valid_from <= ${day} and (source.valid_to is null or source.valid_to > ${day})
              and (giver.left_on is null or giver.left_on > ${day}))
      ), lineage (held_in, unit_id) as (
        select unit_id, unit_id from held
        union
        select lineage.held_in, merger.from_unit_id
        from lineage
        join unit_succession as merger on merger.tenant_id = ${tenantId} and merger.to_unit_id = lineage.unit_id
          and merger.kind = 'merged_into' and merger.day <= ${day}
      )
      select distinct me.person_id, held.role, held.unit_id, version.path, held.valid_to, held.on_behalf_of
      from me
      left join held on true
      left join lineage on lineage.held_in = held.unit_id
      left join unit_version as version on version.tenant_id = ${tenantId} and version.unit_id = lineage.unit_id
        and version.valid_from <= ${day}`.execute(trx);
    return result.rows;
  });
  const personId = rows[0]?.person_id;
  if (personId === undefined) return undefined;
  return { tenantId, accountId, personId: personId as PersonId, grants: rows.flatMap(toGrants) };
}

function toGrants({ role, unit_id, path, valid_to, on_behalf_of }: Row): Grant[] {
  if (role === null || unit_id === null || path === null) return [];
  return PERMISSIONS_OF_ROLE[Role.parse(role)].map((permission) => ({
    permission,
    unitId: unit_id as UnitId,
    path,
    ...(valid_to === null ? {} : { until: valid_to }),
    ...(on_behalf_of === null ? {} : { onBehalfOf: on_behalf_of as PersonId }),
  }));
}
