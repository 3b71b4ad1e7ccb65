import { TextInput } from '@mantine/core';
import { useText } from '../../ui/language.tsx';
import type { TableBasics } from './published-sheet.ts';
import styles from './sheets.module.css';

type TableBasicsFieldsProps = {
  readonly value: TableBasics;
  readonly onChange: (value: TableBasics) => void;
};

/** What the sheet of a published table does not say: its title, year, source and total. */
export function TableBasicsFields({ value, onChange }: TableBasicsFieldsProps) {
  const { parIndex, indexSheets } = useText();
  const fields = [
    ['title', parIndex.title],
    ['year', parIndex.year],
    ['source', parIndex.source],
    ['total', indexSheets.roles.total],
  ] as const;
  return (
    <div className={styles.asked}>
      {fields.map(([field, label]) => (
        <TextInput
          key={field}
          label={label}
          required={field === 'title'}
          inputMode={field === 'year' || field === 'total' ? 'decimal' : 'text'}
          value={value[field]}
          onChange={(event) => onChange({ ...value, [field]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
