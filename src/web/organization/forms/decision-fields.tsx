import { TextInput } from '@mantine/core';
import { DayField } from '../../ui/fields/day-field.tsx';
import { useText } from '../../ui/language.tsx';
import styles from '../unit-pane.module.css';

/** From when a change holds and on which decision it rests, as typed. */
export type DecisionDraft = {
  readonly day: string;
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
};

export const NO_DECISION: DecisionDraft = { day: '', number: '', date: '', issuer: '' };

/** What was typed as the command wants it: what is empty is left out. */
export function decided({ day, number, date, issuer }: DecisionDraft) {
  return { day, decision: { number, ...(date !== '' && { date }), ...(issuer !== '' && { issuer }) } };
}

type DecisionFieldsProps = {
  readonly value: DecisionDraft;
  readonly onChange: (value: DecisionDraft) => void;
  readonly at: (path: string) => string | undefined;
};

export function DecisionFields({ value, onChange, at }: DecisionFieldsProps) {
  const { organization } = useText();
  const set = (change: Partial<DecisionDraft>) => onChange({ ...value, ...change });
  return (
    <>
      <DayField
        label={organization.day}
        description={organization.dayHint}
        value={value.day}
        onChange={(day) => set({ day })}
        error={at('day')}
        required
      />
      <div className={styles.pair}>
        <TextInput
          label={organization.decisionNumber}
          placeholder="12/NQ-HĐND"
          required
          value={value.number}
          onChange={(event) => set({ number: event.currentTarget.value })}
          error={at('decision.number')}
        />
        <DayField
          label={organization.decisionDate}
          value={value.date}
          onChange={(date) => set({ date })}
          error={at('decision.date')}
        />
      </div>
      <TextInput
        label={organization.issuer}
        value={value.issuer}
        onChange={(event) => set({ issuer: event.currentTarget.value })}
        error={at('decision.issuer')}
      />
    </>
  );
}
