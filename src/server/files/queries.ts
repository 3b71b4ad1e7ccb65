import type { Selectable } from 'kysely';
import type { TenantId } from '../../domain/kernel/id.ts';
import type { ActorTransaction } from '../db/actor.ts';
import type { DB } from '../db/tables.generated.ts';

/** A file somebody handed in; its contents lie in the store under their hash. */
export type StoredFile = {
  readonly fileId: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly unitPath: string;
};

/** Undefined also when the actor may not see it. */
export async function findFile(
  trx: ActorTransaction,
  tenantId: TenantId,
  fileId: string,
): Promise<StoredFile | undefined> {
  const row = await trx
    .selectFrom('stored_file')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return row === undefined ? undefined : toStoredFile(row);
}

export async function saveFile(
  trx: ActorTransaction,
  tenantId: TenantId,
  file: StoredFile,
  added: { readonly by: string; readonly at: string },
): Promise<void> {
  await trx
    .insertInto('stored_file')
    .values({
      tenant_id: tenantId,
      file_id: file.fileId,
      sha256: file.sha256,
      size: file.size,
      media_type: file.mediaType,
      name: file.name,
      unit_path: file.unitPath,
      added_by: added.by,
      added_at: added.at,
    })
    .execute();
}

function toStoredFile(row: Selectable<DB['stored_file']>): StoredFile {
  return {
    fileId: row.file_id,
    sha256: row.sha256,
    size: row.size,
    mediaType: row.media_type,
    name: row.name,
    unitPath: row.unit_path,
  };
}
