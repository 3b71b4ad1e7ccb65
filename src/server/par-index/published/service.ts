import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../../domain/kernel/actor.ts';
import type { PersonId } from '../../../domain/kernel/id.ts';
import { type Checked, checkPublished } from '../../../domain/par-index/published/check.ts';
import type { Finding } from '../../../domain/par-index/published/finding.ts';
import {
  PublishedTableId,
  type PublishedTableLine,
  type TableFinding,
} from '../../../domain/par-index/published/table-record.ts';
import { type ActorTransaction, asProduct } from '../../db/actor.ts';
import { newId } from '../../db/new-id.ts';
import { record } from '../../journal/record.ts';
import { type Change, unknown } from '../../organization/change.ts';
import { findNames } from '../../organization/names.ts';
import { publishedOf } from '../documents.ts';
import { addTable, findTable, type KeptTable, listTables } from './queries.ts';

/** A table is stored once it is read, whatever it gets wrong: findings are why it is kept. @throws AppError `invalid_input` */
export async function importTable(
  change: Change,
  { document, dryRun }: { document: string; dryRun: boolean },
): Promise<{ table: PublishedTableLine | null; findings: TableFinding[] }> {
  const { trx, actor, now } = change;
  const { table, findings } = readTable(document, now, actor.personId);
  if (dryRun) return { table: null, findings };
  await addTable(trx, actor.tenantId, table);
  const { title, year, source, units } = table;
  await record(trx, actor, now, [
    {
      subjectKind: 'published_table',
      subjectId: table.tableId,
      unitPath: '/',
      action: 'published_table.imported',
      after: { title, year, source, units, findings: findings.length },
    },
  ]);
  const [line] = await toLines(trx, actor, [table]);
  return { table: line ?? null, findings };
}

/** @throws AppError `invalid_input` with every fault of the document */
export function readTable(
  document: string,
  now: Temporal.Instant,
  addedBy: PersonId | null,
): { table: KeptTable; findings: TableFinding[] } {
  const published = publishedOf(document);
  const findings = checkPublished(published).findings.map(toTableFinding);
  const table: KeptTable = {
    tableId: PublishedTableId.parse(newId(now)),
    title: published.title ?? published.source ?? '',
    year: published.year ?? null,
    source: published.source ?? null,
    units: published.units.length,
    findings: findings.length,
    document,
    addedAt: now.round('millisecond').toString(),
    addedBy,
  };
  return { table, findings };
}

export async function listTableLines(trx: ActorTransaction, actor: Actor): Promise<PublishedTableLine[]> {
  return toLines(trx, actor, await listTables(trx, actor.tenantId));
}

/** @throws AppError `not_found` */
export async function getTable(
  trx: ActorTransaction,
  actor: Actor,
  tableId: PublishedTableId,
): Promise<PublishedTableLine & { document: string }> {
  const kept = await findTable(trx, actor.tenantId, tableId);
  const [line] = kept === undefined ? [] : await toLines(trx, actor, [kept]);
  if (kept === undefined || line === undefined) throw unknown('unknown_table', 'tableId');
  return { ...line, document: kept.document };
}

/** @throws AppError `not_found` */
export async function checkTable(
  trx: ActorTransaction,
  actor: Actor,
  tableId: PublishedTableId,
): Promise<{ findings: TableFinding[]; judged: { kind: string; count: number }[] }> {
  const { document } = await getTable(trx, actor, tableId);
  const checked: Checked = checkPublished(publishedOf(document));
  return {
    findings: checked.findings.map(toTableFinding),
    judged: [...checked.judged].map(([kind, count]) => ({ kind, count })),
  };
}

function toTableFinding({ figures, names, ...finding }: Finding): TableFinding {
  return {
    ...finding,
    ...(figures === undefined ? {} : { figures: { ...figures } }),
    ...(names === undefined ? {} : { names: { ...names } }),
  };
}

async function toLines(
  trx: ActorTransaction,
  actor: Actor,
  kept: readonly Omit<KeptTable, 'document'>[],
): Promise<PublishedTableLine[]> {
  const adders = kept.map(({ addedBy }) => addedBy);
  const names = await asProduct(trx, actor, () => findNames(trx, actor.tenantId, adders));
  return kept.map(({ tableId, title, year, source, units, findings, addedAt, addedBy }) => ({
    ...{ tableId, title, year, source, units, findings, addedAt },
    addedByName: addedBy === null ? null : (names.get(addedBy) ?? null),
  }));
}
