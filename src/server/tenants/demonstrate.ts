import type { Temporal } from 'temporal-polyfill';
import { withTenant } from '../db/actor.ts';
import { type DemonstrationStores, demoTenant, loadDemonstration } from '../demo/load.ts';
import { createTenant } from './create.ts';
import { listTenants, type Tenant } from './queries.ts';

/** Makes the invented province where it is not there yet; one that was made and not filled is filled. */
export async function ensureDemonstration(
  stores: DemonstrationStores,
  ownerUrl: string,
  now: Temporal.Instant,
): Promise<void> {
  const { db } = stores;
  const { code, name } = demoTenant();
  const isDemo = (tenant: Tenant) => tenant.code === code && tenant.demo;
  if (!(await listTenants(db)).some(isDemo))
    await createTenant(ownerUrl, { code, name, hosts: [], demo: true }, now);
  const tenant = (await listTenants(db)).find(isDemo);
  if (tenant !== undefined && (await isEmpty(stores, tenant)))
    await loadDemonstration(stores, tenant.tenantId, now);
}

function isEmpty({ db }: DemonstrationStores, { tenantId }: Tenant): Promise<boolean> {
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
