import { Checkbox, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Json } from '../../../../domain/kernel/json.ts';
import { fold } from '../../../../text/fold.ts';
import { unitKinds } from '../../../organization/queries.ts';
import { useLanguage } from '../../../ui/language.tsx';
import styles from './draft-fields.module.css';
import { useFaultAt } from './faults-here.ts';
import type { Spot } from './spot.ts';
import { shownNumber, typedCount, typedDecimal } from './typed.ts';

/** Hints stand below, so that fields beside each other stand on one line. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

type FieldProps = { readonly spot: Spot; readonly label: string; readonly hint?: string };

type NumberProps = FieldProps & {
  /** Left empty it is not written at all. */
  readonly optional?: boolean;
  readonly whole?: boolean;
  readonly unit?: string;
};

/** A number, typed with a decimal comma and kept with every digit. */
export function NumberField({ spot, label, hint, optional = false, whole = false, unit }: NumberProps) {
  const { language } = useLanguage();
  const at = useFaultAt(spot.path);
  const type = (typed: string) => {
    if (typed === '' && optional) return spot.put(undefined);
    spot.put(whole ? typedCount(typed) : typedDecimal(typed));
  };
  return (
    <TextInput
      {...at}
      label={label}
      description={hint}
      inputWrapperOrder={ORDER}
      inputMode={whole ? 'numeric' : 'decimal'}
      classNames={{ input: styles.number ?? '' }}
      value={shownNumber(spot.value, language)}
      onChange={(event) => type(event.currentTarget.value)}
      {...(unit !== undefined && {
        rightSection: <Unit>{unit}</Unit>,
        rightSectionWidth: `${unit.length + 2}ch`,
      })}
    />
  );
}

function Unit({ children }: { readonly children: ReactNode }) {
  return <span className={styles.unit}>{children}</span>;
}

type TextProps = FieldProps & {
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly long?: boolean;
  readonly fixed?: boolean;
};

/** For browsers that do not fit a field to what stands in it. */
const LETTERS_IN_A_ROW = 56;
const MOST_ROWS = 12;

/** Words; a long one grows with what is typed, `fixed` is set in letters of equal width. */
export function TextField(props: TextProps) {
  const { spot, label, hint, placeholder, optional = false, long = false, fixed = false } = props;
  const at = useFaultAt(spot.path);
  const common = {
    ...at,
    label,
    placeholder,
    description: hint,
    inputWrapperOrder: ORDER,
    value: typeof spot.value === 'string' ? spot.value : shownNumber(spot.value, 'en'),
    onChange: (event: { currentTarget: { value: string } }) => {
      const typed = event.currentTarget.value;
      spot.put(typed === '' && optional ? undefined : typed);
    },
  };
  const letters = fixed ? (styles.fixed ?? '') : '';
  if (!long) return <TextInput {...common} classNames={{ input: letters }} />;
  const rows = Math.min(MOST_ROWS, Math.ceil(common.value.length / LETTERS_IN_A_ROW) || 1);
  return <Textarea {...common} rows={rows} size="sm" classNames={{ input: `${styles.long} ${letters}` }} />;
}

type ChoiceProps<Value extends string> = FieldProps & {
  readonly choices: Readonly<Record<Value, string>>;
  /** What an absent member means; choosing it takes the member out. */
  readonly absent?: string;
  /** The written form of what an absent member means. */
  readonly means?: string;
};

/** One of few. */
export function FewField<Value extends string>(props: ChoiceProps<Value>) {
  const { spot, label, hint, choices, absent, means } = props;
  const at = useFaultAt(spot.path);
  const data = Object.entries<string>(choices).map(([value, name]) => ({ value, label: name }));
  return (
    <NativeSelect
      {...at}
      label={label}
      description={hint}
      inputWrapperOrder={ORDER}
      size="sm"
      value={typeof spot.value === 'string' && spot.value !== means ? spot.value : ''}
      data={absent === undefined ? data : [{ value: '', label: absent }, ...data]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        spot.put(value === '' ? undefined : value);
      }}
    />
  );
}

type CheckProps = {
  readonly spot: Spot;
  readonly label: string;
  /** What stands there while it is on, and while it is off. */
  readonly on: Json | undefined;
  readonly off: Json | undefined;
  readonly checked: boolean;
};

/** Something that is there or not. */
export function CheckField({ spot, label, on, off, checked }: CheckProps) {
  const { 'data-at': at } = useFaultAt(spot.path);
  return (
    <Checkbox
      data-at={at}
      size="sm"
      label={label}
      checked={checked}
      onChange={(event) => spot.put(event.currentTarget.checked ? on : off)}
    />
  );
}

/** Kinds of unit by their names, and tags as they are written. An empty list is taken out, unless it is `kept`. */
export function KindsField({ spot, label, hint, kept = false }: FieldProps & { readonly kept?: boolean }) {
  const { language } = useLanguage();
  const at = useFaultAt(spot.path);
  const kinds = useQuery(unitKinds).data ?? [];
  const named = kinds.map((kind) => ({ code: kind.code, name: language === 'vi' ? kind.name : kind.nameEn }));
  const codes = Array.isArray(spot.value) ? spot.value.map(String) : [];
  const nameOf = (code: string) => named.find((kind) => kind.code === code)?.name ?? code;
  const codeOf = (name: string) => named.find((kind) => fold(kind.name) === fold(name))?.code ?? name.trim();
  return (
    <TagsInput
      {...at}
      label={label}
      description={hint}
      inputWrapperOrder={ORDER}
      size="sm"
      data={named.map(({ name }) => name)}
      value={codes.map(nameOf)}
      onChange={(names) => spot.put(names.length === 0 && !kept ? undefined : names.map(codeOf))}
    />
  );
}

/** Words in a row, each its own tag. */
export function WordsField({ spot, label, hint }: FieldProps) {
  const at = useFaultAt(spot.path);
  return (
    <TagsInput
      {...at}
      label={label}
      description={hint}
      inputWrapperOrder={ORDER}
      size="sm"
      value={Array.isArray(spot.value) ? spot.value.map(String) : []}
      onChange={(words) => spot.put(words.length === 0 ? undefined : words)}
    />
  );
}
