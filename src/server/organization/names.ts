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
