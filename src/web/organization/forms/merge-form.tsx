import { Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { ChoiceField, ChoicesField } from '../../ui/fields/choice-field.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import { unitTree } from '../queries.ts';
import type { UnitFormProps } from '../unit-actions.tsx';
import { unitChoices } from '../unit-tree.ts';
import { DecisionFields, decided, NO_DECISION } from './decision-fields.tsx';
import { DescriptionFields, NO_DESCRIPTION } from './description-fields.tsx';

export function MergeForm({ unit, onDone, onCancel }: UnitFormProps) {
  const { organization } = useText();
  const tree = useQuery(unitTree(''));
  const choices = unitChoices(tree.data?.units ?? [], [unit.unitId]);
  const { values, set } = useDraft({
    others: [] as string[],
    as: 'new',
    into: '',
    description: { ...NO_DESCRIPTION, kind: unit.kind },
    decision: NO_DECISION,
  });
  const name =
    values.as === 'new'
      ? values.description.name
      : (choices.find(({ value }) => value === values.into)?.label ?? '');
  const command = useCommand(client.units.merge, () => onDone(organization.merged(name)));
  const into =
    values.as === 'new'
      ? ({ as: 'new', parentId: unit.parentId, ...values.description } as const)
      : ({ as: 'existing', unitId: values.into } as const);
  return (
    <ServerForm
      label={organization.merge}
      lead={organization.mergeLead}
      submit={organization.merge}
      command={command}
      input={{ unitIds: [unit.unitId, ...values.others], into, ...decided(values.decision) }}
      onCancel={onCancel}
    >
      {(at) => (
        <>
          <ChoicesField
            label={organization.mergeWith}
            choices={choices}
            values={values.others}
            onChange={(others) => set('others', others)}
            error={at('unitIds')}
          />
          <Radio.Group label={organization.mergeInto} value={values.as} onChange={(as) => set('as', as)}>
            <Stack gap="xs">
              <Radio value="new" label={organization.mergeIntoNew} />
              <Radio value="existing" label={organization.mergeIntoExisting} />
            </Stack>
          </Radio.Group>
          {values.as === 'new' ? (
            <DescriptionFields
              value={values.description}
              onChange={(description) => set('description', description)}
              at={(field) => at(`into.${field}`)}
            />
          ) : (
            <ChoiceField
              required
              label={organization.mergeReceiver}
              choices={choices}
              value={values.into}
              onChange={(chosen) => set('into', chosen)}
              error={at('into.unitId')}
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
