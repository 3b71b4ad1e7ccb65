import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unitTree } from '../organization/queries.ts';
import { unitLabels } from '../organization/unit-tree.ts';
import { peopleFound } from '../people/queries.ts';
import { ChoiceField } from '../ui/fields/choice-field.tsx';
import { DayField } from '../ui/fields/day-field.tsx';
import { useText } from '../ui/language.tsx';
import styles from './journal.module.css';
import type { JournalFilter } from './queries.ts';

type FilterFieldsProps = {
  readonly filter: JournalFilter;
  readonly onChange: (filter: JournalFilter) => void;
};

/** What to look for in the whole journal; the server searches, not only what is on the screen. */
export function FilterFields({ filter, onChange }: FilterFieldsProps) {
  const { journal } = useText();
  const tree = useQuery(unitTree(''));
  const labels = unitLabels(tree.data?.units ?? []);
  const set = (change: Partial<JournalFilter>) => onChange({ ...filter, ...change });
  return (
    <div className={styles.filter}>
      <DayField
        label={journal.fromDay}
        value={filter.from}
        onChange={(from) => set({ from })}
        width="9.5rem"
      />
      <DayField label={journal.toDay} value={filter.to} onChange={(to) => set({ to })} width="9.5rem" />
      <ChoiceField
        clearable
        label={journal.action}
        placeholder={journal.anyAction}
        choices={Object.entries(journal.actions).map(([value, label]) => ({ value, label }))}
        value={filter.action}
        onChange={(action) => set({ action })}
      />
      <ChoiceField
        clearable
        label={journal.unit}
        placeholder={journal.anyUnit}
        choices={(tree.data?.units ?? []).map(({ unitId, path, name }) => ({
          value: path,
          label: labels.get(unitId) ?? name,
        }))}
        value={filter.under}
        onChange={(under) => set({ under })}
      />
      <ActorField value={filter.personId} onChange={(personId) => set({ personId })} />
    </div>
  );
}

function ActorField(props: { readonly value: string; readonly onChange: (personId: string) => void }) {
  const { journal } = useText();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 200);
  const found = useQuery(peopleFound(settled));
  return (
    <ChoiceField
      clearable
      label={journal.actor}
      placeholder={journal.anyActor}
      choices={(found.data?.people ?? []).map(({ personId, name, unitName }) => ({
        value: personId,
        label: `${name}, ${unitName}`,
      }))}
      onSearch={setTyped}
      {...props}
    />
  );
}
