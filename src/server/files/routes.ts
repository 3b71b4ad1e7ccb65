import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { holds } from '../../domain/kernel/actor.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import { zodFaults } from '../../domain/kernel/zod-faults.ts';
import type { Deps } from '../app.ts';
import { withActor } from '../db/actor.ts';
import { newId } from '../db/new-id.ts';
import { contextOf } from '../http/api.ts';
import { type RequestContext, signedIn } from '../http/context.ts';
import { record } from '../journal/record.ts';
import { findFile, type StoredFile, saveFile } from './queries.ts';
import { receive } from './receive.ts';
import { sniff } from './sniff.ts';
import type { FileStore } from './store/store.ts';

/** A file comes as the bare body of the request; its name is a label and never a place on the disk. */
const Upload = z.strictObject({
  name: z
    .string()
    .trim()
    .normalize('NFC')
    .regex(/^[^\p{Cc}\p{Cf}/\\]{1,200}$/u, { error: 'file_name' }),
  /** Path of the unit that keeps the file. */
  unit: z.string().startsWith('/').endsWith('/').max(2000),
});

/** Contents are streamed, so these two stand beside the operations of the contract. */
export function mountFiles(app: FastifyInstance, deps: Deps): void {
  app.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    files.post<{ Body: Readable }>(
      '/api/files',
      { bodyLimit: 2 * deps.config.maxFileBytes },
      async (request, reply) => {
        const file = await takeFile(deps, await contextOf(deps, request), request);
        return reply.status(201).send(file);
      },
    );
  });
  app.get<{ Params: { id: string } }>('/api/files/:id', async (request, reply) =>
    sendFile(await contextOf(deps, request), request.params.id, reply, deps.files),
  );
}

async function takeFile(
  { config, files }: Deps,
  context: RequestContext,
  request: FastifyRequest<{ Body: Readable }>,
): Promise<StoredFile> {
  const actor = signedIn(context);
  const asked = Upload.safeParse(request.query);
  if (!asked.success) throw new AppError('invalid_input', zodFaults(asked.error));
  const { name, unit } = asked.data;
  if (!holds(actor, 'file.add', unit))
    throw new AppError('forbidden', [fault(['unit'], 'permission_missing', { permission: 'file.add' })]);
  const place = { folder: join(config.dataFolder, 'files', 'incoming'), maxBytes: config.maxFileBytes };
  const kept = await receive(request.body, place, async (received) => {
    const mediaType = await sniff(received.path);
    await files.put(received);
    return { sha256: received.sha256, size: received.size, mediaType };
  });
  const file = { fileId: newId(context.now), ...kept, name, unitPath: unit };
  await withActor(context.db, actor, async (trx) => {
    await saveFile(trx, actor.tenantId, file, { by: actor.personId, at: context.now.toString() });
    await record(trx, actor, context.now, [
      {
        subjectKind: 'file',
        subjectId: file.fileId,
        unitPath: unit,
        action: 'file.added',
        after: { name, sha256: file.sha256, size: file.size },
      },
    ]);
  });
  return file;
}

/** Always to be saved, never to be shown by us: nothing in a file runs with the reader's rights here. */
async function sendFile(
  context: RequestContext,
  fileId: string,
  reply: FastifyReply,
  store: FileStore,
): Promise<FastifyReply> {
  const actor = signedIn(context);
  const known = z.uuid().safeParse(fileId).success;
  const file = known
    ? await withActor(context.db, actor, (trx) => findFile(trx, actor.tenantId, fileId))
    : undefined;
  if (file === undefined) throw new AppError('not_found', [fault(['id'], 'no_such_file')]);
  const contents = await store.open(file.sha256);
  return reply
    .headers({
      'content-type': file.mediaType,
      'content-length': file.size,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
      etag: `"${file.sha256}"`,
    })
    .send(contents);
}
