import type { JournalFilter as Filter } from '../../domain/journal/contract.ts';
import { JournalFilter } from '../../domain/journal/contract.ts';
import type { JournalEntry } from '../../domain/journal/entry.ts';
import type { Actor } from '../../domain/kernel/actor.ts';
import { printInstant } from '../../text/instants.ts';
import type { Language } from '../../text/language.ts';
import { workspaceText } from '../../text/workspace.ts';
import { withActor } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';
import { signedIn } from '../http/context.ts';
import { defineSheet, type RowOf } from '../sheets/definition.ts';
import { begun, SheetLanguage } from '../sheets/http.ts';
import { sheetExport } from '../sheets/routes.ts';
import { writeSheet } from '../sheets/write-sheet.ts';
import { readPage } from './page.ts';

const JournalSheetQuery = JournalFilter.extend({ language: SheetLanguage });

const PAGE = 200;

/** The journal as a workbook, narrowed as on the screen. */
export const journalExport = sheetExport('/api/journal.xlsx', {
  summary: 'Xuất nhật ký ra Excel',
  tag: 'journal',
  permission: 'signed_in',
  query: JournalSheetQuery,
  write: async (context, { language, ...filter }) => {
    const rows = await begun(listRows(context.db, signedIn(context), filter, language));
    return { fileName: 'nhat-ky.xlsx', sheet: writeSheet(journalSheet(language), rows) };
  },
});

function journalSheet(language: Language) {
  const { journal } = workspaceText[language];
  return defineSheet({
    name: journal.journal,
    columns: {
      number: { kind: 'number', title: journal.number, width: 10 },
      at: { kind: 'text', title: journal.at, width: 18 },
      action: { kind: 'text', title: journal.action, width: 30 },
      unit: { kind: 'text', title: journal.unit, width: 36 },
      actor: { kind: 'text', title: journal.actor, width: 26 },
      onBehalfOf: { kind: 'text', title: journal.fieldNames.onBehalfOf ?? '', width: 26 },
      reason: { kind: 'text', title: journal.reason, width: 36 },
      before: { kind: 'text', title: journal.before, width: 50 },
      after: { kind: 'text', title: journal.after, width: 50 },
    },
  });
}

type Row = RowOf<ReturnType<typeof journalSheet>['columns']>;

/** Page after page, each as the sheet asks for it. */
async function* listRows(
  db: Database,
  actor: Actor,
  filter: Filter,
  language: Language,
): AsyncGenerator<Row> {
  let before: number | undefined;
  do {
    const asked = { ...filter, before, limit: PAGE };
    const { entries, next, names } = await withActor(db, actor, (trx) => readPage(trx, actor, asked));
    for (const entry of entries) yield toRow(entry, names, language);
    before = next ?? undefined;
  } while (before !== undefined);
}

function toRow(entry: JournalEntry, names: Readonly<Record<string, string>>, language: Language): Row {
  const { journal } = workspaceText[language];
  const { personId, onBehalfOf } = entry;
  return {
    number: entry.entryNo,
    at: printInstant(entry.at),
    action: journal.actions[entry.action] ?? entry.action,
    unit: names[entry.unitPath.split('/').at(-2) ?? ''] ?? null,
    actor: personId === null ? journal.system : (names[personId] ?? journal.hiddenPerson),
    onBehalfOf: onBehalfOf === null ? null : (names[onBehalfOf] ?? journal.hiddenPerson),
    reason: entry.reason,
    before: printContent(entry.before),
    after: printContent(entry.after),
  };
}

/** The most that a cell of Excel holds. */
const LONGEST = 32_000;

function printContent(content: JournalEntry['before']): string | null {
  return content === null ? null : JSON.stringify(content).slice(0, LONGEST);
}
