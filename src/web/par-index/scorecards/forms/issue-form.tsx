import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/command.ts';
import { ServerForm } from '../../../api/server-form.tsx';
import { useDraft } from '../../../ui/fields/draft.ts';
import { useText } from '../../../ui/language.tsx';
import { NO_PAPER, type PaperDraft, PaperFields, paperOf } from '../../decision-fields.tsx';
import { readDocument } from '../read-document.ts';
import type { ScorecardFormProps } from '../scorecard-actions.tsx';

export function IssueForm({ whole, onDone, onCancel }: ScorecardFormProps) {
  const { parIndex } = useText();
  const { values, set } = useDraft({ paper: paperIn(whole.document) });
  const command = useCommand(client.scorecards.issue, () => onDone(parIndex.issuedDone));
  return (
    <ServerForm
      label={parIndex.issue}
      lead={parIndex.issueLead}
      submit={parIndex.issue}
      command={command}
      input={{ scorecardId: whole.scorecardId, revision: whole.revision, decision: paperOf(values.paper) }}
      onCancel={onCancel}
    >
      {(at) => <PaperFields value={values.paper} onChange={(paper) => set('paper', paper)} at={at} />}
    </ServerForm>
  );
}

/** What the draft says of its decision, filled in to be looked over. */
function paperIn(document: string): PaperDraft {
  const { number = '', date = '', issuer = '' } = readDocument(document).scorecard?.decision ?? NO_PAPER;
  return { number, date, issuer };
}
