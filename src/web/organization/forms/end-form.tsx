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

export function EndForm({ unit, onDone, onCancel }: UnitFormProps) {
  const { organization } = useText();
  const tree = useQuery(unitTree(''));
  const units = tree.data?.units ?? [];
  const parted = units.some(({ parentId }) => parentId === unit.unitId);
  const { values, set } = useDraft({ childrenTo: '', decision: NO_DECISION });
  const command = useCommand(client.units.end, () => onDone(organization.endDone));
  const to = values.childrenTo === '' ? {} : { childrenTo: values.childrenTo };
  return (
    <ServerForm
      danger
      label={organization.end}
      lead={organization.endLead}
      submit={organization.end}
      command={command}
      input={{ unitId: unit.unitId, ...to, ...decided(values.decision) }}
      onCancel={onCancel}
    >
      {(at) => (
        <>
          {parted && (
            <ChoiceField
              clearable
              label={organization.childrenTo}
              choices={unitChoices(units, [unit.unitId])}
              value={values.childrenTo}
              onChange={(childrenTo) => set('childrenTo', childrenTo)}
              error={at('childrenTo') ?? at('unitId')}
            />
          )}
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
