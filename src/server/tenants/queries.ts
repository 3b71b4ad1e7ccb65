import type { TenantId } from '../../domain/kernel/id.ts';
import type { Database } from '../db/connect.ts';
import type { Tenant as TenantRow } from '../db/tables.generated.ts';

/** The province, or the unit that runs alone, that owns the data. */
export type Tenant = {
  readonly tenantId: TenantId;
  readonly code: string;
  readonly name: string;
  readonly hosts: readonly string[];
  /** Every screen says so. */
  readonly demo: boolean;
};

/** The tenant of this host name; the oldest one where no tenant claims the name. */
export async function findTenant(db: Database, host: string): Promise<Tenant | undefined> {
  const tenants = await listTenants(db);
  return tenants.find(({ hosts }) => hosts.includes(host)) ?? tenants[0];
}

export async function listTenants(db: Database): Promise<Tenant[]> {
  const rows = await db
    .selectFrom('tenant')
    .select(['tenant_id', 'code', 'name', 'hosts', 'demo'])
    .orderBy('created_at')
    .orderBy('tenant_id')
    .execute();
  return rows.map(toTenant);
}

type Row = Pick<TenantRow, 'tenant_id' | 'code' | 'name'> & { hosts: string[]; demo: boolean };

function toTenant(row: Row): Tenant {
  return {
    tenantId: row.tenant_id as TenantId,
    code: row.code,
    name: row.name,
    hosts: row.hosts,
    demo: row.demo,
  };
}
