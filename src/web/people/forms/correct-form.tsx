import { TextInput } from '@mantine/core';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import type { PersonFormProps } from '../person-actions.tsx';

/** A name or e-mail that was written wrong. */
export function CorrectForm({ person, label, onDone, onCancel }: PersonFormProps) {
  const { identity } = useText();
  const { values, set } = useDraft({ name: person.name, email: person.email ?? '' });
  const command = useCommand(client.people.correct, () => onDone(identity.corrected));
  const email = values.email.trim() === '' ? null : values.email;
  return (
    <ServerForm
      label={label}
      submit={label}
      command={command}
      input={{ personId: person.personId, name: values.name, email }}
      onCancel={onCancel}
    >
      {(at) => (
        <>
          <TextInput
            label={identity.person}
            required
            value={values.name}
            onChange={(event) => set('name', event.currentTarget.value)}
            error={at('name')}
          />
          <TextInput
            label={identity.email}
            type="email"
            description={person.account === 'active' ? identity.emailIsAccount : undefined}
            disabled={person.account === 'active'}
            value={values.email}
            onChange={(event) => set('email', event.currentTarget.value)}
            error={at('email')}
          />
        </>
      )}
    </ServerForm>
  );
}
