import { DayField } from '../../../ui/fields/day-field.tsx';
import { useFaultAt } from './faults-here.ts';
import type { Spot } from './spot.ts';

type DayAtSpotProps = {
  readonly spot: Spot;
  readonly label: string;
  /** Left empty it is not written at all. */
  readonly optional?: boolean;
};

/** A day of the document, typed as 22/11/2026 and written as 2026-11-22. */
export function DayAtSpot({ spot, label, optional = false }: DayAtSpotProps) {
  const { error, 'data-at': at } = useFaultAt(spot.path);
  return (
    <div data-at={at}>
      <DayField
        label={label}
        value={typeof spot.value === 'string' ? spot.value : ''}
        onChange={(day) => spot.put(day === '' && optional ? undefined : day)}
        error={error}
      />
    </div>
  );
}
