import type { InvitationRow } from '../../../domain/identity/contract.ts';
import { Role } from '../../../domain/organization/role.ts';
import { fold } from '../../../text/fold.ts';

/** The columns of the list, in the order in which they are filled in. */
export const COLUMNS = ['unitCode', 'name', 'email', 'title', 'role'] as const;
type ColumnKey = (typeof COLUMNS)[number];

/** What people call the columns and the roles, in every language of the screens. */
export type Titles = {
  readonly columns: Readonly<Record<ColumnKey, readonly string[]>>;
  readonly rolesNamed: (role: Role) => readonly string[];
};

/**
 * The rows of cells copied out of a spreadsheet: tabs between cells, a line for each row. A first line of titles tells
 * the order of the columns; without one it is that of `COLUMNS`. A role is taken by its name or its code, an unknown one
 * stays as typed, for the server to refuse.
 */
export function readPasted(text: string, titles: Titles): InvitationRow[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t').map(unquote))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const header = orderOf(lines[0] ?? [], titles);
  const order = header ?? COLUMNS;
  return lines.slice(header === undefined ? 0 : 1).map((cells) => {
    const cell = (key: ColumnKey) => cells[order.indexOf(key)] ?? '';
    return {
      unitCode: cell('unitCode'),
      name: cell('name'),
      email: cell('email'),
      title: cell('title'),
      role: roleOf(cell('role'), titles),
    };
  });
}

/** Excel puts quotes around a cell that holds a line break or a quote. */
function unquote(cell: string): string {
  const quoted = /^"(.*)"$/s.exec(cell.trim());
  return (quoted?.[1]?.replaceAll('""', '"') ?? cell).trim();
}

/** The column of each cell of a line of titles; undefined when the line is no such line. */
function orderOf(cells: readonly string[], titles: Titles): (ColumnKey | undefined)[] | undefined {
  const order = cells.map((cell) =>
    COLUMNS.find((key) => titles.columns[key].some((title) => fold(title) === fold(cell))),
  );
  return order.filter((key) => key !== undefined).length >= 2 ? order : undefined;
}

function roleOf(written: string, titles: Titles): string {
  const known = Role.options.find((role) =>
    titles.rolesNamed(role).some((name) => fold(name) === fold(written)),
  );
  return known ?? written;
}
