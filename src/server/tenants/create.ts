import pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { TenantId } from '../../domain/kernel/id.ts';
import { newId } from '../db/new-id.ts';

export type NewTenant = {
  readonly code: string;
  readonly name: string;
  readonly hosts?: readonly string[];
  readonly demo?: boolean;
};

/** Only the owner of the tables may begin a tenant. Undefined when the code is taken. */
export async function createTenant(
  ownerUrl: string,
  now: Temporal.Instant,
  { code, name, hosts = [], demo = false }: NewTenant,
): Promise<TenantId | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `insert into tenant (tenant_id, code, name, hosts, demo, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (code) do nothing returning tenant_id`,
      [newId(now), code, name, [...hosts], demo, now.toString()],
    );
    return rows.length === 0 ? undefined : TenantId.parse(rows[0]?.tenant_id);
  } finally {
    await client.end();
  }
}
