import type { FileId } from '../../domain/files/contract.ts';
import { UnitId } from '../../domain/kernel/id.ts';
import type { Language } from '../../text/language.ts';
import { api } from '../api/client.ts';
import { sheetAddress } from '../api/sheet.ts';

/** Documents of a unit, the newest first, a hundred at a time. */
export function documentsListed(unitId: string, below: boolean) {
  return api.files.list.infiniteOptions({
    input: (before: FileId | undefined) => ({
      unitId: UnitId.parse(unitId),
      below,
      ...(before !== undefined && { before }),
    }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function versionsListed(fileId: FileId) {
  return api.files.versions.queryOptions({ input: { fileId } });
}

/** The same list as a workbook. */
export function exportAddress(unitId: string, below: boolean, language: Language): string {
  return sheetAddress('/files.xlsx', { unitId, below: String(below), language });
}
