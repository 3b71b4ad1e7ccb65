import type { TenantId } from '../../domain/kernel/id.ts';
import type { ActorTransaction } from '../db/actor.ts';

/** Names of those who issued or entered something, for whoever sees what they did. Run as the product. */
export async function findNames(
  trx: ActorTransaction,
  tenantId: TenantId,
  personIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(personIds.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const rows = await trx
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', 'in', asked)
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.name]));
}

/** Latest names of the units at the ends of these paths, by id. Run as the product. */
export async function findUnitNames(
  trx: ActorTransaction,
  tenantId: TenantId,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(paths.map((path) => path.split('/').at(-2) ?? ''))].filter((id) => id !== '');
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('unit_version')
    .select(['unit_id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('unit_id', 'in', ids)
    .orderBy('valid_from')
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.name]));
}
