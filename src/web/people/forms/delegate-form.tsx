import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { useMe } from '../../app/session.ts';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DayField } from '../../ui/fields/day-field.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import type { PersonFormProps } from '../person-actions.tsx';
import { personWhole } from '../queries.ts';

/** Ủy quyền: one of my own roles to this person, with its end. */
export function DelegateForm({ person, label, onDone, onCancel }: PersonFormProps) {
  const { identity } = useText();
  const me = useQuery(personWhole(useMe().person.personId));
  const own = (me.data?.assignments ?? []).filter(({ onBehalfOf }) => onBehalfOf === null);
  const { values, set } = useDraft({ assignmentId: '', from: '', to: '' });
  const command = useCommand(client.assignments.delegate, () => onDone(identity.delegatedDone));
  return (
    <ServerForm
      label={label}
      lead={identity.delegateLead}
      submit={label}
      command={command}
      input={{ personId: person.personId, ...values }}
      onCancel={onCancel}
    >
      {(at) => (
        <>
          <ChoiceField
            required
            label={identity.delegatedRole}
            choices={own.map(({ assignmentId, role, unitName }) => ({
              value: assignmentId,
              label: `${identity.roleNames[role]}, ${unitName}`,
            }))}
            value={values.assignmentId}
            onChange={(assignmentId) => set('assignmentId', assignmentId)}
            error={at('assignmentId')}
          />
          <DayField
            label={identity.from}
            required
            value={values.from}
            onChange={(from) => set('from', from)}
            error={at('from')}
          />
          <DayField
            label={identity.to}
            required
            value={values.to}
            onChange={(to) => set('to', to)}
            error={at('to')}
          />
        </>
      )}
    </ServerForm>
  );
}
