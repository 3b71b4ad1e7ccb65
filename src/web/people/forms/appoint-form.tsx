import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { unitTree } from '../../organization/queries.ts';
import { unitChoices } from '../../organization/unit-tree.ts';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DayField } from '../../ui/fields/day-field.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import type { PersonFormProps } from '../person-actions.tsx';

/** A title at a unit from a day. */
export function AppointForm({ person, label, onDone, onCancel }: PersonFormProps) {
  const { identity } = useText();
  const tree = useQuery(unitTree(''));
  const { values, set } = useDraft({ unitId: `${person.unitId}`, title: '', from: '' });
  const command = useCommand(client.positions.add, () => onDone(identity.appointed));
  return (
    <ServerForm
      label={label}
      submit={label}
      command={command}
      input={{ personId: person.personId, ...values }}
      onCancel={onCancel}
    >
      {(at) => (
        <>
          <TextInput
            label={identity.title}
            required
            value={values.title}
            onChange={(event) => set('title', event.currentTarget.value)}
            error={at('title')}
          />
          <ChoiceField
            required
            label={identity.unit}
            choices={unitChoices(tree.data?.units ?? [])}
            value={values.unitId}
            onChange={(unitId) => set('unitId', unitId)}
            error={at('unitId')}
          />
          <DayField
            label={identity.from}
            required
            value={values.from}
            onChange={(from) => set('from', from)}
            error={at('from')}
          />
        </>
      )}
    </ServerForm>
  );
}
