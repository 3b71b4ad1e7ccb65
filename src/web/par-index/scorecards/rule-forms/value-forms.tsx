import { NativeSelect } from '@mantine/core';
import { isObject } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { useText } from '../../../ui/language.tsx';
import styles from '../draft-fields/draft-fields.module.css';
import { atOf } from '../draft-fields/faults-here.ts';
import { RowsField } from '../draft-fields/rows-field.tsx';
import { below, type Spot } from '../draft-fields/spot.ts';
import { CheckField, FewField, NumberField } from '../draft-fields/spot-fields.tsx';
import { SourceField, unitOf } from './source-field.tsx';

type FormProps = { readonly spot: Spot };

export function TiersForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  return (
    <>
      <SourceField rule={spot} />
      <RowsField
        spot={below(spot, 'tiers')}
        label={ruleForms.tiers}
        hint={ruleForms.tierPointsHint}
        rowName={ruleForms.tier}
        add={ruleForms.addTier}
        begun={{ from: '', closed: true, points: '' }}
        beforeLast
        columns="5.5rem minmax(0, 1fr) minmax(0, 1fr)"
      >
        {(row, _, last) => (
          <>
            {last && !hasBound(row) ? (
              <p className={styles.rest}>{ruleForms.rest}</p>
            ) : (
              <>
                <BoundKind spot={below(row, 'closed')} />
                <NumberField
                  spot={below(row, 'from')}
                  label={ruleForms.bound}
                  {...unitOf(spot)}
                  optional={last}
                />
              </>
            )}
            <NumberField spot={below(row, 'points')} label={ruleForms.points} unit={ruleForms.pointsMark} />
          </>
        )}
      </RowsField>
    </>
  );
}

function hasBound({ value }: Spot): boolean {
  return isObject(value) && (value.from !== undefined || value.closed !== undefined);
}

/** Whether the bound itself belongs to the tier: “từ” or “trên”. */
export function BoundKind({ spot }: FormProps) {
  const { ruleForms } = useText();
  return (
    <NativeSelect
      size="sm"
      label={ruleForms.boundKind}
      data-at={atOf(spot.path)}
      classNames={{ label: styles.unseen ?? '' }}
      value={spot.value === false ? 'above' : 'from'}
      data={(['from', 'above'] as const).map((value) => ({ value, label: ruleForms.bounds[value] }))}
      onChange={(event) => spot.put(event.currentTarget.value === 'from')}
    />
  );
}

export function ProportionalForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  const floor = below(spot, 'floor');
  const closed = below(floor, 'closed');
  return (
    <>
      <SourceField rule={spot} />
      <NumberField
        spot={below(spot, 'target')}
        label={ruleForms.target}
        hint={ruleForms.targetDefault}
        {...unitOf(spot)}
        optional
      />
      <CheckField
        spot={floor}
        label={ruleForms.floor}
        checked={floor.value !== undefined}
        on={{ value: '', closed: true }}
        off={undefined}
      />
      {floor.value !== undefined && (
        <div className={styles.pair}>
          <NumberField spot={below(floor, 'value')} label={ruleForms.floorValue} {...unitOf(spot)} />
          <NativeSelect
            size="sm"
            label={ruleForms.floorClosed}
            data-at={atOf(closed.path)}
            value={closed.value === false ? 'open' : 'closed'}
            data={(['closed', 'open'] as const).map((value) => ({
              value,
              label: ruleForms.floorWays[value],
            }))}
            onChange={(event) => closed.put(event.currentTarget.value === 'closed')}
          />
        </div>
      )}
    </>
  );
}

export function ShortfallForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  return (
    <>
      <SourceField rule={spot} />
      <div className={styles.pair}>
        <NumberField spot={below(spot, 'target')} label={ruleForms.target} {...unitOf(spot)} />
        <NumberField spot={below(spot, 'each')} label={ruleForms.each} {...unitOf(spot)} />
        <NumberField spot={below(spot, 'per')} label={ruleForms.per} unit={ruleForms.pointsMark} />
      </div>
      <FewField spot={below(spot, 'partial')} label={ruleForms.partial} choices={ruleForms.partials} />
      <LeastField spot={spot} />
    </>
  );
}

export function LeastField({ spot }: FormProps) {
  const { ruleForms } = useText();
  return (
    <NumberField
      spot={below(spot, 'min')}
      label={ruleForms.least}
      hint={ruleForms.leastDefault}
      unit={ruleForms.pointsMark}
      optional
    />
  );
}

export function BaseStepForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  return (
    <>
      <SourceField rule={spot} />
      <div className={styles.pair}>
        <NumberField spot={below(spot, 'from')} label={ruleForms.baseFrom} {...unitOf(spot)} />
        <NumberField spot={below(spot, 'points')} label={ruleForms.basePoints} unit={ruleForms.pointsMark} />
        <NumberField spot={below(spot, 'each')} label={ruleForms.baseEach} {...unitOf(spot)} />
        <NumberField spot={below(spot, 'add')} label={ruleForms.baseAdd} unit={ruleForms.pointsMark} />
        <NumberField spot={below(spot, 'cap')} label={ruleForms.cap} unit={ruleForms.pointsMark} />
      </div>
    </>
  );
}

export function RelativeForm({ spot }: FormProps) {
  const { ruleForms } = useText();
  return (
    <>
      <SourceField rule={spot} />
      <FewField spot={below(spot, 'to')} label={ruleForms.relativeTo} choices={ruleForms.relatives} />
    </>
  );
}
