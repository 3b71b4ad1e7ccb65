import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Actor } from '../src/domain/kernel/actor.ts';
import { PersonId, TenantId, UnitId } from '../src/domain/kernel/id.ts';
import type { Permission } from '../src/domain/kernel/permission.ts';

/** Runs SQL as the owner of the tables: what somebody does who has the database itself in hand. */
export async function asOwner(
  ownerUrl: string,
  statement: string,
  values: unknown[] = [],
): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/** A province with nothing in it. */
export async function givenTenant(ownerUrl: string, code = 'tg', hosts: string[] = []): Promise<TenantId> {
  const tenantId = TenantId.parse(randomUUID());
  await asOwner(
    ownerUrl,
    'insert into tenant (tenant_id, code, name, hosts, created_at) values ($1, $2, $3, $4, now())',
    [tenantId, code, 'Tỉnh Trường Giang', hosts],
  );
  return tenantId;
}

/** Someone who holds these permissions at these paths, and nothing else. */
export function actorWith(tenantId: TenantId, ...held: [Permission, string][]): Actor {
  const unitId = UnitId.parse(randomUUID());
  return {
    tenantId,
    personId: PersonId.parse(randomUUID()),
    accountId: randomUUID(),
    grants: held.map(([permission, path]) => ({ permission, path, unitId })),
  };
}
