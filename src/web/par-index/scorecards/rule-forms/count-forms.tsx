import { useText } from '../../../ui/language.tsx';
import styles from '../draft-fields/draft-fields.module.css';
import { RowsField } from '../draft-fields/rows-field.tsx';
import { below, type Spot } from '../draft-fields/spot.ts';
import { CheckField, NumberField, TextField } from '../draft-fields/spot-fields.tsx';
import { LeastField } from './value-forms.tsx';

type FormProps = { readonly spot: Spot };

/** Either one kind of occurrence or several: what changes over takes the points with it. */
export function DeductForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  const { value } = spot;
  const rule = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const { per = '', items, ...rest } = rule;
  const several = items !== undefined;
  return (
    <>
      {!several && (
        <NumberField spot={below(spot, 'per')} label={ruleForms.perOccurrence} unit={ruleForms.pointsMark} />
      )}
      <CheckField
        spot={spot}
        label={ruleForms.itemsOn}
        checked={several}
        on={{ ...rest, items: [{ id: 'a', label: '', per }] }}
        off={{ ...rest, per: '' }}
      />
      {several && (
        <RowsField
          spot={below(spot, 'items')}
          label={ruleForms.items}
          rowName={ruleForms.item}
          add={ruleForms.addItem}
          begun={{ id: freeId(items), label: '', per: '' }}
          columns="minmax(0, 1fr) 8rem"
        >
          {(row) => (
            <>
              <TextField spot={below(row, 'label')} label={ruleForms.itemLabel} long />
              <NumberField
                spot={below(row, 'per')}
                label={ruleForms.perOccurrence}
                unit={ruleForms.pointsMark}
              />
            </>
          )}
        </RowsField>
      )}
      <LeastField spot={spot} />
    </>
  );
}

/** The first letter, then two of them, that no member of the list has as its id. */
export function freeId(list: unknown): string {
  const taken = new Set(
    Array.isArray(list) ? list.map((one: { readonly id?: unknown } | null) => one?.id) : [],
  );
  for (let turn = 0; ; turn += 1) {
    const id = String.fromCharCode(97 + (turn % 26)).repeat(1 + Math.floor(turn / 26));
    if (!taken.has(id)) return id;
  }
}

export function PerCountForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  return (
    <div className={styles.pair}>
      <NumberField spot={below(spot, 'each')} label={ruleForms.eachPoints} unit={ruleForms.pointsMark} />
      <NumberField spot={below(spot, 'min')} label={ruleForms.least} unit={ruleForms.pointsMark} />
      <NumberField spot={below(spot, 'max')} label={ruleForms.most} unit={ruleForms.pointsMark} />
    </div>
  );
}

export function PercentOffForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  return (
    <>
      <NumberField spot={below(spot, 'per')} label={ruleForms.perPercent} unit={ruleForms.percentMark} />
      <LeastField spot={spot} />
    </>
  );
}

export function ViolationsForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  return (
    <>
      <NumberField spot={below(spot, 'zero_from')} label={ruleForms.zeroFrom} whole />
      <div className={styles.pair}>
        <NumberField
          spot={below(spot, 'deduct_per')}
          label={ruleForms.deductPer}
          hint={ruleForms.leastDefault}
          unit={ruleForms.pointsMark}
          optional
        />
        <NumberField
          spot={below(spot, 'deduct_from')}
          label={ruleForms.deductFrom}
          hint={ruleForms.deductFromHint}
          whole
          optional
        />
      </div>
      <LeastField spot={spot} />
    </>
  );
}
