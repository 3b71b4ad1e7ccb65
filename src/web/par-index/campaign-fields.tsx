import type { ScorecardLine } from '../../domain/par-index/campaign/scorecard-record.ts';
import { periodName } from '../../text/periods.ts';
import { ChoiceField } from '../ui/fields/choice-field.tsx';
import { useText } from '../ui/language.tsx';
import styles from './campaign-fields.module.css';
import { type Campaign, periodsOf } from './campaigns.ts';

type CampaignFieldsProps = {
  readonly scorecards: readonly ScorecardLine[];
  readonly chosen: Campaign;
  readonly onChoose: (campaign: Campaign) => void;
};

/** Which scorecard and which of its periods. */
export function CampaignFields({ scorecards, chosen, onChoose }: CampaignFieldsProps) {
  const { parIndex } = useText();
  const opened = scorecards.filter(({ campaigns }) => campaigns.length > 0);
  const scorecard = opened.find(({ scorecardId }) => scorecardId === chosen.scorecardId);
  const choose = (id: string) => {
    const next = opened.find(({ scorecardId }) => scorecardId === id);
    const [period] = next === undefined ? [] : periodsOf(next);
    if (next !== undefined && period !== undefined) onChoose({ scorecardId: next.scorecardId, period });
  };
  return (
    <div className={styles.fields}>
      <ChoiceField
        label={parIndex.chooseScorecard}
        choices={opened.map(({ scorecardId, name }) => ({ value: scorecardId, label: name }))}
        value={chosen.scorecardId}
        onChange={choose}
      />
      <ChoiceField
        label={parIndex.choosePeriod}
        choices={(scorecard === undefined ? [] : periodsOf(scorecard)).map((period) => ({
          value: period,
          label: periodName(period, parIndex),
        }))}
        value={chosen.period}
        onChange={(period) => period !== '' && onChoose({ ...chosen, period })}
      />
    </div>
  );
}
