import { UnitRow } from '../../../domain/organization/tree/import.ts';
import type { UnitKind, UnitVersion } from '../../../domain/organization/unit.ts';
import { sheets as en } from '../../../text/en/sheets.ts';
import type { Language } from '../../../text/language.ts';
import { sheets as vi } from '../../../text/vi/sheets.ts';
import { type Column, defineSheet, type RowOf, type SheetFault } from '../../sheets/definition.ts';
import type { ReadRow } from '../../sheets/read-sheet.ts';

const TITLES = { vi, en };

/** What an import of units takes: one row a unit, its parent by code. */
export function unitSheet(kinds: readonly UnitKind[], language: Language) {
  const title = (key: 'unitCode' | 'unitName' | 'unitKind' | 'parentCode') => ({
    title: TITLES[language][key],
    aliases: [vi[key], en[key]],
    help: TITLES[language][`${key}Help`],
  });
  const choices = kinds.map(({ code, name, nameEn }) => ({
    value: code,
    title: language === 'vi' ? name : nameEn,
    aliases: [name, nameEn],
  }));
  return defineSheet({
    name: TITLES[language].units,
    columns: {
      code: { kind: 'text', required: true, width: 14, ...title('unitCode') },
      name: { kind: 'text', required: true, width: 44, ...title('unitName') },
      kind: { kind: 'choice', required: true, width: 26, choices, ...title('unitKind') },
      parentCode: { kind: 'text', width: 22, ...title('parentCode') },
    },
  });
}

/** What an export gives: the same and, for people to read, the parent's name and the day since when it is so. */
export function unitExportSheet(kinds: readonly UnitKind[], language: Language) {
  const { name, columns } = unitSheet(kinds, language);
  const { parentName, validFrom } = TITLES[language];
  return defineSheet({
    name,
    columns: {
      ...columns,
      parentName: { kind: 'text', title: parentName, width: 44 },
      validFrom: { kind: 'day', title: validFrom, width: 16 },
    },
  });
}

type ExportRow = RowOf<ReturnType<typeof unitExportSheet>['columns']>;

/** A parent that the reader does not see is left out. */
export function toExportRows(units: readonly UnitVersion[]): ExportRow[] {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  return units.map(({ code, name, kind, parentId, validFrom }) => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    return {
      code,
      name,
      kind,
      parentCode: parent?.code ?? null,
      parentName: parent?.name ?? null,
      validFrom,
    };
  });
}

type Columns = ReturnType<typeof unitSheet>['columns'];

/** Holds the rows of a sheet to the rules of a unit, each fault in the place where it stands in the sheet. */
export function checkUnitRows(
  columns: Columns,
  rows: readonly ReadRow<Columns>[],
): { rows: UnitRow[]; faults: SheetFault[] } {
  const faults: SheetFault[] = [];
  const good: UnitRow[] = [];
  for (const { number, row } of rows) {
    const checked = UnitRow.safeParse(row);
    if (checked.success) good.push(checked.data);
    else
      for (const { path, message } of checked.error.issues)
        faults.push(placedFault(columns, number, { path: path.map(String), code: message }));
  }
  return { rows: good, faults };
}

type RowFault = {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number>> | undefined;
};

/** A fault of a unit's field as the fault of a cell. */
export function placedFault(
  columns: Columns,
  row: number,
  { path: [key = ''], code, detail }: RowFault,
): SheetFault {
  const column = new Map<string | number, Column>(Object.entries(columns)).get(
    key === 'parentId' ? 'parentCode' : key,
  );
  return {
    row,
    ...(column === undefined ? {} : { column: column.title }),
    code,
    ...(detail === undefined ? {} : { detail }),
  };
}
