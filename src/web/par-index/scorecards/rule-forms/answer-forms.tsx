import { NativeSelect } from '@mantine/core';
import { isObject } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { useText } from '../../../ui/language.tsx';
import { DayAtSpot } from '../draft-fields/day-at-spot.tsx';
import styles from '../draft-fields/draft-fields.module.css';
import { RowsField } from '../draft-fields/rows-field.tsx';
import { below, type Spot } from '../draft-fields/spot.ts';
import { FewField, NumberField, TextField } from '../draft-fields/spot-fields.tsx';
import { freeId } from './count-forms.tsx';
import { LeastField } from './value-forms.tsx';

type FormProps = { readonly spot: Spot };

export function ChoiceForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  const options = below(spot, 'options');
  return (
    <RowsField
      spot={options}
      label={ruleForms.options}
      rowName={ruleForms.option}
      add={ruleForms.addOption}
      begun={{ id: freeId(options.value), label: '', points: '0' }}
      columns="minmax(0, 1fr) 7rem"
    >
      {(row) => (
        <>
          <TextField spot={below(row, 'label')} label={ruleForms.optionLabel} long />
          <NumberField spot={below(row, 'points')} label={ruleForms.points} unit={ruleForms.pointsMark} />
        </>
      )}
    </RowsField>
  );
}

export function AllOfForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  return (
    <RowsField
      spot={below(spot, 'conditions')}
      label={ruleForms.conditions}
      rowName={ruleForms.condition}
      add={ruleForms.addCondition}
      begun=""
    >
      {(row, position) => <TextField spot={row} label={ruleForms.condition(`${position + 1}`)} long />}
    </RowsField>
  );
}

export function DeadlineForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  const due = below(spot, 'due');
  const relative = isObject(due.value);
  return (
    <>
      <div className={styles.pair}>
        <NativeSelect
          size="sm"
          label={ruleForms.due}
          value={relative ? 'after' : 'day'}
          data={(['day', 'after'] as const).map((value) => ({ value, label: ruleForms.dueWays[value] }))}
          onChange={(event) => due.put(event.currentTarget.value === 'day' ? '' : { working_days_after: 10 })}
        />
        {relative ? (
          <NumberField spot={below(due, 'working_days_after')} label={ruleForms.dueAfter} whole />
        ) : (
          <DayAtSpot spot={due} label={ruleForms.dueDay} />
        )}
      </div>
      <RowsField
        spot={below(spot, 'tiers')}
        label={ruleForms.lateTiers}
        hint={ruleForms.lateHint}
        rowName={ruleForms.tier}
        add={ruleForms.addTier}
        begun={{ late_days: '', points: '' }}
        beforeLast
        columns="minmax(0, 1fr) 8rem"
      >
        {(row, _, last) => (
          <>
            {last && below(row, 'late_days').value === undefined ? (
              <p className={styles.rest}>{ruleForms.rest}</p>
            ) : (
              <NumberField spot={below(row, 'late_days')} label={ruleForms.lateDays} whole optional={last} />
            )}
            <NumberField spot={below(row, 'points')} label={ruleForms.points} unit={ruleForms.pointsMark} />
          </>
        )}
      </RowsField>
    </>
  );
}

export function GivenForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  return (
    <>
      <FewField spot={below(spot, 'by')} label={ruleForms.by} choices={ruleForms.bys} />
      <div className={styles.pair}>
        <NumberField
          spot={below(spot, 'step')}
          label={ruleForms.step}
          hint={ruleForms.stepHint}
          unit={ruleForms.pointsMark}
          optional
        />
        <LeastField spot={spot} />
      </div>
    </>
  );
}
