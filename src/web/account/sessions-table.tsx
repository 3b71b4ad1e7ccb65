import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionLine } from '../../domain/identity/contract.ts';
import { printInstant } from '../../text/instants.ts';
import type { WorkspaceText } from '../../text/workspace.ts';
import { api, client } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { failureOf } from '../api/failure.ts';
import { sessions } from '../people/queries.ts';
import { useText } from '../ui/language.tsx';
import { Section } from '../ui/page.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import { deviceOf } from './device.ts';

/** Where the account is signed in, and the way to end one session or all. */
export function SessionsTable() {
  const text = useText();
  const { identity, shell } = text;
  const queries = useQueryClient();
  const list = useQuery(sessions);
  const end = useCommand(client.session.revoke, () =>
    queries.invalidateQueries({ queryKey: api.session.key() }),
  );
  const endAll = useCommand(client.session.signOutEverywhere, () => window.location.assign('/app/sign-in'));
  return (
    <Section
      title={identity.sessions}
      actions={
        <Button
          variant="default"
          size="compact-sm"
          title={identity.signOutEverywhereHint}
          loading={endAll.busy}
          onClick={() => endAll.run(undefined)}
        >
          {identity.signOutEverywhere}
        </Button>
      }
    >
      <DataTable
        label={identity.sessions}
        rows={list.data}
        rowKey={({ sessionId }) => sessionId}
        columns={columnsOf(text, (sessionId) => end.run({ sessionId }))}
        empty={null}
        error={list.error === null ? undefined : shell.refused[failureOf(list.error).code]}
        onRetry={() => list.refetch()}
      />
    </Section>
  );
}

function columnsOf({ identity }: WorkspaceText, end: (sessionId: string) => void): Column<SessionLine>[] {
  return [
    {
      key: 'device',
      title: identity.device,
      cell: ({ device, current }) => {
        const known = deviceOf(device ?? '');
        const name =
          known === undefined ? identity.unknownDevice : identity.onSystem(known.browser, known.system);
        return current ? (
          <strong>
            {name} ({identity.thisSession})
          </strong>
        ) : (
          name
        );
      },
    },
    { key: 'address', title: identity.address, cell: ({ address }) => address, wideOnly: true },
    {
      key: 'started',
      title: identity.started,
      sort: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => printInstant(createdAt),
    },
    {
      key: 'expires',
      title: identity.expires,
      sort: ({ expiresAt }) => expiresAt,
      cell: ({ expiresAt }) => printInstant(expiresAt),
      wideOnly: true,
    },
    {
      key: 'end',
      title: identity.endSession,
      width: '8rem',
      cell: ({ sessionId, current }) =>
        current ? null : (
          <Button size="compact-sm" variant="subtle" onClick={() => end(sessionId)}>
            {identity.endSession}
          </Button>
        ),
    },
  ];
}
