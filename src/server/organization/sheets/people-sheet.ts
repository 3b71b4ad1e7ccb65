import { call } from '@orpc/server';
import type { PersonLine } from '../../../domain/organization/people-contract.ts';
import type { Role } from '../../../domain/organization/role.ts';
import type { Language } from '../../../text/language.ts';
import { workspaceText } from '../../../text/workspace.ts';
import type { RequestContext } from '../../http/context.ts';
import { defineSheet, type RowOf } from '../../sheets/definition.ts';
import { peopleRoutes } from '../person-routes.ts';

/** What the list of people is narrowed to, as on the screen. */
export type PeopleFilter = {
  readonly search?: string | undefined;
  readonly unitId?: string | undefined;
  readonly role?: Role | undefined;
  readonly left: boolean;
};

const PAGE = 200;

export function peopleSheet(language: Language) {
  const { identity } = workspaceText[language];
  return defineSheet({
    name: identity.people,
    columns: {
      name: { kind: 'text', title: identity.person, width: 28 },
      email: { kind: 'text', title: identity.email, width: 32 },
      unit: { kind: 'text', title: identity.unit, width: 40 },
      titles: { kind: 'text', title: identity.title, width: 28 },
      roles: { kind: 'text', title: identity.roles, width: 36 },
      account: { kind: 'text', title: identity.accountState, width: 18 },
    },
  });
}

type Row = RowOf<ReturnType<typeof peopleSheet>['columns']>;

/** Page after page of what the caller may see, each as the sheet asks for it. */
export async function* listPeopleRows(
  context: RequestContext,
  filter: PeopleFilter,
  language: Language,
): AsyncGenerator<Row> {
  let cursor: string | undefined;
  do {
    const input = { ...filter, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const page = await call(peopleRoutes.list, input, { context });
    for (const person of page.people) yield toRow(person, language);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

function toRow({ name, email, unitName, titles, roles, account }: PersonLine, language: Language): Row {
  const { roleNames, states } = workspaceText[language].identity;
  return {
    name,
    email,
    unit: unitName,
    titles: titles.join(', '),
    roles: roles.map((role) => roleNames[role]).join(', '),
    account: states[account],
  };
}
