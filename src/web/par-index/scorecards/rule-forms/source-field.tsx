import { NativeSelect } from '@mantine/core';
import { useText } from '../../../ui/language.tsx';
import styles from '../draft-fields/draft-fields.module.css';
import { useFaultAt } from '../draft-fields/faults-here.ts';
import { below, type Spot } from '../draft-fields/spot.ts';
import { CheckField, FewField, NumberField, TextField } from '../draft-fields/spot-fields.tsx';

type Way = 'ratio' | 'number' | 'measure';

function wayOf({ value }: Spot): Way {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'ratio';
  if (value.measure !== undefined) return 'measure';
  return value.declared === 'number' ? 'number' : 'ratio';
}

/** Whether figures of the rule are percentages; only a reported number has no unit. */
export function unitOf(rule: Spot): { readonly unit?: string } {
  return wayOf(below(rule, 'input')) === 'number' ? {} : { unit: '%' };
}

/** Where the figure of a rule comes from, and whether it is rounded before it is judged. */
export function SourceField({ rule }: { readonly rule: Spot }) {
  const { ruleForms } = useText();
  const source = below(rule, 'input');
  const rounding = below(rule, 'round_input');
  const at = useFaultAt(source.path);
  const way = wayOf(source);
  return (
    <>
      <NativeSelect
        {...at}
        size="sm"
        label={ruleForms.source}
        value={way}
        data={(['ratio', 'number', 'measure'] as const).map((value) => ({
          value,
          label: ruleForms.sources[value],
        }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          source.put(value === 'measure' ? { measure: '' } : { declared: value });
        }}
      />
      {way === 'measure' && (
        <TextField
          spot={below(source, 'measure')}
          label={ruleForms.measure}
          hint={ruleForms.measureHint}
          fixed
        />
      )}
      <CheckField
        spot={rounding}
        label={ruleForms.roundInput}
        checked={rounding.value !== undefined}
        on={{ decimals: 2, mode: 'half_up' }}
        off={undefined}
      />
      {rounding.value !== undefined && <RoundingFields spot={rounding} />}
    </>
  );
}

export function RoundingFields({ spot }: { readonly spot: Spot }) {
  const { ruleForms } = useText();
  return (
    <div className={styles.pair}>
      <NumberField spot={below(spot, 'decimals')} label={ruleForms.decimals} whole />
      <FewField spot={below(spot, 'mode')} label={ruleForms.roundingMode} choices={ruleForms.roundingModes} />
    </div>
  );
}
