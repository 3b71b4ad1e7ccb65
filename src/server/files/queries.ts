import { type Selectable, sql } from 'kysely';
import { FileId, type FileVersion, ScanState } from '../../domain/files/contract.ts';
import type { PersonId, TenantId, UnitId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import type { ActorTransaction } from '../db/actor.ts';
import type { DB } from '../db/tables.generated.ts';
import { isViewable } from './viewable.ts';

/** Undefined also when the actor may not see it. */
export async function findFile(
  trx: ActorTransaction,
  tenantId: TenantId,
  fileId: string,
): Promise<FileVersion | undefined> {
  const row = await trx
    .selectFrom('stored_file')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return row === undefined ? undefined : toVersion(row);
}

/** Every version of the document, the newest first. */
export async function listVersions(
  trx: ActorTransaction,
  tenantId: TenantId,
  documentId: FileId,
): Promise<FileVersion[]> {
  const rows = await trx
    .selectFrom('stored_file')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('document_id', '=', documentId)
    .orderBy('version_no', 'desc')
    .execute();
  return rows.map(toVersion);
}

/** The same; nobody else adds a version until the transaction ends. */
export async function lockVersions(
  trx: ActorTransaction,
  tenantId: TenantId,
  documentId: FileId,
): Promise<FileVersion[]> {
  await sql`select pg_advisory_xact_lock(hashtext('stored_file'), hashtext(${documentId}))`.execute(trx);
  return listVersions(trx, tenantId, documentId);
}

/**
 * A version with these contents among the documents of the unit, wherever the unit stood when it was added; one in force
 * before one that is not. Nobody else adds the same contents to the unit until the transaction ends.
 */
export async function lockSameContents(
  trx: ActorTransaction,
  tenantId: TenantId,
  unitPath: string,
  sha256: string,
): Promise<FileVersion | undefined> {
  const unitId = unitPath.split('/').at(-2) ?? '';
  await sql`select pg_advisory_xact_lock(hashtext('stored_file'), hashtext(${unitId + sha256}))`.execute(trx);
  const { rows } = await sql<Selectable<DB['stored_file']>>`
    select same.* from stored_file as same
    where same.tenant_id = ${tenantId} and same.sha256 = ${sha256} and same.unit_path like ${`%/${unitId}/`}
    order by exists (select from stored_file as newer where newer.tenant_id = ${tenantId}
      and newer.document_id = same.document_id and newer.version_no > same.version_no), same.file_id desc
    limit 1`.execute(trx);
  return rows.map(toVersion)[0];
}

export type FilesFilter = {
  /** Every path the unit ever had. */
  readonly paths: readonly string[];
  readonly below: boolean;
  readonly before?: FileId | undefined;
  readonly limit: number;
};

/** The version in force of each document, the newest first: what row-level security lets the actor see. */
export async function findCurrent(
  trx: ActorTransaction,
  tenantId: TenantId,
  { paths, below, before, limit }: FilesFilter,
): Promise<FileVersion[]> {
  const patterns = paths.map((path) => `${path.replace(/[\\%_]/g, '\\$&')}${below ? '%' : ''}`);
  const { rows } = await sql<Selectable<DB['stored_file']>>`
    select current.* from stored_file as current
    where current.tenant_id = ${tenantId} and current.unit_path like any(${patterns}::text[])
      and ${before === undefined ? sql`true` : sql`current.file_id < ${before}`}
      and not exists (select from stored_file as newer where newer.tenant_id = ${tenantId}
        and newer.document_id = current.document_id and newer.version_no = current.version_no + 1)
    order by current.file_id desc
    limit ${limit}`.execute(trx);
  return rows.map(toVersion);
}

/** The paths the unit has had, the present one last; empty when the actor does not see it. */
export async function listPathsOf(
  trx: ActorTransaction,
  tenantId: TenantId,
  unitId: UnitId,
): Promise<{ readonly path: string; readonly validTo: string | null }[]> {
  const rows = await trx
    .selectFrom('unit_version')
    .select(['path', 'valid_to'])
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({ path: row.path, validTo: row.valid_to }));
}

/** Whether a unit stands at exactly this path on the day. */
export async function unitStandsAt(
  trx: ActorTransaction,
  tenantId: TenantId,
  path: string,
  day: Day,
): Promise<boolean> {
  const row = await trx
    .selectFrom('unit_version')
    .select('unit_id')
    .where('tenant_id', '=', tenantId)
    .where('path', '=', path)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .executeTakeFirst();
  return row !== undefined;
}

export type NewVersion = Omit<FileVersion, 'viewable'>;

export async function saveVersion(
  trx: ActorTransaction,
  tenantId: TenantId,
  file: NewVersion,
): Promise<void> {
  await trx
    .insertInto('stored_file')
    .values({
      tenant_id: tenantId,
      file_id: file.fileId,
      document_id: file.documentId,
      version_no: file.versionNo,
      sha256: file.sha256,
      size: file.size,
      media_type: file.mediaType,
      name: file.name,
      unit_path: file.unitPath,
      scan: file.scan,
      reason: file.reason,
      added_by: file.addedBy,
      added_at: file.addedAt,
    })
    .execute();
}

function toVersion(row: Selectable<DB['stored_file']>): FileVersion {
  return {
    fileId: FileId.parse(row.file_id),
    documentId: FileId.parse(row.document_id),
    versionNo: row.version_no,
    name: row.name,
    mediaType: row.media_type,
    size: Number(row.size),
    sha256: row.sha256,
    unitPath: row.unit_path,
    scan: ScanState.parse(row.scan),
    addedBy: row.added_by as PersonId,
    addedAt: row.added_at.toString(),
    reason: row.reason,
    viewable: isViewable(row.media_type),
  };
}
