import { call } from '@orpc/server';
import { type FileId, type FileLine, FilesQuery } from '../../domain/files/contract.ts';
import type { UnitId } from '../../domain/kernel/id.ts';
import { typeName } from '../../text/file-type-name.ts';
import { printInstant } from '../../text/instants.ts';
import type { Language } from '../../text/language.ts';
import { workspaceText } from '../../text/workspace.ts';
import type { RequestContext } from '../http/context.ts';
import { defineSheet, type RowOf } from '../sheets/definition.ts';
import { begun, SheetLanguage } from '../sheets/http.ts';
import { sheetExport } from '../sheets/routes.ts';
import { writeSheet } from '../sheets/write-sheet.ts';
import { fileRoutes } from './routes.ts';

const DocumentsQuery = FilesQuery.pick({ unitId: true, below: true })
  .extend({ language: SheetLanguage })
  .strict();

const PAGE = 200;

/** The documents of a unit as a workbook, narrowed as on the screen. */
export const documentExport = sheetExport('/api/files.xlsx', {
  summary: 'Xuất danh sách tài liệu ra Excel',
  tag: 'files',
  permission: 'file.read',
  query: DocumentsQuery,
  write: async (context, { language, ...filter }) => {
    const rows = await begun(listRows(context, filter, language));
    return { fileName: 'tai-lieu.xlsx', sheet: writeSheet(documentSheet(language), rows) };
  },
});

function documentSheet(language: Language) {
  const { documents } = workspaceText[language];
  return defineSheet({
    name: documents.documents,
    columns: {
      name: { kind: 'text', title: documents.name, width: 48 },
      unit: { kind: 'text', title: documents.unit, width: 36 },
      type: { kind: 'text', title: documents.type, width: 16 },
      version: { kind: 'number', title: documents.version, width: 11 },
      bytes: { kind: 'number', title: documents.sizeInBytes, width: 18 },
      addedAt: { kind: 'text', title: documents.addedAt, width: 18 },
      addedBy: { kind: 'text', title: documents.addedBy, width: 28 },
      reason: { kind: 'text', title: documents.reason, width: 36 },
      scan: { kind: 'text', title: documents.scan, width: 22 },
      hash: { kind: 'text', title: documents.hash, width: 66 },
    },
  });
}

type Row = RowOf<ReturnType<typeof documentSheet>['columns']>;

/** Page after page of what the caller may see, each as the sheet asks for it. */
async function* listRows(
  context: RequestContext,
  filter: { unitId: UnitId; below: boolean },
  language: Language,
): AsyncGenerator<Row> {
  let before: FileId | undefined;
  do {
    const input = { ...filter, limit: PAGE, ...(before !== undefined && { before }) };
    const page = await call(fileRoutes.list, input, { context });
    for (const file of page.files) yield toRow(file, language);
    before = page.next ?? undefined;
  } while (before !== undefined);
}

function toRow(file: FileLine, language: Language): Row {
  const { documents } = workspaceText[language];
  return {
    name: file.name,
    unit: file.unitName,
    type: typeName(documents.types, file.mediaType),
    version: file.versionNo,
    bytes: file.size,
    addedAt: printInstant(file.addedAt),
    addedBy: file.addedByName,
    reason: file.reason,
    scan: documents.scans[file.scan],
    hash: file.sha256,
  };
}
