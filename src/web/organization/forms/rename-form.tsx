import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import type { UnitFormProps } from '../unit-actions.tsx';
import { DecisionFields, decided, NO_DECISION } from './decision-fields.tsx';
import { DescriptionFields } from './description-fields.tsx';

export function RenameForm({ unit, onDone, onCancel }: UnitFormProps) {
  const { organization } = useText();
  const now = { name: unit.name, kind: unit.kind, code: unit.code };
  const { values, set } = useDraft({ description: now, decision: NO_DECISION });
  const command = useCommand(client.units.rename, () => onDone(organization.renamed));
  return (
    <ServerForm
      label={organization.rename}
      lead={organization.renameLead}
      submit={organization.rename}
      command={command}
      input={{ unitId: unit.unitId, ...values.description, ...decided(values.decision) }}
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
