import type { Temporal } from 'temporal-polyfill';
import { withTenant } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';
import { demoTenant, loadDemonstration } from '../demo/load.ts';
import { createTenant } from './create.ts';
import { listTenants, type Tenant } from './queries.ts';

/** Makes the invented province where it is not there yet; one that was made and not filled is filled. */
export async function ensureDemonstration(
  db: Database,
  ownerUrl: string,
  now: Temporal.Instant,
): Promise<void> {
  const { code, name } = demoTenant();
  const isDemo = (tenant: Tenant) => tenant.code === code && tenant.demo;
  if (!(await listTenants(db)).some(isDemo))
    await createTenant(ownerUrl, { code, name, hosts: [], demo: true }, now);
  const tenant = (await listTenants(db)).find(isDemo);
  if (tenant !== undefined && (await isEmpty(db, tenant))) await loadDemonstration(db, tenant.tenantId, now);
}

function isEmpty(db: Database, { tenantId }: Tenant): Promise<boolean> {
  return withTenant(db, tenantId, async (trx) => {
    const unit = await trx
      .selectFrom('unit')
      .select('unit_id')
      .where('tenant_id', '=', tenantId)
      .limit(1)
      .execute();
    return unit.length === 0;
  });
}
