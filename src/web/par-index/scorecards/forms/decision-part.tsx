import { isObject } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { useText } from '../../../ui/language.tsx';
import { DayAtSpot } from '../draft-fields/day-at-spot.tsx';
import styles from '../draft-fields/draft-fields.module.css';
import { useFaultAt } from '../draft-fields/faults-here.ts';
import { below, type Spot } from '../draft-fields/spot.ts';
import { TextField } from '../draft-fields/spot-fields.tsx';

/** The paper by which the scorecard is, or is to be, issued; without a word in it, it is not written. */
export function DecisionPart({ spot }: { readonly spot: Spot }) {
  const { parIndex, draftForms } = useText();
  const { error, 'data-at': at } = useFaultAt(spot.path);
  const paper: Spot = {
    ...spot,
    put: (value, touched) =>
      spot.put(isObject(value) && Object.keys(value).length === 0 ? undefined : value, touched),
  };
  return (
    <fieldset className={styles.part} data-at={at} tabIndex={-1}>
      <legend>{parIndex.decision}</legend>
      <div className={styles.stack}>
        <p className={styles.hint}>{draftForms.decisionLead}</p>
        {error !== undefined && <p className={styles.wrong}>{error}</p>}
        <div className={styles.pair}>
          <TextField
            spot={below(paper, 'number')}
            label={parIndex.decisionNumber}
            placeholder="1234/QĐ-UBND"
            optional
          />
          <DayAtSpot spot={below(paper, 'date')} label={parIndex.decisionDay} optional />
        </div>
        <TextField spot={below(paper, 'issuer')} label={parIndex.decisionIssuer} optional />
      </div>
    </fieldset>
  );
}
