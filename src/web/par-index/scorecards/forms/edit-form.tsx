import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/command.ts';
import { useText } from '../../../ui/language.tsx';
import { ErrorState } from '../../../ui/notice.tsx';
import { DocumentField } from '../../document-field.tsx';
import { FaultsTable } from '../../faults-table.tsx';
import { DocumentVerdict } from '../document-verdict.tsx';
import { readDocument } from '../read-document.ts';
import type { ScorecardFormProps } from '../scorecard-actions.tsx';
import styles from '../scorecards.module.css';

/** The document of a draft, checked while it is typed; a save on a stale draft keeps what was typed. */
export function EditForm({ whole, onDone, onCancel }: ScorecardFormProps) {
  const { parIndex, shell } = useText();
  const [document, setDocument] = useState(whole.document);
  const [settled] = useDebouncedValue(document, 300);
  const read = useMemo(() => readDocument(settled), [settled]);
  const [revision] = useState(whole.revision);
  const command = useCommand(client.scorecards.save, () => onDone(parIndex.saved));
  const { failure, faults } = command;
  return (
    <div className={styles.importing}>
      <p className={styles.sentence}>{parIndex.editLead}</p>
      <DocumentField value={document} onChange={setDocument} rows={20} />
      {failure !== undefined && faults.length === 0 && (
        <ErrorState sentence={failure === 'conflict' ? parIndex.stale : shell.refused[failure]} />
      )}
      {failure === 'conflict' && faults.length > 0 && <ErrorState sentence={parIndex.stale} />}
      {failure !== 'conflict' && faults.length > 0 && <FaultsTable faults={faults} document={document} />}
      {faults.length === 0 && <DocumentVerdict read={read} document={settled} />}
      <div className={styles.actions}>
        <Button
          loading={command.busy}
          disabled={read.scorecard === undefined || settled !== document || document === whole.document}
          onClick={() => command.run({ scorecardId: whole.scorecardId, document, revision })}
        >
          {parIndex.saveDraft}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {shell.cancel}
        </Button>
      </div>
    </div>
  );
}
