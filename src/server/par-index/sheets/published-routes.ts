import { call } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { PublishedTableId } from '../../../domain/par-index/published/table-record.ts';
import { ROLES } from '../../../domain/par-index/written/published/columns.ts';
import type { Deps } from '../../app.ts';
import { contextOf } from '../../http/api.ts';
import { refuseUnlessAllowed } from '../../http/operation.ts';
import {
  exportStream,
  importStream,
  mountSheetImports,
  parseQuery,
  SheetLanguage,
  sendOutcome,
  sendSheet,
} from '../../sheets/http.ts';
import { publishedOf } from '../documents.ts';
import { publishedTableRoutes } from '../published/routes.ts';
import { readPublishedSheet } from './published/read-published.ts';
import { publishedTemplate, writePublished, writePublishedList } from './published/write-published.ts';

const Query = z.strictObject({ language: SheetLanguage });
const OneQuery = z.strictObject({ tableId: PublishedTableId });

/** `role` of each column that was corrected, after its title: `rank:Thứ tự`. */
const Role = z
  .string()
  .max(300)
  .transform((written, context) => {
    const [role = '', ...title] = written.split(':');
    const known = ROLES.find((one) => one === role);
    if (known !== undefined) return [title.join(':'), known] as const;
    context.addIssue({ code: 'custom', message: 'not_allowed' });
    return z.NEVER;
  });

const ReadQuery = Query.extend({
  title: z.string().trim().min(1).max(1_000).optional(),
  year: z.coerce.number().int().min(1900).max(9999).optional(),
  source: z.string().trim().min(1).max(1_000).optional(),
  total: z
    .string()
    .regex(/^\d{1,9}([.,]\d{1,6})?$/, { error: 'decimal' })
    .transform((written) => written.replace(',', '.'))
    .optional(),
  role: z.union([Role.transform((one) => [one]), z.array(Role).max(256)]).default([]),
});

/** Tables that others published, as workbooks. */
export function mountPublishedSheets(app: FastifyInstance, deps: Deps): void {
  app.get(
    '/api/published-tables/:tableId/export.xlsx',
    {
      config: {
        stream: exportStream({
          summary: 'Xuất một bảng đã công bố ra Excel',
          tag: 'published-tables',
          permission: 'result.read',
          query: Query,
        }),
      },
    },
    (request, reply) => exportOne(deps, request, reply),
  );
  app.get(
    '/api/published-tables.xlsx',
    {
      config: {
        stream: exportStream({
          summary: 'Xuất danh sách bảng đã công bố ra Excel',
          tag: 'published-tables',
          permission: 'result.read',
          query: Query,
        }),
      },
    },
    (request, reply) => exportList(deps, request, reply),
  );
  app.get(
    '/api/published-tables/template.xlsx',
    {
      config: {
        stream: exportStream({
          summary: 'Tải mẫu Excel của bảng đã công bố',
          tag: 'published-tables',
          permission: 'scorecard.edit',
          query: Query,
        }),
      },
    },
    (request, reply) => sendTemplate(deps, request, reply),
  );
  mountSheetImports(
    app,
    {
      '/api/published-tables/read.xlsx': (request, reply, bytes) => readOne(deps, request, reply, bytes),
    },
    {
      '/api/published-tables/read.xlsx': importStream({
        summary: 'Đọc bảng đã công bố từ Excel',
        tag: 'published-tables',
        permission: 'scorecard.edit',
        query: ReadQuery,
      }),
    },
  );
}

async function exportList(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('result.read', context);
  const { language } = parseQuery(Query, request.query);
  const { tables } = await call(publishedTableRoutes.list, undefined, { context });
  return sendSheet(reply, 'danh-sach-bang.xlsx', writePublishedList(tables, language));
}

async function sendTemplate(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('scorecard.edit', context);
  const { language } = parseQuery(Query, request.query);
  return sendSheet(reply, 'mau-bang-da-cong-bo.xlsx', publishedTemplate(language));
}

async function exportOne(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('result.read', context);
  const { language } = parseQuery(Query, request.query);
  const { tableId } = parseQuery(OneQuery, request.params);
  const { document } = await call(publishedTableRoutes.get, { tableId }, { context });
  const { findings } = await call(publishedTableRoutes.check, { tableId }, { context });
  return sendSheet(reply, 'bang-da-cong-bo.xlsx', writePublished(publishedOf(document), findings, language));
}

/** Answers the document that the table means and what its columns were taken for; nothing is stored here. */
async function readOne(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  readBytes: () => Promise<Buffer>,
): Promise<FastifyReply> {
  const context = await contextOf(deps, request);
  refuseUnlessAllowed('scorecard.edit', context);
  const { language, role, ...basics } = parseQuery(ReadQuery, request.query);
  const bytes = await readBytes();
  const outcome = await readPublishedSheet(bytes, basics, Object.fromEntries(role), language);
  return sendOutcome(request, reply, outcome, { bytes, fileName: 'bang-co-loi.xlsx', language });
}
