import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { printPoints } from '../../../../domain/kernel/number/points.ts';
import type { Rounding } from '../../../../domain/kernel/number/rounding.ts';
import type { Leaf } from '../../../../domain/par-index/scorecard/scorecard.ts';
import { printDate, printNumber } from '../../../../text/numbers.ts';
import type { WorkspaceText } from '../../../../text/workspace.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { type Example, type ExampleField, exampleFields, pointsFor } from './live-example.ts';
import styles from './rule-forms.module.css';

type TryRuleProps = { readonly leaf: Leaf; readonly rounding: Rounding };

/** „Nếu 85 thì được 1,5 điểm": a figure tried on the rule. */
export function TryRule({ leaf, rounding }: TryRuleProps) {
  const { text, language } = useLanguage();
  const { parIndex, ruleForms } = text;
  const lead = { survey: ruleForms.tryAnswers, all_of: ruleForms.tryMet };
  const fields = useMemo(() => exampleFields(leaf.rule), [leaf.rule]);
  const [said, setSaid] = useState<Example>({});
  const example = Object.fromEntries(fields.map(({ key, first }) => [key, said[key] ?? first]));
  const points = pointsFor(leaf, example, rounding);
  return (
    <div className={styles.try}>
      <p className={styles.about}>
        {leaf.rule.kind === 'survey' || leaf.rule.kind === 'all_of'
          ? lead[leaf.rule.kind]
          : ruleForms.tryTitle}
      </p>
      <div className={styles.tryFields}>
        {fields.map((field) => (
          <TryField
            key={field.key}
            field={field}
            label={labelOf(field, text)}
            value={example[field.key] ?? ''}
            onChange={(value) => setSaid((known) => ({ ...known, [field.key]: value }))}
          />
        ))}
      </div>
      <p className={styles.answer} role="status">
        {points === undefined
          ? parIndex.liveRefused
          : parIndex.liveAnswer(printNumber(printPoints(points, rounding.decimals), language))}
      </p>
    </div>
  );
}

type TryFieldProps = {
  readonly field: ExampleField;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function TryField({ field, label, value, onChange }: TryFieldProps) {
  if (field.form === 'check') {
    return (
      <Checkbox
        size="sm"
        label={label}
        checked={value === 'true'}
        onChange={(event) => onChange(`${event.currentTarget.checked}`)}
      />
    );
  }
  if (field.choices !== undefined) {
    return (
      <NativeSelect
        size="sm"
        label={label}
        value={value}
        data={[...field.choices]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const shown = field.form === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? printDate(value) : value;
  return (
    <TextInput
      label={label}
      inputMode={field.form === 'value' ? 'decimal' : 'numeric'}
      value={shown}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function labelOf({ form, name }: ExampleField, { parIndex, ruleForms }: WorkspaceText): string {
  if (name !== undefined && name !== '') return name;
  switch (form) {
    case 'value':
      return parIndex.liveValue;
    case 'count':
      return parIndex.liveCount;
    case 'choice':
      return ruleForms.tryOption;
    case 'check':
      return ruleForms.tryMet;
    case 'day':
      return ruleForms.tryDay;
    case 'late':
      return ruleForms.tryLate;
    case 'points':
      return ruleForms.tryPoints;
    case 'reference':
      return ruleForms.tryReference;
    case 'branch':
      return ruleForms.tryBranch;
  }
}
