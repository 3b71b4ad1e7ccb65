import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import type { UnitFormProps } from '../unit-actions.tsx';
import { DecisionFields, decided, NO_DECISION } from './decision-fields.tsx';
import { DescriptionFields, NO_DESCRIPTION } from './description-fields.tsx';

export function CreateForm({ unit, onDone, onCancel }: UnitFormProps) {
  const { organization } = useText();
  const { values, set } = useDraft({ description: NO_DESCRIPTION, decision: NO_DECISION });
  const command = useCommand(client.units.create, () =>
    onDone(organization.created(values.description.name)),
  );
  return (
    <ServerForm
      label={organization.create}
      lead={organization.createLead(unit.name)}
      submit={organization.create}
      command={command}
      input={{ parentId: unit.unitId, ...values.description, ...decided(values.decision) }}
      onCancel={onCancel}
    >
      {(at) => (
        <>
          <DescriptionFields
            value={values.description}
            onChange={(description) => set('description', description)}
            at={at}
          />
          <DecisionFields
            value={values.decision}
            onChange={(decision) => set('decision', decision)}
            at={at}
          />
        </>
      )}
    </ServerForm>
  );
}
