import { useQuery } from '@tanstack/react-query';
import { ROLES, Role } from '../../../domain/organization/role.ts';
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

/** A role at a unit and everything below it, from a day, to a day or open. */
export function GrantForm({ person, label, onDone, onCancel }: PersonFormProps) {
  const { identity } = useText();
  const tree = useQuery(unitTree(''));
  const { values, set } = useDraft({ role: 'officer' as Role, unitId: `${person.unitId}`, from: '', to: '' });
  const command = useCommand(client.assignments.grant, () => onDone(identity.granted));
  return (
    <ServerForm
      label={label}
      lead={identity.grantLead}
      submit={label}
      command={command}
      input={{ personId: person.personId, ...values, to: values.to === '' ? null : values.to }}
      onCancel={onCancel}
    >
      {(at) => (
        <>
          <ChoiceField
            required
            label={identity.role}
            choices={ROLES.map((role) => ({ value: role, label: identity.roleNames[role] }))}
            value={values.role}
            onChange={(chosen) => {
              const role = Role.safeParse(chosen);
              if (role.success) set('role', role.data);
            }}
            error={at('role')}
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
          <DayField label={identity.to} value={values.to} onChange={(to) => set('to', to)} error={at('to')} />
        </>
      )}
    </ServerForm>
  );
}
