import { type ComboboxItem, MultiSelect, type OptionsFilter, Select } from '@mantine/core';
import { matches } from '../../../text/fold.ts';
import { useText } from '../language.tsx';

export type Choice = { readonly value: string; readonly label: string };

type FieldProps = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly description?: string;
  readonly error?: string | undefined;
};

const withoutDiacritics: OptionsFilter = ({ options, search }) =>
  options.filter((option): option is ComboboxItem => 'value' in option && matches(option.label, search));

const common = { filter: withoutDiacritics, limit: 200, searchable: true, openOnFocus: false } as const;

/** One of many, found by typing without diacritics. */
export function ChoiceField(
  props: FieldProps & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly clearable?: boolean;
    readonly required?: boolean;
    readonly placeholder?: string;
    /** The choices come from a search; otherwise they are narrowed here. */
    readonly onSearch?: (typed: string) => void;
  },
) {
  const { shell } = useText();
  return (
    <Select
      {...common}
      label={props.label}
      description={props.description}
      error={props.error !== undefined && props.value === '' ? shell.chooseOne : props.error}
      data={[...props.choices]}
      value={props.value === '' ? null : props.value}
      onChange={(value) => props.onChange(value ?? '')}
      required={props.required ?? false}
      placeholder={props.placeholder}
      {...(props.onSearch && { onSearchChange: props.onSearch, filter: ({ options }) => options })}
      clearable={props.clearable ?? false}
      clearButtonProps={{ 'aria-label': shell.clearFilter }}
      nothingFoundMessage={shell.searchNothing}
    />
  );
}

/** Several of many. */
export function ChoicesField(
  props: FieldProps & {
    readonly values: readonly string[];
    readonly onChange: (values: string[]) => void;
  },
) {
  const { shell } = useText();
  return (
    <MultiSelect
      {...common}
      label={props.label}
      description={props.description}
      error={props.error}
      data={[...props.choices]}
      value={[...props.values]}
      onChange={props.onChange}
      nothingFoundMessage={shell.searchNothing}
    />
  );
}
