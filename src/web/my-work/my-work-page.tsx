import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { printDate } from '../../text/numbers.ts';
import { api } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useHolds, useMe } from '../app/session.ts';
import { useText } from '../ui/language.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import styles from './my-work.module.css';
import { WorkTable } from './work-table.tsx';

type HeldRole = ReturnType<typeof useMe>['roles'][number];

/** The first screen: what is late, due today or waiting; while nothing is, where to begin. */
export function MyWorkPage() {
  const { shell } = useText();
  const me = useMe();
  const waiting = useQuery(api.work.mine.queryOptions());
  const items = waiting.data?.items ?? [];
  const lead = [me.positions[0]?.title, me.person.unitName].filter(Boolean).join(', ');
  return (
    <Page title={shell.myWork} lead={`${me.person.name} · ${lead}`}>
      {waiting.isPending && <LoadingLines lines={3} />}
      {waiting.isError && (
        <ErrorState
          sentence={shell.refused[failureOf(waiting.error).code]}
          onRetry={() => waiting.refetch()}
        />
      )}
      {items.length > 0 && <WorkTable items={items} />}
      {waiting.isSuccess && items.length === 0 && (
        <EmptyState title={shell.myWorkEmptyTitle} body={shell.myWorkEmptyBody} />
      )}
      <FirstSteps />
      <MyRoles roles={me.roles} />
    </Page>
  );
}

function FirstSteps() {
  const { shell } = useText();
  const me = useMe();
  const invites = useHolds('person.invite');
  const readsJournal = useHolds('journal.read');
  const readsResults = useHolds('result.read');
  const steps = [
    { to: '/results', title: shell.stepResults, why: shell.stepResultsWhy, shown: readsResults },
    { to: '/units', title: shell.stepUnits, why: shell.stepUnitsWhy, shown: true },
    { to: '/people', title: shell.stepPeople, why: shell.stepPeopleWhy, shown: invites },
    { to: '/journal', title: shell.stepJournal, why: shell.stepJournalWhy, shown: readsJournal },
    { to: '/account', title: shell.stepTotp, why: shell.stepTotpWhy, shown: !me.account.totp },
  ] as const;
  return (
    <Section title={shell.firstSteps}>
      <ol className={styles.steps}>
        {steps
          .filter(({ shown }) => shown)
          .map(({ to, title, why }) => (
            <li key={to} className={styles.step}>
              <Link to={to} className={styles.link}>
                {title}
              </Link>
              <span className={styles.why}>{why}</span>
            </li>
          ))}
      </ol>
    </Section>
  );
}

function MyRoles({ roles }: { readonly roles: readonly HeldRole[] }) {
  const { shell, identity } = useText();
  const columns: Column<HeldRole>[] = [
    {
      key: 'role',
      title: identity.role,
      cell: ({ role, onBehalfOf }) =>
        onBehalfOf === null
          ? identity.roleNames[role]
          : `${identity.roleNames[role]}, ${identity.delegated(onBehalfOf)}`,
    },
    {
      key: 'unit',
      title: shell.roleAt,
      cell: ({ unitId, unitName }) => (
        <Link to="/units/$unitId" params={{ unitId }}>
          {unitName}
        </Link>
      ),
    },
    {
      key: 'until',
      title: shell.roleUntil,
      cell: ({ until }) => (until === null ? shell.noEnd : printDate(until)),
      width: '10rem',
    },
  ];
  return (
    <Section title={shell.myRoles}>
      <DataTable
        label={shell.myRoles}
        rows={roles}
        rowKey={({ role, unitId }) => `${role} ${unitId}`}
        columns={columns}
        stacked
        empty={<p>{identity.noAssignments}</p>}
      />
    </Section>
  );
}
