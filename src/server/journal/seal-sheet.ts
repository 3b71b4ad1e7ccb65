import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { TenantId } from '../../domain/kernel/id.ts';
import { printInstant } from '../../text/instants.ts';
import type { Language } from '../../text/language.ts';
import { workspaceText } from '../../text/workspace.ts';
import type { Deps } from '../app.ts';
import { withTenant } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';
import { contextOf } from '../http/api.ts';
import { defineSheet, type RowOf } from '../sheets/definition.ts';
import { begun, exportStream, parseQuery, SheetLanguage, sendSheet } from '../sheets/http.ts';
import { writeSheet } from '../sheets/write-sheet.ts';
import { findSeals } from './queries.ts';

const SealsQuery = z.strictObject({ language: SheetLanguage });

/** Whoever keeps this workbook can later show that the journal is the one of that day, so it is given to anyone. */
const STREAM = exportStream({
  summary: 'Xuất các niêm phong nhật ký ra Excel',
  tag: 'journal',
  permission: 'anyone',
  query: SealsQuery,
});

const PAGE = 200;

/** Every seal of the journal as a workbook, the newest first. */
export function mountSealSheet(app: FastifyInstance, deps: Deps): void {
  app.get('/api/journal/seals.xlsx', { config: { stream: STREAM } }, async (request, reply) => {
    const { language } = parseQuery(SealsQuery, request.query);
    const { db, tenant } = await contextOf(deps, request);
    const rows = await begun(listSeals(db, tenant.tenantId));
    return sendSheet(reply, 'niem-phong.xlsx', writeSheet(sealSheet(language), rows));
  });
}

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
