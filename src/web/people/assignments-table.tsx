import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonWhole } from '../../domain/organization/people-contract.ts';
import { printDate } from '../../text/numbers.ts';
import { api, client } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { ServerForm } from '../api/server-form.tsx';
import { DayField } from '../ui/fields/day-field.tsx';
import { useDraft } from '../ui/fields/draft.ts';
import { useText } from '../ui/language.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import styles from './people.module.css';

type Held = PersonWhole['assignments'][number];

/** The roles a person holds or held, each where and for how long, and the way to end one. */
export function AssignmentsTable({ person }: { readonly person: PersonWhole }) {
  const { identity } = useText();
  const [ending, setEnding] = useState<Held>();
  const mayEnd = person.allowed.includes('assign');
  const columns: Column<Held>[] = [
    {
      key: 'role',
      title: identity.role,
      cell: ({ role, onBehalfOfName }) =>
        onBehalfOfName === null
          ? identity.roleNames[role]
          : `${identity.roleNames[role]}, ${identity.delegated(onBehalfOfName)}`,
    },
    {
      key: 'unit',
      title: identity.unit,
      cell: ({ unitId, unitName }) => (
        <Link to="/units/$unitId" params={{ unitId }}>
          {unitName}
        </Link>
      ),
    },
    {
      key: 'from',
      title: identity.from,
      cell: ({ validFrom }) => printDate(validFrom),
      width: '9rem',
      wideOnly: true,
    },
    {
      key: 'to',
      title: identity.to,
      cell: ({ validTo }) => (validTo === null ? identity.untilNow : printDate(validTo)),
      width: '9rem',
    },
    {
      key: 'end',
      title: identity.endAssignment,
      width: '7rem',
      cell: (held) =>
        held.validTo === null || held.onBehalfOfName !== null ? (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={identity.endAssignmentOf(identity.roleNames[held.role])}
            onClick={() => setEnding(held)}
          >
            {identity.endAssignment}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <DataTable
        label={identity.assignments}
        rows={person.assignments}
        rowKey={({ assignmentId }) => assignmentId}
        columns={mayEnd ? columns : columns.slice(0, -1)}
        empty={<p>{identity.noAssignments}</p>}
      />
      {ending !== undefined && (
        <EndAssignmentForm key={ending.assignmentId} held={ending} onClose={() => setEnding(undefined)} />
      )}
    </>
  );
}

function EndAssignmentForm({ held, onClose }: { readonly held: Held; readonly onClose: () => void }) {
  const { identity } = useText();
  const queries = useQueryClient();
  const { values, set } = useDraft({ on: '', reason: '' });
  const command = useCommand(client.assignments.end, async () => {
    await queries.invalidateQueries({ queryKey: api.people.key() });
    notifications.show({ message: identity.endedAssignment });
    onClose();
  });
  const label = identity.endAssignmentOf(identity.roleNames[held.role]);
  return (
    <section className={styles.form} aria-label={label}>
      <h2>{label}</h2>
      <ServerForm
        danger
        label={label}
        submit={identity.endAssignment}
        command={command}
        input={{ assignmentId: held.assignmentId, ...values }}
        onCancel={onClose}
      >
        {(at) => (
          <>
            <DayField
              label={identity.to}
              required
              value={values.on}
              onChange={(on) => set('on', on)}
              error={at('on')}
            />
            <TextInput
              label={identity.reason}
              value={values.reason}
              onChange={(event) => set('reason', event.currentTarget.value)}
              error={at('reason')}
            />
          </>
        )}
      </ServerForm>
    </section>
  );
}
