import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { ChoicesField } from '../../ui/fields/choice-field.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import { unitTree } from '../queries.ts';
import type { UnitFormProps } from '../unit-actions.tsx';
import styles from '../unit-pane.module.css';
import { unitChoices } from '../unit-tree.ts';
import { DecisionFields, decided, NO_DECISION } from './decision-fields.tsx';
import { type Description, DescriptionFields, NO_DESCRIPTION } from './description-fields.tsx';

type Part = { readonly key: string; readonly description: Description; readonly takes: readonly string[] };

export function SplitForm({ unit, onDone, onCancel }: UnitFormProps) {
  const { organization } = useText();
  const tree = useQuery(unitTree(''));
  const below = unitChoices((tree.data?.units ?? []).filter(({ parentId }) => parentId === unit.unitId));
  const newPart = (): Part => ({
    key: crypto.randomUUID(),
    description: { ...NO_DESCRIPTION, kind: unit.kind },
    takes: [],
  });
  const { values, set } = useDraft<{
    parts: readonly Part[];
    survives: boolean;
    decision: typeof NO_DECISION;
  }>({
    parts: [newPart(), newPart()],
    survives: false,
    decision: NO_DECISION,
  });
  const command = useCommand(client.units.split, () => onDone(organization.splitDone));
  const change = (key: string, changed: Partial<Part>) =>
    set(
      'parts',
      values.parts.map((part) => (part.key === key ? { ...part, ...changed } : part)),
    );
  const parts = values.parts.map(({ description, takes }) => ({ ...description, takes: [...takes] }));
  return (
    <ServerForm
      label={organization.split}
      lead={organization.splitLead}
      submit={organization.split}
      command={command}
      input={{ unitId: unit.unitId, parts, survives: values.survives, ...decided(values.decision) }}
      onCancel={onCancel}
    >
      {(at) => (
        <>
          {values.parts.map((part, index) => (
            <fieldset key={part.key} className={styles.part}>
              <legend>{organization.splitPart(`${index + 1}`)}</legend>
              <DescriptionFields
                value={part.description}
                onChange={(description) => change(part.key, { description })}
                at={(field) => at(`parts.${index}.${field}`)}
              />
              {below.length > 0 && (
                <ChoicesField
                  label={organization.takes}
                  choices={below}
                  values={part.takes}
                  onChange={(takes) => change(part.key, { takes })}
                  error={at(`parts.${index}.takes`)}
                />
              )}
              {values.parts.length > 1 && (
                <div>
                  <Button
                    variant="subtle"
                    color="gray"
                    onClick={() =>
                      set(
                        'parts',
                        values.parts.filter(({ key }) => key !== part.key),
                      )
                    }
                  >
                    {organization.removePart}
                  </Button>
                </div>
              )}
            </fieldset>
          ))}
          <div>
            <Button variant="default" onClick={() => set('parts', [...values.parts, newPart()])}>
              {organization.addPart}
            </Button>
          </div>
          <Checkbox
            label={organization.survives}
            checked={values.survives}
            onChange={(event) => set('survives', event.currentTarget.checked)}
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
