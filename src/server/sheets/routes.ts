import type { Readable } from 'node:stream';
import { call } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import { UnitId } from '../../domain/kernel/id.ts';
import { Day } from '../../domain/kernel/time/day.ts';
import { zodFaults } from '../../domain/kernel/zod-faults.ts';
import { Role } from '../../domain/organization/role.ts';
import { Decision } from '../../domain/organization/unit.ts';
import { sheets as en } from '../../text/en/sheets.ts';
import { printCellFault } from '../../text/print-sheet-fault.ts';
import { sheets as vi } from '../../text/vi/sheets.ts';
import type { Deps } from '../app.ts';
import { contextOf } from '../http/api.ts';
import { refuseUnlessAllowed } from '../http/operation.ts';
import { unitRoutes } from '../organization/unit-routes.ts';
import { writeFaultSheet } from './fault-sheet.ts';
import { importUnitSheet } from './import-units.ts';
import { listPeopleRows, peopleSheet } from './people-sheet.ts';
import { toExportRows, unitExportSheet, unitSheet } from './unit-sheet.ts';
import { writeSheet } from './write-sheet.ts';
import { SHEET_LIMITS } from './xlsx/limits.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const language = z.enum(['vi', 'en']).default('vi');
const ExportQuery = z.strictObject({ day: Day.optional(), language });
const TemplateQuery = z.strictObject({ language });

const PeopleQuery = z.strictObject({
  search: z.string().max(200).optional(),
  unitId: UnitId.optional(),
  role: Role.optional(),
  left: z.stringbool().default(false),
  language,
});

const ImportQuery = z.strictObject({
  day: Day,
  decisionNumber: Decision.shape.number,
  decisionDate: Decision.shape.date,
  decisionIssuer: Decision.shape.issuer,
  dryRun: z.stringbool().default(false),
  language,
});

/** Sheets are streamed, so these stand beside the operations of the contract, whose permissions they ask for. */
export function mountSheets(app: FastifyInstance, deps: Deps): void {
  app.get('/api/units.xlsx', (request, reply) => exportUnits(deps, request, reply));
  app.get('/api/units/template.xlsx', (request, reply) => sendTemplate(deps, request, reply));
  app.get('/api/people.xlsx', (request, reply) => exportPeople(deps, request, reply));
  app.register(async (sheets) => {
    sheets.removeAllContentTypeParsers();
    sheets.addContentTypeParser(XLSX, (_request, payload, done) => done(null, payload));
    sheets.post<{ Body: Readable }>(
      '/api/units/import.xlsx',
      { bodyLimit: 2 * SHEET_LIMITS.fileBytes },
      (request, reply) => importUnits(deps, request, reply),
    );
  });
}

/** The tree of the day as a sheet that an import takes. */
async function exportUnits(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('unit.read', context);
  const asked = parse(ExportQuery, request.query);
  const input = asked.day === undefined ? {} : { day: asked.day };
  const { day, units } = await call(unitRoutes.tree, input, { context });
  const kinds = await call(unitRoutes.kinds, undefined, { context });
  const sheet = unitExportSheet(kinds, asked.language);
  return send(reply, `don-vi-${day}.xlsx`, writeSheet(sheet, toExportRows(units)));
}

/** The list of people, narrowed as on the screen. */
async function exportPeople(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('person.read', context);
  const { language: shown, ...filter } = parse(PeopleQuery, request.query);
  const rows = listPeopleRows(context, filter, shown);
  return send(reply, 'nguoi-dung.xlsx', writeSheet(peopleSheet(shown), await begun(rows)));
}

/** What goes wrong before the first row is still a refusal and not a broken file. */
async function begun<T>(rows: AsyncGenerator<T>): Promise<AsyncIterable<T>> {
  const first = await rows.next();
  return (async function* () {
    if (first.done !== true) yield first.value;
    yield* rows;
  })();
}

async function sendTemplate(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('unit.change', context);
  const asked = parse(TemplateQuery, request.query);
  const kinds = await call(unitRoutes.kinds, undefined, { context });
  return send(reply, 'mau-don-vi.xlsx', writeSheet(unitSheet(kinds, asked.language), []));
}

/** Answers each row's fate; who asks for a sheet gets the same sheet back with its faults, if it has any. */
async function importUnits(
  deps: Deps,
  request: FastifyRequest<{ Body: Readable }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('unit.change', context);
  const { decisionNumber, decisionDate, decisionIssuer, ...asked } = parse(ImportQuery, request.query);
  const decision = {
    number: decisionNumber,
    ...(decisionDate === undefined ? {} : { date: decisionDate }),
    ...(decisionIssuer === undefined ? {} : { issuer: decisionIssuer }),
  };
  const bytes = await readBody(request.body);
  const command = { day: asked.day, decision, dryRun: asked.dryRun };
  const { place, ...outcome } = await importUnitSheet(context, bytes, command, asked.language);
  const wantsSheet = request.headers.accept === XLSX && outcome.faults.some(({ row }) => row !== undefined);
  if (!wantsSheet) return reply.header('cache-control', 'no-store').send(outcome);
  const column = {
    title: { vi, en }[asked.language].faults,
    print: (found: (typeof outcome.faults)[number]) => printCellFault(found, asked.language),
  };
  return send(reply, 'don-vi-co-loi.xlsx', await writeFaultSheet(bytes, outcome.faults, place, column));
}

function parse<T>(schema: z.ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query);
  if (!parsed.success) throw new AppError('invalid_input', zodFaults(parsed.error));
  return parsed.data;
}

async function readBody(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > SHEET_LIMITS.fileBytes) throw new AppError('invalid_input', [fault([], 'file_too_large')]);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(reply: FastifyReply, name: string, sheet: Readable): FastifyReply {
  return reply
    .headers({
      'content-type': XLSX,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    })
    .send(sheet);
}
