import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { unitKinds } from '../queries.ts';
import styles from '../unit-pane.module.css';

/** What a unit is called, outside and on paper. */
export type Description = { readonly name: string; readonly kind: string; readonly code: string };

export const NO_DESCRIPTION: Description = { name: '', kind: '', code: '' };

type DescriptionFieldsProps = {
  readonly value: Description;
  readonly onChange: (value: Description) => void;
  /** What is wrong with `name`, `kind` or `code`. */
  readonly at: (field: keyof Description) => string | undefined;
};

export function DescriptionFields({ value, onChange, at }: DescriptionFieldsProps) {
  const { text, language } = useLanguage();
  const { organization } = text;
  const kinds = useQuery(unitKinds);
  const choices = (kinds.data ?? []).map((kind) => ({
    value: kind.code,
    label: language === 'vi' ? kind.name : kind.nameEn,
  }));
  return (
    <>
      <TextInput
        label={organization.name}
        required
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
        error={at('name')}
      />
      <div className={styles.pair}>
        <ChoiceField
          required
          label={organization.kind}
          choices={choices}
          value={value.kind}
          onChange={(kind) => onChange({ ...value, kind })}
          error={at('kind')}
        />
        <TextInput
          label={organization.code}
          required
          value={value.code}
          onChange={(event) => onChange({ ...value, code: event.currentTarget.value })}
          error={at('code')}
        />
      </div>
    </>
  );
}
