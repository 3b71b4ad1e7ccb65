import type { Readable } from 'node:stream';
import { type Figure, printFigure } from '../../../domain/par-index/published/figure.ts';
import type { Published, PublishedUnit } from '../../../domain/par-index/published/published.ts';
import type { TableFinding } from '../../../domain/par-index/published/table-record.ts';
import type { Language } from '../../../text/language.ts';
import { printFinding } from '../../../text/print-finding.ts';
import { workspaceText } from '../../../text/workspace.ts';
import { type Column, defineSheet } from '../../sheets/definition.ts';
import { type FilledSheet, filled, writeSheets } from '../../sheets/write-sheet.ts';

/** The table as it was printed, and beside it what does not agree in it. */
export function writePublished(
  published: Published,
  findings: readonly TableFinding[],
  language: Language,
): Readable {
  return writeSheets([tableOf(published, language), findingsOf(findings, language)]);
}

type Row = Record<string, string | number | null>;

function tableOf({ units, total }: Published, language: Language): FilledSheet {
  const { indexSheets: words } = workspaceText[language];
  const names = [...new Set(units.flatMap(({ parts = [] }) => parts.flatMap(({ name }) => name ?? [])))];
  const columns: [string, Column][] = [
    ['rank', { kind: 'number', title: words.roles.rank, width: 8 }],
    ['unit', { kind: 'text', title: words.unitColumn, width: 40 }],
    ...names.flatMap((name, at) => partColumns(name, at, units, language)),
    ['total', { kind: 'decimal', title: words.roles.total, width: 12 }],
    ['applicable', { kind: 'decimal', title: words.roles.applicable, width: 12 }],
    ['index', { kind: 'decimal', title: words.roles.index, width: 12 }],
    ['band', { kind: 'text', title: words.roles.band, width: 16 }],
    ['previous', { kind: 'decimal', title: words.roles.previous, width: 14 }],
    ['change', { kind: 'decimal', title: words.roles.change, width: 12 }],
    ['of', { kind: 'number', title: words.roles.of, width: 12 }],
  ];
  const rows = units.map((unit) => rowOf(unit, names));
  const most = total === undefined ? [] : [{ unit: words.maxRow, total: printFigure(total) }];
  const used = columns.filter(([key]) => key === 'unit' || rows.some((row) => shown(row[key])));
  return { name: words.tables, columns: used, rows: [...most, ...rows] };
}

function shown(value: string | number | null | undefined): boolean {
  return value !== undefined && value !== null;
}

function partColumns(
  name: string,
  at: number,
  units: readonly PublishedUnit[],
  language: Language,
): [string, Column][] {
  const { percentOf, maxOf } = workspaceText[language].indexSheets;
  const has = (key: 'max' | 'percent') =>
    units.some(({ parts = [] }) => parts.some((part) => part.name === name && part[key] !== undefined));
  const column = (key: string, title: string): [string, Column] => [
    `${key}${at}`,
    { kind: 'decimal', title, width: 12 },
  ];
  return [
    column('points', name),
    ...(has('max') ? [column('max', maxOf(name))] : []),
    ...(has('percent') ? [column('percent', percentOf(name))] : []),
  ];
}

function rowOf(unit: PublishedUnit, names: readonly string[]): Row {
  const figure = (written: Figure | undefined) => (written === undefined ? null : printFigure(written));
  const row: Row = {
    rank: unit.rank ?? null,
    unit: unit.unit,
    total: figure(unit.total),
    applicable: figure(unit.applicable),
    index: figure(unit.index),
    band: unit.band ?? null,
    previous: figure(unit.previous?.index),
    change: figure(unit.change),
    of: unit.of ?? null,
  };
  for (const [at, name] of names.entries()) {
    const part = unit.parts?.find((one) => one.name === name);
    row[`points${at}`] = figure(part?.points);
    row[`max${at}`] = figure(part?.max);
    row[`percent${at}`] = figure(part?.percent);
  }
  return row;
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
