import { TextInput } from '@mantine/core';
import { DayField } from '../ui/fields/day-field.tsx';
import { useText } from '../ui/language.tsx';
import styles from './decision-fields.module.css';

/** The paper that something rests on, as typed. */
export type PaperDraft = { readonly number: string; readonly date: string; readonly issuer: string };

export const NO_PAPER: PaperDraft = { number: '', date: '', issuer: '' };

/** What was typed as the command wants it: what is empty is left out. */
export function paperOf({ number, date, issuer }: PaperDraft) {
  return { number, ...(date !== '' && { date }), ...(issuer !== '' && { issuer }) };
}

type PaperFieldsProps = {
  readonly value: PaperDraft;
  readonly onChange: (value: PaperDraft) => void;
  readonly at: (path: string) => string | undefined;
};

export function PaperFields({ value, onChange, at }: PaperFieldsProps) {
  const { parIndex } = useText();
  const set = (change: Partial<PaperDraft>) => onChange({ ...value, ...change });
  return (
    <>
      <div className={styles.pair}>
        <TextInput
          label={parIndex.decisionNumber}
          placeholder="1234/QĐ-UBND"
          required
          value={value.number}
          onChange={(event) => set({ number: event.currentTarget.value })}
          error={at('decision.number')}
        />
        <DayField
          label={parIndex.decisionDay}
          value={value.date}
          onChange={(date) => set({ date })}
          error={at('decision.date')}
        />
      </div>
      <TextInput
        label={parIndex.decisionIssuer}
        value={value.issuer}
        onChange={(event) => set({ issuer: event.currentTarget.value })}
        error={at('decision.issuer')}
      />
    </>
  );
}
