import { call } from '@orpc/server';
import * as z from 'zod';
import { PublishedTableId } from '../../../domain/par-index/published/table-record.ts';
import { ROLES } from '../../../domain/par-index/written/published/columns.ts';
import { parseQuery, SheetLanguage } from '../../sheets/http.ts';
import { type MountSheet, sheetExport, sheetImport } from '../../sheets/routes.ts';
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
export const publishedSheets: readonly MountSheet[] = [
  sheetExport('/api/published-tables.xlsx', {
    summary: 'Xuất danh sách bảng đã công bố ra Excel',
    tag: 'published-tables',
    permission: 'result.read',
    query: Query,
    write: async (context, { language }) => {
      const { tables } = await call(publishedTableRoutes.list, undefined, { context });
      return { fileName: 'danh-sach-bang.xlsx', sheet: writePublishedList(tables, language) };
    },
  }),
  sheetExport('/api/published-tables/template.xlsx', {
    summary: 'Tải mẫu Excel của bảng đã công bố',
    tag: 'published-tables',
    permission: 'scorecard.edit',
    query: Query,
    write: async (_, { language }) => ({
      fileName: 'mau-bang-da-cong-bo.xlsx',
      sheet: publishedTemplate(language),
    }),
  }),
  sheetExport('/api/published-tables/:tableId/export.xlsx', {
    summary: 'Xuất một bảng đã công bố ra Excel',
    tag: 'published-tables',
    permission: 'result.read',
    query: Query,
    write: async (context, { language }, params) => {
      const { tableId } = parseQuery(OneQuery, params);
      const { document } = await call(publishedTableRoutes.get, { tableId }, { context });
      const { findings } = await call(publishedTableRoutes.check, { tableId }, { context });
      const sheet = writePublished(publishedOf(document), findings, language);
      return { fileName: 'bang-da-cong-bo.xlsx', sheet };
    },
  }),
  /** Answers the document that the table means and what its columns were taken for; nothing is stored here. */
  sheetImport('/api/published-tables/read.xlsx', {
    summary: 'Đọc bảng đã công bố từ Excel',
    tag: 'published-tables',
    permission: 'scorecard.edit',
    query: ReadQuery,
    faultFile: 'bang-co-loi.xlsx',
    take: (_, bytes, { language, role, ...basics }) =>
      readPublishedSheet(bytes, basics, Object.fromEntries(role), language),
  }),
];
