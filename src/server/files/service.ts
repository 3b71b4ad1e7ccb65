import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Temporal } from 'temporal-polyfill';
import { FileId, type FileLine, type FileVersion } from '../../domain/files/contract.ts';
import { type Actor, holds } from '../../domain/kernel/actor.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { Deps } from '../app.ts';
import { type ActorTransaction, asProduct } from '../db/actor.ts';
import { newId } from '../db/new-id.ts';
import { record } from '../journal/record.ts';
import { findNames, findUnitNames } from '../organization/names.ts';
import { dayOf } from '../organization/today.ts';
import {
  findFile,
  lockSameContents,
  lockVersions,
  type NewVersion,
  saveVersion,
  unitStandsAt,
} from './queries.ts';
import { receive } from './receive.ts';
import { scan } from './scan.ts';
import { sniff } from './sniff.ts';

/** Contents that are in the store, of which no row speaks yet. */
export type Kept = Pick<FileVersion, 'sha256' | 'size' | 'mediaType' | 'scan'>;

/** Looks at contents while nobody can see them, then keeps them. @throws AppError `invalid_input` */
export function keepContents({ config, files }: Deps, content: Readable, name: string): Promise<Kept> {
  const place = { folder: join(config.dataFolder, 'files', 'incoming'), maxBytes: config.maxFileBytes };
  return receive(content, place, async (received) => {
    const mediaType = await sniff(received.path, name);
    const verdict = await scan(received.blob, config.scanner);
    await files.put(received);
    return { sha256: received.sha256, size: received.size, mediaType, scan: verdict };
  });
}

/** @throws AppError `forbidden`, or `not_found` where no unit stands today */
export async function refuseUnlessAddable(
  trx: ActorTransaction,
  actor: Actor,
  now: Temporal.Instant,
  unitPath: string,
): Promise<void> {
  refuseUnlessHeld(actor, unitPath);
  const stands = await asProduct(trx, actor, () => unitStandsAt(trx, actor.tenantId, unitPath, dayOf(now)));
  if (!stands) throw new AppError('not_found', [fault(['unit'], 'no_unit_there')]);
}

export type Added = { readonly name: string; readonly now: Temporal.Instant; readonly kept: Kept };

/**
 * @throws AppError `conflict` when the actor sees a document of the unit with the same contents and did not say to keep
 * both; the fault tells which one
 */
export async function addDocument(
  trx: ActorTransaction,
  actor: Actor,
  unitPath: string,
  { name, now, kept, keepBoth }: Added & { readonly keepBoth: boolean },
): Promise<FileVersion> {
  await refuseUnlessAddable(trx, actor, now, unitPath);
  if (!keepBoth) await refuseIfPresent(trx, actor, unitPath, kept.sha256);
  const fileId = FileId.parse(newId(now));
  const file: NewVersion = {
    ...kept,
    fileId,
    documentId: fileId,
    versionNo: 1,
    name,
    unitPath,
    addedBy: actor.personId,
    addedAt: now.toString(),
    reason: null,
  };
  await saveVersion(trx, actor.tenantId, file);
  await record(trx, actor, now, [
    {
      subjectKind: 'file',
      subjectId: fileId,
      unitPath,
      action: 'file.added',
      after: journaled(file),
    },
  ]);
  return getFile(trx, actor, fileId);
}

async function refuseIfPresent(
  trx: ActorTransaction,
  actor: Actor,
  unitPath: string,
  sha256: string,
): Promise<void> {
  const same = await lockSameContents(trx, actor.tenantId, unitPath, sha256);
  if (same === undefined) return;
  const { fileId, name, versionNo: version, addedAt } = same;
  const [line] = await withNames(trx, actor, [same]);
  const addedBy = line?.addedByName ?? '';
  throw new AppError('conflict', [
    fault(['file'], 'file_present', { fileId, name, version, addedBy, addedAt }),
  ]);
}

/** Always on top of the newest, whichever version was named. @throws AppError `conflict` when nothing is new in it */
export async function addVersion(
  trx: ActorTransaction,
  actor: Actor,
  fileId: FileId,
  { name, now, kept, reason }: Added & { readonly reason: string },
): Promise<FileVersion> {
  const { documentId, unitPath } = await getFile(trx, actor, fileId);
  refuseUnlessHeld(actor, unitPath);
  const [newest] = await lockVersions(trx, actor.tenantId, documentId);
  if (newest === undefined) throw noSuchFile();
  if (newest.sha256 === kept.sha256 && newest.name === name)
    throw new AppError('conflict', [fault(['file'], 'file_unchanged', { version: newest.versionNo })]);
  const file: NewVersion = {
    ...kept,
    fileId: FileId.parse(newId(now)),
    documentId,
    versionNo: newest.versionNo + 1,
    name,
    unitPath,
    addedBy: actor.personId,
    addedAt: now.toString(),
    reason,
  };
  await saveVersion(trx, actor.tenantId, file);
  await record(trx, actor, now, [
    {
      subjectKind: 'file',
      subjectId: documentId,
      unitPath,
      action: 'file.version_added',
      before: journaled(newest),
      after: journaled(file),
      reason,
    },
  ]);
  return getFile(trx, actor, file.fileId);
}

/** @throws AppError `not_found`, also when the actor may not see it */
export async function getFile(trx: ActorTransaction, actor: Actor, fileId: FileId): Promise<FileVersion> {
  const file = await findFile(trx, actor.tenantId, fileId);
  if (file === undefined) throw noSuchFile();
  return file;
}

/** With the names of units and people, for whoever sees the files themselves. */
export function withNames(
  trx: ActorTransaction,
  actor: Actor,
  versions: readonly FileVersion[],
): Promise<FileLine[]> {
  return asProduct(trx, actor, async () => {
    const units = await findUnitNames(
      trx,
      actor.tenantId,
      versions.map(({ unitPath }) => unitPath),
    );
    const people = await findNames(
      trx,
      actor.tenantId,
      versions.map(({ addedBy }) => addedBy),
    );
    return versions.map((version) => ({
      ...version,
      unitName: units.get(version.unitPath.split('/').at(-2) ?? '') ?? '',
      addedByName: people.get(version.addedBy) ?? '',
    }));
  });
}

export function refuseUnlessHeld(actor: Actor, unitPath: string): void {
  if (!holds(actor, 'file.add', unitPath))
    throw new AppError('forbidden', [fault(['unit'], 'permission_missing', { permission: 'file.add' })]);
}

function journaled({ fileId, versionNo, name, sha256, size, scan: verdict }: NewVersion) {
  return { fileId, versionNo, name, sha256, size, scan: verdict };
}

function noSuchFile(): AppError {
  return new AppError('not_found', [fault(['id'], 'no_such_file')]);
}
