import { TextInput } from '@mantine/core';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import type { PersonFormProps } from '../person-actions.tsx';

/** For someone who lost the phone. */
export function ResetTotpForm({ person, label, onDone, onCancel }: PersonFormProps) {
  const { identity } = useText();
  const { values, set } = useDraft({ reason: '' });
  const command = useCommand(client.accounts.resetTotp, () => onDone(identity.resetTotpDone));
  return (
    <ServerForm
      label={label}
      lead={identity.resetTotpLead}
      submit={label}
      command={command}
      input={{ personId: person.personId, ...values }}
      onCancel={onCancel}
    >
      {(at) => (
        <TextInput
          label={identity.reason}
          required
          value={values.reason}
          onChange={(event) => set('reason', event.currentTarget.value)}
          error={at('reason')}
        />
      )}
    </ServerForm>
  );
}
