import type { TenantId } from '../../domain/kernel/id.ts';
import type { Heir, UnitName } from '../../portal/unit-search.ts';
import type { ActorTransaction } from '../db/actor.ts';

/** Every name that a unit of the tenant has or had. A province has some hundreds. */
export async function listUnitNames(trx: ActorTransaction, tenantId: TenantId): Promise<UnitName[]> {
  const rows = await trx
    .selectFrom('unit_version')
    .select(['unit_id', 'name', 'code', 'parent_id', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', tenantId)
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    name: row.name,
    code: row.code,
    parentId: row.parent_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

export async function listHeirs(trx: ActorTransaction, tenantId: TenantId): Promise<Heir[]> {
  const rows = await trx
    .selectFrom('unit_succession')
    .select(['from_unit_id', 'to_unit_id'])
    .where('tenant_id', '=', tenantId)
    .where('kind', 'in', ['merged_into', 'split_from'])
    .execute();
  return rows.flatMap(({ from_unit_id: from, to_unit_id: to }) =>
    from === null || to === null ? [] : [{ from, to }],
  );
}
