import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { IndexKind } from '../../../domain/par-index/campaign/scorecard-record.ts';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { useText } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { DocumentField } from '../document-field.tsx';
import { FaultsTable } from '../faults-table.tsx';
import { DocumentVerdict } from './document-verdict.tsx';
import { readDocument } from './read-document.ts';
import styles from './scorecards.module.css';

/** A scorecard from a file: checked while it is typed, stored only when nothing is wrong. */
export function ImportScorecardPage() {
  const { parIndex, shell } = useText();
  const [indexKind, setIndexKind] = useState<string>('cchc');
  const [document, setDocument] = useState('');
  const [settled] = useDebouncedValue(document, 300);
  const read = useMemo(() => (settled.trim() === '' ? undefined : readDocument(settled)), [settled]);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const command = useCommand(client.scorecards.import, async ({ scorecardId }) => {
    await queries.invalidateQueries({ queryKey: api.scorecards.key() });
    await navigate({ to: '/scorecards/$scorecardId', params: { scorecardId } });
  });
  const kind = IndexKind.catch('cchc').parse(indexKind);
  const choices = IndexKind.options.map((value) => ({ value, label: parIndex.indexKinds[value] }));
  return (
    <Page title={parIndex.importScorecard} lead={parIndex.importLead}>
      <div className={styles.importing}>
        <div className={styles.narrow}>
          <ChoiceField
            label={parIndex.indexKind}
            choices={choices}
            value={indexKind}
            onChange={setIndexKind}
            required
          />
        </div>
        <DocumentField value={document} onChange={setDocument} />
        {command.failure !== undefined && command.faults.length === 0 && (
          <ErrorState sentence={shell.refused[command.failure]} />
        )}
        {command.faults.length > 0 && <FaultsTable faults={command.faults} document={document} />}
        {read !== undefined && command.faults.length === 0 && (
          <DocumentVerdict read={read} document={settled} />
        )}
        <div>
          <Button
            loading={command.busy}
            disabled={read?.scorecard === undefined || settled !== document}
            onClick={() => command.run({ indexKind: kind, document })}
          >
            {parIndex.saveDraft}
          </Button>
        </div>
      </div>
    </Page>
  );
}
