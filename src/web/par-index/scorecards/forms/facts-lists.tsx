import { isObject } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { useText } from '../../../ui/language.tsx';
import styles from '../draft-fields/draft-fields.module.css';
import { RowsField } from '../draft-fields/rows-field.tsx';
import { below, type Spot } from '../draft-fields/spot.ts';
import { NumberField, TextField, WordsField } from '../draft-fields/spot-fields.tsx';
import { BoundKind } from '../rule-forms/value-forms.tsx';

type ListProps = { readonly spot: Spot };

export function FlagsField({ spot }: ListProps) {
  const { scorecardEditor: words } = useText();
  return (
    <RowsField
      spot={spot}
      label={words.flags}
      hint={words.flagsLead}
      rowName={words.flag}
      add={words.addFlag}
      begun={{ id: '', label: '' }}
      optional
      columns="minmax(0, 2fr) minmax(0, 3fr)"
    >
      {(row) => (
        <>
          <TextField spot={below(row, 'id')} label={words.flagId} />
          <TextField spot={below(row, 'label')} label={words.flagLabel} long />
        </>
      )}
    </RowsField>
  );
}

/** Groups of rank, best first; the last is for everybody else and has neither bound nor condition. */
export function BandsField({ spot }: ListProps) {
  const { scorecardEditor: words } = useText();
  const some = Array.isArray(spot.value) && spot.value.length > 0;
  return (
    <RowsField
      spot={spot}
      label={words.bands}
      rowName={words.band}
      add={words.addBand}
      begun={some ? { name: '', from: '', closed: true } : { name: '' }}
      beforeLast
      optional
    >
      {(row, _, last) => <BandFields spot={row} last={last} />}
    </RowsField>
  );
}

function BandFields({ spot, last }: ListProps & { readonly last: boolean }) {
  const { ruleForms, scorecardEditor: words } = useText();
  const bounded = isObject(spot.value) && (spot.value.from !== undefined || spot.value.closed !== undefined);
  return (
    <div className={styles.stack}>
      <div className={styles.band}>
        <TextField spot={below(spot, 'name')} label={words.bandName} />
        {last && !bounded ? (
          <p className={styles.rest}>{ruleForms.rest}</p>
        ) : (
          <>
            <BoundKind spot={below(spot, 'closed')} />
            <NumberField spot={below(spot, 'from')} label={words.bandFrom} unit={ruleForms.percentMark} />
          </>
        )}
      </div>
      {!last && (
        <>
          <WordsField spot={below(spot, 'not_with')} label={words.bandNotWith} />
          <RowsField
            spot={below(spot, 'needs')}
            label={words.bandNeeds}
            rowName={words.need}
            add={words.addNeed}
            begun={{ code: '', percent: '50' }}
            optional
            columns="minmax(0, 1fr) minmax(0, 1fr)"
          >
            {(row) => (
              <>
                <TextField spot={below(row, 'code')} label={words.needCode} />
                <NumberField
                  spot={below(row, 'percent')}
                  label={words.needPercent}
                  unit={ruleForms.percentMark}
                />
              </>
            )}
          </RowsField>
        </>
      )}
    </div>
  );
}
