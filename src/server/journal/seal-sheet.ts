import * as z from 'zod';
import type { TenantId } from '../../domain/kernel/id.ts';
import { printInstant } from '../../text/instants.ts';
import type { Language } from '../../text/language.ts';
import { workspaceText } from '../../text/workspace.ts';
import { withTenant } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';
import { defineSheet, type RowOf } from '../sheets/definition.ts';
import { begun, SheetLanguage } from '../sheets/http.ts';
import { sheetExport } from '../sheets/routes.ts';
import { writeSheet } from '../sheets/write-sheet.ts';
import { findSeals } from './queries.ts';

const SealsQuery = z.strictObject({ language: SheetLanguage });

const PAGE = 200;

/**
 * Every seal of the journal as a workbook, the newest first. Whoever keeps it can later show that the journal is the one
 * of that day, so it is given to anyone.
 */
export const sealExport = sheetExport('/api/journal/seals.xlsx', {
  summary: 'Xuất các niêm phong nhật ký ra Excel',
  tag: 'journal',
  permission: 'anyone',
  query: SealsQuery,
  write: async ({ db, tenant }, { language }) => {
    const rows = await begun(listSeals(db, tenant.tenantId));
    return { fileName: 'niem-phong.xlsx', sheet: writeSheet(sealSheet(language), rows) };
  },
});

function sealSheet(language: Language) {
  const { journal } = workspaceText[language];
  return defineSheet({
    name: journal.seals,
    columns: {
      sealNo: { kind: 'number', title: journal.number, width: 10 },
      sealedAt: { kind: 'text', title: journal.sealedAt, width: 18 },
      count: { kind: 'number', title: journal.entries, width: 12 },
      hash: { kind: 'text', title: journal.hash, width: 68 },
    },
  });
}

type Row = RowOf<ReturnType<typeof sealSheet>['columns']>;

async function* listSeals(db: Database, tenantId: TenantId): AsyncGenerator<Row> {
  let before: number | undefined;
  let size: number;
  do {
    const page = await withTenant(db, tenantId, (trx) => findSeals(trx, tenantId, before, PAGE));
    for (const { entries, sealedAt, sealNo, hash } of page)
      yield { sealNo, sealedAt: printInstant(sealedAt), count: entries.length, hash };
    size = page.length;
    before = page.at(-1)?.sealNo;
  } while (size === PAGE);
}
