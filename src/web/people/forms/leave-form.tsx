import { TextInput } from '@mantine/core';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { DayField } from '../../ui/fields/day-field.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import type { PersonFormProps } from '../person-actions.tsx';

/** The person leaves on a day; everything they hold ends with it. */
export function LeaveForm({ person, label, onDone, onCancel }: PersonFormProps) {
  const { identity } = useText();
  const { values, set } = useDraft({ on: '', reason: '' });
  const command = useCommand(client.accounts.leave, () => onDone(identity.endedPerson(person.name)));
  return (
    <ServerForm
      danger
      label={label}
      lead={identity.endPersonLead}
      submit={label}
      command={command}
      input={{ personId: person.personId, ...values }}
      onCancel={onCancel}
    >
      {(at) => (
        <>
          <DayField
            label={identity.firstDayOut}
            required
            value={values.on}
            onChange={(on) => set('on', on)}
            error={at('on')}
          />
          <TextInput
            label={identity.reason}
            required
            value={values.reason}
            onChange={(event) => set('reason', event.currentTarget.value)}
            error={at('reason')}
          />
        </>
      )}
    </ServerForm>
  );
}
