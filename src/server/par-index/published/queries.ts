import type { TenantId } from '../../../domain/kernel/id.ts';
import type { PublishedTableId } from '../../../domain/par-index/published/table-record.ts';
import type { ActorTransaction } from '../../db/actor.ts';

/** A table of results of somebody else, with its document. */
export type KeptTable = {
  readonly tableId: PublishedTableId;
  readonly title: string;
  readonly year: number | null;
  readonly source: string | null;
  readonly units: number;
  readonly findings: number;
  readonly document: string;
  readonly addedAt: string;
  readonly addedBy: string | null;
};

const FACE = ['table_id', 'title', 'year', 'source', 'units', 'findings', 'added_at', 'added_by'] as const;

/** Without their documents, newest year first. */
export async function listTables(
  trx: ActorTransaction,
  tenantId: TenantId,
): Promise<Omit<KeptTable, 'document'>[]> {
  const rows = await trx
    .selectFrom('published_table')
    .select(FACE)
    .where('tenant_id', '=', tenantId)
    .orderBy('year', 'desc')
    .orderBy('title')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    tableId: row.table_id as PublishedTableId,
    title: row.title,
    year: row.year,
    source: row.source,
    units: row.units,
    findings: row.findings,
    addedAt: row.added_at.toString(),
    addedBy: row.added_by,
  }));
}

const MOST = 1_000;

export async function findTable(
  trx: ActorTransaction,
  tenantId: TenantId,
  tableId: PublishedTableId,
): Promise<KeptTable | undefined> {
  const row = await trx
    .selectFrom('published_table')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('table_id', '=', tableId)
    .executeTakeFirst();
  return (
    row && {
      tableId: row.table_id as PublishedTableId,
      title: row.title,
      year: row.year,
      source: row.source,
      units: row.units,
      findings: row.findings,
      document: row.document,
      addedAt: row.added_at.toString(),
      addedBy: row.added_by,
    }
  );
}

export async function addTable(trx: ActorTransaction, tenantId: TenantId, table: KeptTable): Promise<void> {
  await trx
    .insertInto('published_table')
    .values({
      tenant_id: tenantId,
      table_id: table.tableId,
      title: table.title,
      year: table.year,
      source: table.source,
      units: table.units,
      findings: table.findings,
      document: table.document,
      added_at: table.addedAt,
      added_by: table.addedBy,
    })
    .execute();
}
