import type { ReactNode } from 'react';
import { HEAD, isObject } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { changeFields } from '../../../../domain/par-index/scorecard/draft/outline.ts';
import { useText } from '../../../ui/language.tsx';
import styles from '../draft-fields/draft-fields.module.css';
import { atOf } from '../draft-fields/faults-here.ts';
import { below, type Spot } from '../draft-fields/spot.ts';
import {
  CheckField,
  FewField,
  KindsField,
  NumberField,
  TextField,
  WordsField,
} from '../draft-fields/spot-fields.tsx';
import type { DraftForm } from '../editor/use-draft-editor.ts';
import { RoundingFields } from '../rule-forms/source-field.tsx';
import { SumLine } from './criterion-form.tsx';
import { DecisionPart } from './decision-part.tsx';
import { BandsField, FlagsField } from './facts-lists.tsx';

type FactsFormProps = { readonly editing: DraftForm; readonly indexKind?: ReactNode };

/** What belongs to the scorecard as a whole. */
export function FactsForm({ editing, indexKind }: FactsFormProps) {
  const { ruleForms, scorecardEditor: words } = useText();
  const { draft, change } = editing;
  const spot: Spot = {
    value: draft.head,
    path: [],
    put: (value, touched = []) => {
      if (isObject(value))
        change(
          changeFields(draft, HEAD, () => value),
          `${HEAD}.${atOf(touched)}`,
        );
    },
  };
  return (
    <div className={styles.stack}>
      {indexKind}
      <TextField spot={below(spot, 'name')} label={words.name} long />
      <div className={styles.pair}>
        <TextField spot={below(spot, 'code')} label={words.code} />
        <NumberField spot={below(spot, 'year')} label={words.year} whole />
        <NumberField spot={below(spot, 'total')} label={words.total} unit={ruleForms.pointsMark} />
      </div>
      <SumLine editing={editing} id={HEAD} />
      <DecisionPart spot={below(spot, 'decision')} />
      <KindsField spot={below(spot, 'block')} label={words.block} hint={words.blockHint} />
      <Part name={words.rounding}>
        <RoundingFields spot={below(below(spot, 'rounding'), 'leaf')} of={words.roundingLeaf} />
        <RoundingFields spot={below(below(spot, 'rounding'), 'index')} of={words.roundingIndex} />
      </Part>
      <RankingFields spot={below(spot, 'ranking')} />
      <div className={styles.listed}>
        <BandsField spot={below(spot, 'bands')} />
      </div>
      <div className={styles.listed}>
        <FlagsField spot={below(spot, 'flags')} />
      </div>
      <BonusFields spot={below(spot, 'bonus')} />
    </div>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.part}>
      <legend>{name}</legend>
      <div className={styles.stack}>{children}</div>
    </fieldset>
  );
}

function RankingFields({ spot }: { readonly spot: Spot }) {
  const { scorecardEditor: words } = useText();
  return (
    <Part name={words.ranking}>
      <div className={styles.pair}>
        <FewField
          spot={below(spot, 'by')}
          label={words.rankBy}
          choices={words.rankBys}
          absent={words.rankByPrinted}
          means="printed"
        />
        <FewField
          spot={below(spot, 'method')}
          label={words.method}
          choices={words.methods}
          absent={words.methodDense}
          means="dense"
        />
      </div>
      <WordsField spot={below(spot, 'then')} label={words.then} />
    </Part>
  );
}

function BonusFields({ spot }: { readonly spot: Spot }) {
  const { ruleForms, scorecardEditor: words } = useText();
  const exceed = below(spot, 'may_exceed_total');
  const bound = (key: string, label: string) => (
    <NumberField spot={below(spot, key)} label={label} unit={ruleForms.pointsMark} optional />
  );
  return (
    <Part name={words.bonusPoints}>
      <CheckField
        spot={spot}
        label={words.bonus}
        checked={spot.value !== undefined}
        on={{ may_exceed_total: false }}
        off={undefined}
      />
      {spot.value !== undefined && (
        <>
          <p className={styles.hint}>{words.noBound}</p>
          <div className={styles.pair}>
            {bound('min', words.bonusMin)}
            {bound('max', words.bonusMax)}
            {bound('reward_max', words.rewardMax)}
            {bound('penalty_min', words.penaltyMin)}
          </div>
          <CheckField
            spot={exceed}
            label={words.mayExceed}
            checked={exceed.value !== false}
            on={true}
            off={false}
          />
        </>
      )}
    </Part>
  );
}
