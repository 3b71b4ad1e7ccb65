import { call } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { UnitId } from '../../../domain/kernel/id.ts';
import { Day } from '../../../domain/kernel/time/day.ts';
import { Role } from '../../../domain/organization/role.ts';
import { Decision } from '../../../domain/organization/unit.ts';
import type { Deps } from '../../app.ts';
import { contextOf } from '../../http/api.ts';
import { refuseUnlessAllowed } from '../../http/operation.ts';
import {
  begun,
  mountSheetImports,
  parseQuery,
  SheetLanguage,
  sendOutcome,
  sendSheet,
} from '../../sheets/http.ts';
import { writeSheet } from '../../sheets/write-sheet.ts';
import { unitRoutes } from '../unit-routes.ts';
import { importUnitSheet } from './import-units.ts';
import { listPeopleRows, peopleSheet } from './people-sheet.ts';
import { toExportRows, unitExportSheet, unitSheet } from './unit-sheet.ts';

const ExportQuery = z.strictObject({ day: Day.optional(), language: SheetLanguage });
const TemplateQuery = z.strictObject({ language: SheetLanguage });

const PeopleQuery = z.strictObject({
  search: z.string().max(200).optional(),
  unitId: UnitId.optional(),
  role: Role.optional(),
  left: z.stringbool().default(false),
  language: SheetLanguage,
});

const ImportQuery = z.strictObject({
  day: Day,
  decisionNumber: Decision.shape.number,
  decisionDate: Decision.shape.date,
  decisionIssuer: Decision.shape.issuer,
  dryRun: z.stringbool().default(false),
  language: SheetLanguage,
});

/** Sheets are streamed, so these stand beside the operations of the contract, whose permissions they ask for. */
export function mountOrganizationSheets(app: FastifyInstance, deps: Deps): void {
  app.get('/api/units.xlsx', (request, reply) => exportUnits(deps, request, reply));
  app.get('/api/units/template.xlsx', (request, reply) => sendTemplate(deps, request, reply));
  app.get('/api/people.xlsx', (request, reply) => exportPeople(deps, request, reply));
  mountSheetImports(app, {
    '/api/units/import.xlsx': (request, reply, bytes) => importUnits(deps, request, reply, bytes),
  });
}

/** The tree of the day as a sheet that an import takes. */
async function exportUnits(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('unit.read', context);
  const asked = parseQuery(ExportQuery, request.query);
  const input = asked.day === undefined ? {} : { day: asked.day };
  const { day, units } = await call(unitRoutes.tree, input, { context });
  const kinds = await call(unitRoutes.kinds, undefined, { context });
  const sheet = unitExportSheet(kinds, asked.language);
  return sendSheet(reply, `don-vi-${day}.xlsx`, writeSheet(sheet, toExportRows(units)));
}

/** The list of people, narrowed as on the screen. */
async function exportPeople(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('person.read', context);
  const { language, ...filter } = parseQuery(PeopleQuery, request.query);
  const rows = await begun(listPeopleRows(context, filter, language));
  return sendSheet(reply, 'nguoi-dung.xlsx', writeSheet(peopleSheet(language), rows));
}

async function sendTemplate(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('unit.change', context);
  const asked = parseQuery(TemplateQuery, request.query);
  const kinds = await call(unitRoutes.kinds, undefined, { context });
  return sendSheet(reply, 'mau-don-vi.xlsx', writeSheet(unitSheet(kinds, asked.language), []));
}

/** Answers each row's fate, or the same sheet with its faults. */
async function importUnits(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  readBytes: () => Promise<Buffer>,
): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('unit.change', context);
  const { decisionNumber, decisionDate, decisionIssuer, ...asked } = parseQuery(ImportQuery, request.query);
  const decision = {
    number: decisionNumber,
    ...(decisionDate === undefined ? {} : { date: decisionDate }),
    ...(decisionIssuer === undefined ? {} : { issuer: decisionIssuer }),
  };
  const { day, dryRun, language } = asked;
  const bytes = await readBytes();
  const outcome = await importUnitSheet(context, bytes, { day, decision, dryRun }, language);
  return sendOutcome(request, reply, outcome, { bytes, fileName: 'don-vi-co-loi.xlsx', language });
}
