import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PersonLine } from '../../domain/organization/people-contract.ts';
import type { WorkspaceText } from '../../text/workspace.ts';
import { failureOf } from '../api/failure.ts';
import { useHolds } from '../app/session.ts';
import { unitTree } from '../organization/queries.ts';
import { unitLabels } from '../organization/unit-tree.ts';
import { useLanguage } from '../ui/language.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import { AccountMark } from './account-mark.tsx';
import { AddPersonForm } from './forms/add-person-form.tsx';
import styles from './people.module.css';
import { exportAddress, peopleListed } from './queries.ts';

/** The people one may see, found by name or e-mail, with what each holds today. */
export function PeoplePage() {
  const { text, language } = useLanguage();
  const { identity, shell } = text;
  const navigate = useNavigate();
  const { unit } = useSearch({ from: '/inside/people' });
  const mayAdd = useHolds('person.change');
  const mayInvite = useHolds('person.invite');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [left, setLeft] = useState(false);
  const [adding, setAdding] = useState(false);
  const people = useInfiniteQuery(peopleListed(search, unit, left));
  const tree = useQuery(unitTree(''));
  const labels = useMemo(() => unitLabels(tree.data?.units ?? []), [tree.data]);
  const add = (
    <>
      {mayInvite && <Link to="/people/invite">{identity.inviteSheet}</Link>}
      <Button onClick={() => setAdding(true)} disabled={adding}>
        {identity.addPerson}
      </Button>
    </>
  );
  return (
    <Page
      title={identity.people}
      lead={unit === undefined ? identity.peopleLead : identity.peopleOf(labels.get(unit) ?? '')}
      {...(mayAdd && { actions: add })}
    >
      {adding && <AddPersonForm onClose={() => setAdding(false)} />}
      <div className={styles.tools}>
        <TextInput
          className={styles.search}
          aria-label={identity.searchPeople}
          placeholder={identity.searchPeople}
          leftSection={<Search size={16} aria-hidden="true" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Checkbox
          label={identity.showLeft}
          checked={left}
          onChange={(event) => setLeft(event.currentTarget.checked)}
        />
        {unit !== undefined && (
          <Link to="/people" search={{}}>
            {identity.everybody}
          </Link>
        )}
      </div>
      <DataTable
        label={identity.people}
        rows={people.data?.pages.flatMap((page) => page.people)}
        rowKey={({ personId }) => personId}
        columns={peopleColumns(text, labels)}
        onOpen={({ personId }) => navigate({ to: '/people/$personId', params: { personId } })}
        exportHref={exportAddress(search, unit, left, language)}
        empty={
          search === '' ? (
            <EmptyState title={identity.peopleEmpty} body={identity.peopleEmptyBody} />
          ) : (
            <EmptyState title={identity.peopleNotFound} />
          )
        }
        error={people.error === null ? undefined : shell.refused[failureOf(people.error).code]}
        onRetry={() => people.refetch()}
        onMore={people.hasNextPage ? () => people.fetchNextPage() : undefined}
      />
    </Page>
  );
}

function peopleColumns(
  { identity }: WorkspaceText,
  labels: ReadonlyMap<string, string>,
): Column<PersonLine>[] {
  return [
    {
      key: 'name',
      title: identity.person,
      cell: ({ personId, name }) => (
        <Link to="/people/$personId" params={{ personId }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'title',
      title: identity.title,
      cell: ({ titles }) => titles.join(', '),
      wideOnly: true,
    },
    {
      key: 'unit',
      title: identity.unit,
      cell: ({ unitId, unitName }) => labels.get(unitId) ?? unitName,
    },
    {
      key: 'roles',
      title: identity.roles,
      cell: ({ roles }) => roles.map((role) => identity.roleNames[role]).join(', '),
      wideOnly: true,
    },
    {
      key: 'account',
      title: identity.accountState,
      cell: (person) => <AccountMark person={person} />,
      wideOnly: true,
    },
  ];
}
