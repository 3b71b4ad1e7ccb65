import { InvitationRow } from '../../../domain/identity/contract.ts';
import { ROLES } from '../../../domain/organization/role.ts';
import type { UnitVersion } from '../../../domain/organization/unit.ts';
import { sheets as en } from '../../../text/en/sheets.ts';
import type { Language } from '../../../text/language.ts';
import { sheets as vi } from '../../../text/vi/sheets.ts';
import { workspaceText } from '../../../text/workspace.ts';
import { type Column, defineSheet, type RowOf, type SheetFault } from '../../sheets/definition.ts';
import type { ReadRow } from '../../sheets/read-sheet.ts';

const { vi: said, en: saidEn } = workspaceText;
const TITLES = { vi, en };

/** One row a person. The name of the unit is for people to read; the code decides. */
export function invitationSheet(language: Language) {
  const { identity } = workspaceText[language];
  const of = (key: 'unitCode' | 'person' | 'title' | 'role') => ({
    title: identity[key],
    aliases: [said.identity[key], saidEn.identity[key]],
  });
  const choices = ROLES.map((role) => ({
    value: role,
    title: identity.roleNames[role],
    aliases: [said.identity.roleNames[role], saidEn.identity.roleNames[role]],
  }));
  return defineSheet({
    name: identity.inviteSheet,
    columns: {
      unitCode: { kind: 'text', width: 14, help: TITLES[language].unitCodeHelp, ...of('unitCode') },
      unitName: {
        kind: 'text',
        width: 40,
        title: TITLES[language].unitName,
        aliases: [vi.unitName, en.unitName],
      },
      name: { kind: 'text', width: 28, ...of('person') },
      email: {
        kind: 'text',
        width: 32,
        title: identity.email,
        aliases: [said.identity.email, saidEn.identity.email, 'Thư điện tử', 'Email'],
      },
      title: { kind: 'text', width: 28, ...of('title') },
      role: { kind: 'choice', width: 26, choices, ...of('role') },
    },
  });
}

type Columns = ReturnType<typeof invitationSheet>['columns'];

/** Every unit with its row to fill in. */
export function emptyRows(units: readonly UnitVersion[]): RowOf<Columns>[] {
  return units.map(({ code, name }) => ({
    unitCode: code,
    unitName: name,
    name: null,
    email: null,
    title: null,
    role: null,
  }));
}

/** The rows in which somebody stands; those of a unit alone are left as they came with the template. */
export function filledRows(rows: readonly ReadRow<Columns>[]): { number: number; row: InvitationRow }[] {
  return rows
    .filter(({ row }) => [row.name, row.email, row.title, row.role].some((cell) => cell !== null))
    .map(({ number, row }) => ({
      number,
      row: {
        unitCode: row.unitCode ?? '',
        name: row.name ?? '',
        email: row.email ?? '',
        title: row.title ?? '',
        role: row.role ?? '',
      },
    }));
}

type RowFault = {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number>> | undefined;
};

/** A fault of a field as the fault of a cell. */
export function placedFault(
  columns: Columns,
  row: number,
  { path: [key = ''], code, detail }: RowFault,
): SheetFault {
  const column = new Map<string | number, Column>(Object.entries(columns)).get(key);
  return {
    row,
    ...(column === undefined ? {} : { column: column.title }),
    code,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** What no invitation could hold, such as a name of a thousand letters; empty when all can. */
export function unholdable(
  columns: Columns,
  rows: readonly { number: number; row: InvitationRow }[],
): SheetFault[] {
  return rows.flatMap(({ number, row }) => {
    const checked = InvitationRow.safeParse(row);
    return checked.success
      ? []
      : checked.error.issues.map(({ path }) =>
          placedFault(columns, number, { path: path.map(String), code: 'too_long' }),
        );
  });
}
