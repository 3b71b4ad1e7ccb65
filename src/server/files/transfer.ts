import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FileId, FileName, type FileVersion, VersionReason } from '../../domain/files/contract.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { Deps } from '../app.ts';
import { withActor } from '../db/actor.ts';
import { contextOf } from '../http/api.ts';
import { signedIn } from '../http/context.ts';
import { refuseUnlessAllowed } from '../http/operation.ts';
import type { Stream } from '../http/streams.ts';
import { parseQuery } from '../sheets/http.ts';
import {
  addDocument,
  addVersion,
  getFile,
  keepContents,
  refuseUnlessAddable,
  refuseUnlessHeld,
} from './service.ts';
import { VIEWABLE_TYPES, viewHeaders } from './viewable.ts';

const UploadQuery = z.strictObject({
  name: FileName,
  /** Path of the unit that keeps the file. */
  unit: z.string().startsWith('/').endsWith('/').max(2000),
  /** Said by who knows that the unit has these contents already and wants them twice. */
  keepBoth: z.stringbool().default(false),
});
const VersionQuery = z.strictObject({ name: FileName, reason: VersionReason });

const ANYTHING = 'application/octet-stream';
const STREAMS = {
  add: {
    summary: 'Thêm tài liệu',
    tag: 'files',
    permission: 'file.add',
    query: UploadQuery,
    takes: [ANYTHING],
    status: 201,
  },
  renew: {
    summary: 'Thêm phiên bản của tài liệu',
    tag: 'files',
    permission: 'file.add',
    query: VersionQuery,
    takes: [ANYTHING],
    status: 201,
  },
  fetch: { summary: 'Tải nội dung một phiên bản', tag: 'files', permission: 'signed_in', gives: [ANYTHING] },
  view: {
    summary: 'Xem nội dung tại chỗ',
    tag: 'files',
    permission: 'signed_in',
    gives: VIEWABLE_TYPES,
  },
} as const satisfies Record<string, Stream>;

type Upload = FastifyRequest<{ Body: Readable; Params: { id?: string } }>;
type Download = FastifyRequest<{ Params: { id: string } }>;

/** A file comes and goes as the bare body, streamed, so these stand beside the operations of the contract. */
export function mountFiles(app: FastifyInstance, deps: Deps): void {
  app.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const bodyLimit = 2 * deps.config.maxFileBytes;
    files.post('/api/files', { bodyLimit, config: { stream: STREAMS.add } }, async (request: Upload, reply) =>
      reply.status(201).send(await takeDocument(deps, request)),
    );
    files.post(
      '/api/files/:id/versions',
      { bodyLimit, config: { stream: STREAMS.renew } },
      async (request: Upload, reply) => reply.status(201).send(await takeVersion(deps, request)),
    );
  });
  app.get('/api/files/:id', { config: { stream: STREAMS.fetch } }, async (request: Download, reply) => {
    const file = await readableFile(deps, request);
    return send(deps, reply, file, {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
    });
  });
  app.get('/api/files/:id/view', { config: { stream: STREAMS.view } }, async (request: Download, reply) => {
    const file = await readableFile(deps, request);
    if (!file.viewable)
      throw new AppError('rule_broken', [fault(['id'], 'file_not_viewable', { type: file.mediaType })]);
    return send(deps, reply, file, viewHeaders(file.mediaType));
  });
}

/** Who may not add is told before a byte is read. */
async function takeDocument(deps: Deps, request: Upload): Promise<FileVersion> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('file.add', context);
  const actor = signedIn(context);
  const { name, unit, keepBoth } = parseQuery(UploadQuery, request.query);
  await withActor(deps.db, actor, (trx) => refuseUnlessAddable(trx, actor, context.now, unit));
  const kept = await keepContents(deps, request.body, name);
  return withActor(deps.db, actor, (trx) =>
    addDocument(trx, actor, unit, { name, keepBoth, now: context.now, kept }),
  );
}

async function takeVersion(deps: Deps, request: Upload): Promise<FileVersion> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('file.add', context);
  const actor = signedIn(context);
  const fileId = readId(request.params.id);
  const { name, reason } = parseQuery(VersionQuery, request.query);
  await withActor(deps.db, actor, async (trx) =>
    refuseUnlessHeld(actor, (await getFile(trx, actor, fileId)).unitPath),
  );
  const kept = await keepContents(deps, request.body, name);
  return withActor(deps.db, actor, (trx) =>
    addVersion(trx, actor, fileId, { name, reason, now: context.now, kept }),
  );
}

async function readableFile(deps: Deps, request: Download): Promise<FileVersion> {
  const context = await contextOf(deps, request);
  const actor = signedIn(context);
  return withActor(deps.db, actor, (trx) => getFile(trx, actor, readId(request.params.id)));
}

/** Nothing in a file runs with the reader's rights here, and no cache keeps it. */
async function send(
  { files }: Deps,
  reply: FastifyReply,
  file: FileVersion,
  headers: Readonly<Record<string, string>>,
): Promise<FastifyReply> {
  const contents = await files.open(file.sha256);
  return reply
    .headers({
      ...headers,
      'content-length': file.size,
      'cache-control': 'private, no-store',
      etag: `"${file.sha256}"`,
    })
    .send(contents);
}

function readId(written: string | undefined): FileId {
  const known = FileId.safeParse(written);
  if (!known.success) throw new AppError('not_found', [fault(['id'], 'no_such_file')]);
  return known.data;
}
