import type { Readable } from 'node:stream';
import { type Published, RankingMethod } from '../../../../domain/par-index/published/published.ts';
import type {
  PublishedTableLine,
  TableFinding,
} from '../../../../domain/par-index/published/table-record.ts';
import type { ColumnRole } from '../../../../domain/par-index/written/published/columns.ts';
import { TABLE_FIELDS } from '../../../../domain/par-index/written/published/head.ts';
import {
  tableBandRows,
  tableColumns,
  tableHeadRows,
  type WrittenColumn,
} from '../../../../domain/par-index/written/published/write-table.ts';
import type { Language } from '../../../../text/language.ts';
import { printFinding } from '../../../../text/print-finding.ts';
import { workspaceText } from '../../../../text/workspace.ts';
import { type Column, type ColumnKind, defineSheet } from '../../../sheets/definition.ts';
import { type FilledSheet, filled, writeSheets } from '../../../sheets/write-sheet.ts';
import { tableBandSheet, tableHeadSheet } from './beside.ts';

/** The table as it was printed, what it says of itself, its bands, and beside it what does not agree in it. */
export function writePublished(
  published: Published,
  findings: readonly TableFinding[],
  language: Language,
): Readable {
  return writeSheets([
    tableOf(published, language),
    ...besideOf(published, language),
    findingsOf(findings, language),
  ]);
}

/** Every table that is kept, and how many contradictions it has. */
export function writePublishedList(tables: readonly PublishedTableLine[], language: Language): Readable {
  const { indexSheets, parIndex } = workspaceText[language];
  const sheet = defineSheet({
    name: indexSheets.tables,
    columns: {
      title: { kind: 'text', title: parIndex.title, width: 60, wrap: true },
      year: { kind: 'decimal', title: parIndex.year, width: 8 },
      source: { kind: 'text', title: parIndex.source, width: 60, wrap: true },
      units: { kind: 'number', title: parIndex.units, width: 12 },
      findings: { kind: 'number', title: parIndex.findings, width: 12 },
    },
  });
  const rows = tables.map(({ title, year, source, units, findings }) => ({
    ...{ title, source, units, findings },
    year: year === null ? null : `${year}`,
  }));
  return writeSheets([filled(sheet, rows)]);
}

/** A title for each column that the reading takes for what it is. */
function titleOf({ role, name, position = 0, all, year }: WrittenColumn, language: Language): string {
  const { indexSheets, publishedSheets: words } = workspaceText[language];
  if (role === 'previous')
    return year === undefined ? indexSheets.roles.previous : words.previousOf(`${year}`);
  const isGroup = role.startsWith('group');
  if (!isGroup && !['points', 'max', 'percent'].includes(role)) return indexSheets.roles[role];
  const nameless = isGroup ? words.unnamedGroup : words.unnamedPart;
  const own = name ?? nameless(`${position}`);
  const title = isGroup ? (all === true ? words.groupOfAll(own) : words.group(own)) : own;
  if (role.endsWith('max')) return indexSheets.maxOf(title);
  return role.endsWith('percent') ? indexSheets.percentOf(title) : title;
}

const KINDS: Partial<Readonly<Record<ColumnRole, ColumnKind>>> = {
  rank: 'number',
  of: 'number',
  band: 'text',
};

function tableOf(published: Published, language: Language): FilledSheet {
  const { indexSheets: words, publishedSheets } = workspaceText[language];
  const written = tableColumns(published, publishedSheets);
  const columns = written.map((column, at): [string, Column] => [
    `c${at}`,
    { kind: KINDS[column.role] ?? 'decimal', title: titleOf(column, language), width: 14 },
  ]);
  const places = written[0]?.role === 'rank' ? 1 : 0;
  const unit: [string, Column] = ['unit', { kind: 'text', title: words.unitColumn, width: 40 }];
  const rows = published.units.map((one, row) => ({
    unit: one.unit,
    ...Object.fromEntries(written.map(({ role, cells }, at) => [`c${at}`, cellOf(role, cells[row] ?? null)])),
  }));
  return { name: words.tables, columns: columns.toSpliced(places, 0, unit), rows };
}

function cellOf(role: ColumnRole, written: string | null): string | number | null {
  return KINDS[role] === 'number' && written !== null ? Number(written) : written;
}

/** What the table says of itself, and its bands. */
function besideOf(published: Published, language: Language): FilledSheet[] {
  const { methods } = workspaceText[language].publishedSheets;
  const said = tableHeadRows(published).map(({ field, value }) => ({
    field,
    value: field === 'ranking_method' ? (methods[RankingMethod.parse(value)] ?? value) : value,
  }));
  return [filled(tableHeadSheet(language), said), filled(tableBandSheet(language), tableBandRows(published))];
}

/** The empty workbook, with the columns that most notices have. */
export function publishedTemplate(language: Language): Readable {
  const { indexSheets: words, publishedSheets } = workspaceText[language];
  const { first, second } = publishedSheets.example;
  const columns: [string, Column][] = [
    ['rank', { kind: 'number', title: words.roles.rank, width: 8 }],
    ['unit', { kind: 'text', title: words.unitColumn, width: 40 }],
    ['first', { kind: 'decimal', title: first, width: 14 }],
    ['second', { kind: 'decimal', title: second, width: 14 }],
    ...(['total', 'index'] as const).map((role): [string, Column] => [
      role,
      { kind: 'decimal', title: words.roles[role], width: 14 },
    ]),
    ['band', { kind: 'text', title: words.roles.band, width: 14 }],
  ];
  const head = TABLE_FIELDS.map((field) => ({ field, value: null }));
  return writeSheets([
    { name: words.tables, columns, rows: [] },
    filled(tableHeadSheet(language), head),
    filled(tableBandSheet(language), []),
  ]);
}

/** Which numbers disagree, and what would make them agree. */
function findingsOf(findings: readonly TableFinding[], language: Language): FilledSheet {
  const { indexSheets, parIndex } = workspaceText[language];
  const sheet = defineSheet({
    name: indexSheets.findingsSheet,
    columns: {
      unit: { kind: 'text', title: parIndex.unit, width: 36 },
      says: { kind: 'text', title: parIndex.says, width: 70, wrap: true },
      expected: { kind: 'text', title: indexSheets.expected, width: 14 },
      found: { kind: 'text', title: indexSheets.found, width: 14 },
      fix: { kind: 'text', title: parIndex.wouldFix, width: 60, wrap: true },
    },
  });
  const rows = findings.map(({ figures = {}, names = {}, ...finding }) => {
    const said = printFinding({ ...finding, figures, names }, language);
    return {
      unit: said.unit ?? parIndex.wholeTable,
      says: said.says,
      expected: said.expected,
      found: said.found,
      fix: said.would_fix,
    };
  });
  return filled(sheet, rows);
}
