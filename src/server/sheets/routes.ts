import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import { sheets as en } from '../../text/en/sheets.ts';
import type { Language } from '../../text/language.ts';
import { printCellFault } from '../../text/print-sheet-fault.ts';
import { sheets as vi } from '../../text/vi/sheets.ts';
import type { Deps } from '../app.ts';
import { contextOf } from '../http/api.ts';
import type { RequestContext } from '../http/context.ts';
import { refuseUnlessAllowed } from '../http/operation.ts';
import type { Stream } from '../http/streams.ts';
import type { SheetFault } from './definition.ts';
import { type SheetPlace, writeFaultSheet } from './fault-sheet.ts';
import { parseQuery, XLSX } from './http.ts';
import { SHEET_LIMITS, type SheetLimits } from './xlsx/limits.ts';

/** A way in or out that says of itself what it is and what it asks for; called, it stands in the application. */
export type MountSheet = (app: FastifyInstance, deps: Deps) => void;

/** What a workbook says of itself in the description of the API; its permission is asked for before all else. */
type Told<Query> = Pick<Stream, 'summary' | 'tag' | 'permission'> & { readonly query: z.ZodType<Query> };

type SheetExport<Query> = Told<Query> & {
  /** `params` are those of the address, as they came. */
  readonly write: (context: RequestContext, query: Query, params: unknown) => Promise<NamedSheet>;
};

type NamedSheet = { readonly fileName: string; readonly sheet: Readable };

/** A workbook that goes out. */
export function sheetExport<Query>(path: string, { write, ...told }: SheetExport<Query>): MountSheet {
  return (app, deps) => {
    app.get(path, { config: { stream: { ...told, gives: [XLSX] } } }, async (request, reply) => {
      const context = await contextOf(deps, request);
      refuseUnlessAllowed(told.permission, context);
      const written = await write(context, parseQuery(told.query, request.query), request.params);
      return sendSheet(reply, written);
    });
  };
}

function sendSheet(reply: FastifyReply, { fileName, sheet }: NamedSheet): FastifyReply {
  return reply
    .headers({
      'content-type': XLSX,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    })
    .send(sheet);
}

type SheetImport<Query> = Told<Query> & {
  readonly take: (context: RequestContext, bytes: Buffer, query: Query) => Promise<SheetOutcome>;
  /** Name of the same workbook when it goes back with its faults. */
  readonly faultFile: string;
  /** Those with which it is read. */
  readonly limits?: SheetLimits;
};

export type SheetOutcome = {
  readonly faults: readonly SheetFault[];
  /** The sheets that were read; a workbook with faults has these. */
  readonly places: readonly SheetPlace[];
};

/** A workbook that comes in. Who sends it and what they may do is asked before its bytes are read. */
export function sheetImport<Query extends { readonly language: Language }>(
  path: string,
  { take, faultFile, limits = SHEET_LIMITS, ...told }: SheetImport<Query>,
): MountSheet {
  const stream = { ...told, takes: [XLSX], gives: ['application/json', XLSX] };
  return (app, deps) => {
    app.register(async (sheets) => {
      sheets.removeAllContentTypeParsers();
      sheets.addContentTypeParser(XLSX, (_request, payload, done) => done(null, payload));
      const options = { bodyLimit: 2 * SHEET_LIMITS.fileBytes, config: { stream } };
      sheets.post<{ Body: Readable }>(path, options, async (request, reply) => {
        const context = await contextOf(deps, request);
        refuseUnlessAllowed(told.permission, context);
        const query = parseQuery(told.query, request.query);
        const bytes = await readBody(request);
        const outcome = await take(context, bytes, query);
        return sendOutcome(request, reply, outcome, { bytes, faultFile, limits, language: query.language });
      });
    });
  };
}

type Sent = { readonly body: Readable; readonly headers: { readonly 'content-length'?: string | undefined } };

/** A body that says it is too large is refused before its first byte, one that does not say so at the limit. */
async function readBody({ body, headers }: Sent): Promise<Buffer> {
  const tooLarge = () => new AppError('invalid_input', [fault([], 'file_too_large')]);
  if (Number(headers['content-length'] ?? 0) > SHEET_LIMITS.fileBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > SHEET_LIMITS.fileBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** How a workbook that was sent goes back. */
type SheetBack = {
  readonly bytes: Buffer;
  readonly faultFile: string;
  readonly language: Language;
  readonly limits: SheetLimits;
};

/** Answers what became of the rows; who asks for a workbook gets the same sheet back with its faults, if it has any. */
async function sendOutcome(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { places, ...outcome }: SheetOutcome,
  { bytes, faultFile, language, limits }: SheetBack,
): Promise<FastifyReply> {
  const wantsSheet = headers.accept === XLSX && outcome.faults.some(({ row }) => row !== undefined);
  if (!wantsSheet) return reply.header('cache-control', 'no-store').send(outcome);
  const column = {
    title: { vi, en }[language].faults,
    print: (found: SheetFault) => printCellFault(found, language),
  };
  const sheet = await writeFaultSheet(bytes, outcome.faults, places, column, limits);
  return sendSheet(reply, { fileName: faultFile, sheet });
}
