import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import { unitTree } from '../queries.ts';
import type { UnitFormProps } from '../unit-actions.tsx';
import { unitChoices } from '../unit-tree.ts';
import { DecisionFields, decided, NO_DECISION } from './decision-fields.tsx';

export function MoveForm({ unit, onDone, onCancel }: UnitFormProps) {
  const { organization } = useText();
  const tree = useQuery(unitTree(''));
  const { values, set } = useDraft({ parentId: '', decision: NO_DECISION });
  const command = useCommand(client.units.move, () => onDone(organization.moved));
  return (
    <ServerForm
      label={organization.move}
      lead={organization.moveLead}
      submit={organization.move}
      command={command}
      input={{ unitId: unit.unitId, parentId: values.parentId, ...decided(values.decision) }}
      onCancel={onCancel}
    >
      {(at) => (
        <>
          <ChoiceField
            required
            label={organization.newParent}
            choices={unitChoices(tree.data?.units ?? [], [unit.unitId])}
            value={values.parentId}
            onChange={(parentId) => set('parentId', parentId)}
            error={at('parentId')}
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
