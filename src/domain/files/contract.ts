import * as z from 'zod';
import { PersonId, UnitId } from '../kernel/id.ts';
import { operation } from '../kernel/operation.ts';

export const FileId = z.uuid({ error: 'id' }).toLowerCase().brand('FileId');
export type FileId = z.infer<typeof FileId>;

/** `not_asked`: this installation has no scanner; `missed`: it has one, and it did not answer. */
export const ScanState = z.enum(['not_asked', 'clean', 'missed']);
export type ScanState = z.infer<typeof ScanState>;

/** A name is a label and never a place on a disk. */
export const FileName = z
  .string()
  .trim()
  .normalize('NFC')
  .regex(/^[^\p{Cc}\p{Cf}/\\]{1,200}$/u, { error: 'file_name' });

/** One version of a document. Its contents never change; `documentId` is the id of the first version. */
export const FileVersion = z.object({
  fileId: FileId,
  documentId: FileId,
  /** From 1 without gaps; the highest is the one in force. */
  versionNo: z.int(),
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256: z.string(),
  unitPath: z.string(),
  scan: ScanState,
  addedBy: PersonId,
  addedAt: z.string(),
  reason: z.string().nullable(),
  /** Whether it can be shown in place. */
  viewable: z.boolean(),
});
export type FileVersion = z.infer<typeof FileVersion>;

const FileLine = FileVersion.extend({ unitName: z.string(), addedByName: z.string() });
export type FileLine = z.infer<typeof FileLine>;

/** Why there is a new version; the journal and the list of versions show it. */
export const VersionReason = z
  .string()
  .trim()
  .min(1, { error: 'reason_needed' })
  .max(500, { error: 'reason' });

export const FilesQuery = z.object({
  unitId: UnitId,
  /** Also those of the units below. */
  below: z.stringbool().or(z.boolean()).default(false),
  /** The `next` of the page before. */
  before: FileId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

/** Contents are streamed and stand beside these: see `server/files/transfer.ts`. */
export const files = {
  /** The version in force of every document of a unit, the newest first. */
  list: operation('file.read')
    .route({ method: 'GET', path: '/files', tags: ['files'], summary: 'Tài liệu của một đơn vị' })
    .input(FilesQuery)
    .output(
      z.object({
        files: z.array(FileLine),
        next: FileId.nullable(),
        /** Where the caller's new documents of this unit would stand; null where they may add none. */
        addTo: z.string().nullable(),
      }),
    ),
  /** Of the document that this file is a version of, the newest first. */
  versions: operation('file.read')
    .route({
      method: 'GET',
      path: '/files/{fileId}/versions',
      tags: ['files'],
      summary: 'Các phiên bản của một tài liệu',
    })
    .input(z.object({ fileId: FileId }))
    .output(z.object({ versions: z.array(FileLine), mayAdd: z.boolean() })),
};
