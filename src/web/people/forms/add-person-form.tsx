import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { unitTree } from '../../organization/queries.ts';
import { unitChoices } from '../../organization/unit-tree.ts';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DayField } from '../../ui/fields/day-field.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import styles from '../people.module.css';

/** A new person at a unit; afterwards their own page, where they are invited and given roles. */
export function AddPersonForm({ onClose }: { readonly onClose: () => void }) {
  const { identity } = useText();
  const tree = useQuery(unitTree(''));
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { values, set } = useDraft({ name: '', email: '', unitId: '', title: '', from: '' });
  const command = useCommand(client.people.create, async ({ personId, name }) => {
    await queries.invalidateQueries({ queryKey: api.people.key() });
    notifications.show({ message: identity.created(name) });
    await navigate({ to: '/people/$personId', params: { personId } });
  });
  const mayPlace = (tree.data?.units ?? []).filter(({ allowed }) => allowed.includes('add_person'));
  return (
    <section className={styles.form} aria-label={identity.addPerson}>
      <h2>{identity.addPerson}</h2>
      <ServerForm
        label={identity.addPerson}
        lead={identity.addPersonLead}
        submit={identity.addPerson}
        command={command}
        input={{ ...values, email: values.email === '' ? null : values.email }}
        onCancel={onClose}
      >
        {(at) => (
          <>
            <TextInput
              label={identity.person}
              required
              autoFocus
              value={values.name}
              onChange={(event) => set('name', event.currentTarget.value)}
              error={at('name')}
            />
            <TextInput
              label={identity.email}
              type="email"
              value={values.email}
              onChange={(event) => set('email', event.currentTarget.value)}
              error={at('email')}
            />
            <ChoiceField
              required
              label={identity.unit}
              choices={unitChoices(mayPlace)}
              value={values.unitId}
              onChange={(unitId) => set('unitId', unitId)}
              error={at('unitId')}
            />
            <TextInput
              label={identity.title}
              required
              value={values.title}
              onChange={(event) => set('title', event.currentTarget.value)}
              error={at('title')}
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
    </section>
  );
}
