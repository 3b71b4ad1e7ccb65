import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import { zodFaults } from '../../domain/kernel/zod-faults.ts';
import { sheets as en } from '../../text/en/sheets.ts';
import type { Language } from '../../text/language.ts';
import { printCellFault } from '../../text/print-sheet-fault.ts';
import { sheets as vi } from '../../text/vi/sheets.ts';
import type { SheetFault } from './definition.ts';
import { type SheetPlace, writeFaultSheet } from './fault-sheet.ts';
import { SHEET_LIMITS, type SheetLimits } from './xlsx/limits.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Of the headings and words in a sheet. */
export const SheetLanguage = z.enum(['vi', 'en']).default('vi');

/** @throws AppError `invalid_input` with every fault of the query */
export function parseQuery<T>(schema: z.ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query);
  if (!parsed.success) throw new AppError('invalid_input', zodFaults(parsed.error));
  return parsed.data;
}

export function sendSheet(reply: FastifyReply, fileName: string, sheet: Readable): FastifyReply {
  return reply
    .headers({
      'content-type': XLSX,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    })
    .send(sheet);
}

/** What goes wrong before the first row is still a refusal and not a broken file. */
export async function begun<T>(rows: AsyncGenerator<T>): Promise<AsyncIterable<T>> {
  const first = await rows.next();
  return (async function* () {
    if (first.done !== true) yield first.value;
    yield* rows;
  })();
}

type TakeSheet = (
  request: FastifyRequest,
  reply: FastifyReply,
  bytes: () => Promise<Buffer>,
) => Promise<FastifyReply>;

/** Ways in for workbooks. `take` asks who is there and what they may do before it reads the bytes. */
export function mountSheetImports(app: FastifyInstance, takers: Readonly<Record<string, TakeSheet>>): void {
  app.register(async (sheets) => {
    sheets.removeAllContentTypeParsers();
    sheets.addContentTypeParser(XLSX, (_request, payload, done) => done(null, payload));
    for (const [path, take] of Object.entries(takers))
      sheets.post<{ Body: Readable }>(path, { bodyLimit: 2 * SHEET_LIMITS.fileBytes }, (request, reply) =>
        take(request, reply, () => readBody(request)),
      );
  });
}

/** A body that says it is too large is refused before its first byte, one that does not say so at the limit. */
async function readBody({
  body,
  headers,
}: {
  body: Readable;
  headers: { 'content-length'?: string | undefined };
}) {
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

export type SheetOutcome = {
  readonly faults: readonly SheetFault[];
  /** The sheets that were read; a workbook with faults has these. */
  readonly places: readonly SheetPlace[];
};

/** How a workbook that was sent goes back. */
type SheetBack = {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly language: Language;
  /** Those with which it was read. */
  readonly limits?: SheetLimits;
};

/** Answers what became of the rows; who asks for a workbook gets the same sheet back with its faults, if it has any. */
export async function sendOutcome(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { places, ...outcome }: SheetOutcome,
  back: SheetBack,
): Promise<FastifyReply> {
  const wantsSheet = headers.accept === XLSX && outcome.faults.some(({ row }) => row !== undefined);
  if (!wantsSheet) return reply.header('cache-control', 'no-store').send(outcome);
  const column = {
    title: { vi, en }[back.language].faults,
    print: (found: SheetFault) => printCellFault(found, back.language),
  };
  const { bytes, fileName, limits } = back;
  return sendSheet(reply, fileName, await writeFaultSheet(bytes, outcome.faults, places, column, limits));
}
