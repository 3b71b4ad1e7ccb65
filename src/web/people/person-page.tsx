import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { PersonWhole } from '../../domain/organization/people-contract.ts';
import { printDate } from '../../text/numbers.ts';
import { failureOf } from '../api/failure.ts';
import { JournalLink } from '../journal/journal-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { useText } from '../ui/language.tsx';
import { ErrorState, LoadingLines } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import { AccountMark } from './account-mark.tsx';
import { AssignmentsTable } from './assignments-table.tsx';
import { PersonActions } from './person-actions.tsx';
import { personWhole } from './queries.ts';

/** One person: where they work, what they may do and for how long, and what can be done about it. */
export function PersonPage() {
  const { identity, shell } = useText();
  const { personId } = useParams({ from: '/inside/people/$personId' });
  const person = useQuery(personWhole(personId));
  if (person.isPending)
    return (
      <Page title={identity.people}>
        <LoadingLines />
      </Page>
    );
  if (person.isError)
    return (
      <Page title={identity.people}>
        <ErrorState sentence={shell.refused[failureOf(person.error).code]} onRetry={() => person.refetch()} />
      </Page>
    );
  return <PersonSheet key={personId} person={person.data} />;
}

function PersonSheet({ person }: { readonly person: PersonWhole }) {
  const { identity } = useText();
  return (
    <Page
      title={person.name}
      lead={<Link to="/people">{identity.people}</Link>}
      actions={<JournalLink about={person.personId} />}
    >
      <PersonActions person={person} />
      <Facts
        facts={[
          [
            identity.unit,
            <Link key="unit" to="/units/$unitId" params={{ unitId: person.unitId }}>
              {person.unitName}
            </Link>,
          ],
          person.email === null ? undefined : [identity.email, person.email],
          [identity.accountState, <AccountMark key="account" person={person} />],
        ]}
      />
      <Section title={identity.assignments}>
        <AssignmentsTable person={person} />
      </Section>
      <Section title={identity.positions}>
        <PositionsTable person={person} />
      </Section>
    </Page>
  );
}

type HeldPosition = PersonWhole['positions'][number];

function PositionsTable({ person }: { readonly person: PersonWhole }) {
  const { identity } = useText();
  const columns: Column<HeldPosition>[] = [
    { key: 'title', title: identity.title, cell: ({ title }) => title },
    { key: 'unit', title: identity.unit, cell: ({ unitName }) => unitName },
    { key: 'from', title: identity.from, cell: ({ validFrom }) => printDate(validFrom), width: '9rem' },
    {
      key: 'to',
      title: identity.to,
      cell: ({ validTo }) => (validTo === null ? identity.untilNow : printDate(validTo)),
      width: '9rem',
    },
  ];
  return (
    <DataTable
      label={identity.positions}
      rows={person.positions}
      rowKey={({ positionId }) => positionId}
      columns={columns}
      empty={<p>{identity.noPositions}</p>}
    />
  );
}
