import { TextInput } from '@mantine/core';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/command.ts';
import { ServerForm } from '../../../api/server-form.tsx';
import { useDraft } from '../../../ui/fields/draft.ts';
import { useText } from '../../../ui/language.tsx';
import type { ScorecardFormProps } from '../scorecard-actions.tsx';

export function OpenPeriodForm({ whole, onDone, onCancel }: ScorecardFormProps) {
  const { parIndex } = useText();
  const { values, set } = useDraft({ period: `${whole.year}` });
  const command = useCommand(client.figures.open, () => onDone(parIndex.saved));
  return (
    <ServerForm
      label={parIndex.openPeriod}
      lead={parIndex.openPeriodLead}
      submit={parIndex.openPeriod}
      command={command}
      input={{ scorecardId: whole.scorecardId, period: values.period }}
      onCancel={onCancel}
    >
      {(at) => (
        <TextInput
          label={parIndex.period}
          description={parIndex.periodHint}
          value={values.period}
          onChange={(event) => set('period', event.currentTarget.value.trim())}
          error={at('period')}
          required
        />
      )}
    </ServerForm>
  );
}
