import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { TableFinding } from '../../../domain/par-index/published/table-record.ts';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { useText } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { DocumentField } from '../document-field.tsx';
import { FaultsTable } from '../faults-table.tsx';
import { FindingsTable } from './findings-table.tsx';
import styles from './published.module.css';

/** A table from a file: checked first, then kept as it was printed. */
export function ImportPublishedPage() {
  const { parIndex, shell } = useText();
  const [document, setDocument] = useState('');
  const [findings, setFindings] = useState<readonly TableFinding[]>();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const command = useCommand(client.publishedTables.import, async (outcome) => {
    setFindings(outcome.findings);
    if (outcome.table === null) return;
    await queries.invalidateQueries({ queryKey: api.publishedTables.key() });
    await navigate({ to: '/published-tables/$tableId', params: { tableId: outcome.table.tableId } });
  });
  const change = (text: string) => {
    setDocument(text);
    setFindings(undefined);
    command.reset();
  };
  return (
    <Page title={parIndex.importPublished} lead={parIndex.importPublishedLead}>
      <div className={styles.importing}>
        <DocumentField value={document} onChange={change} />
        {command.failure !== undefined && command.faults.length === 0 && (
          <ErrorState sentence={shell.refused[command.failure]} />
        )}
        {command.faults.length > 0 && <FaultsTable faults={command.faults} document={document} />}
        {findings !== undefined && (
          <Section title={parIndex.findings}>
            <FindingsTable findings={findings} />
          </Section>
        )}
        <div className={styles.actions}>
          <Button
            disabled={document.trim() === ''}
            loading={command.busy}
            onClick={() => command.run({ document, dryRun: false })}
          >
            {parIndex.savePublished}
          </Button>
          <Button
            variant="default"
            disabled={document.trim() === '' || command.busy}
            onClick={() => command.run({ document, dryRun: true })}
          >
            {parIndex.checkOnly}
          </Button>
        </div>
      </div>
    </Page>
  );
}
