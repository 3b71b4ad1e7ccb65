import pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import { TenantId } from '../../domain/kernel/id.ts';
import { newId } from '../db/new-id.ts';

export type NewTenant = {
  readonly code: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly demo: boolean;
};

/** Only the owner of the tables makes tenants. @throws AppError `conflict` when the code is taken */
export async function createTenant(
  ownerUrl: string,
  { code, name, hosts, demo }: NewTenant,
  now: Temporal.Instant,
): Promise<TenantId> {
  const tenantId = TenantId.parse(newId(now));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `insert into tenant (tenant_id, code, name, hosts, demo, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (code) do nothing`,
      [tenantId, code, name, hosts, demo, now.toString()],
    );
    if (rowCount === 0) throw new AppError('conflict', [fault([], 'tenant_exists', { code })]);
    return tenantId;
  } finally {
    await client.end();
  }
}

/** Takes back a tenant in which nothing has been made yet. */
export async function removeTenant(ownerUrl: string, tenantId: TenantId): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('delete from tenant where tenant_id = $1', [tenantId]);
  } finally {
    await client.end();
  }
}
