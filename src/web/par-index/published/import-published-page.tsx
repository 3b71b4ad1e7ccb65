import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { TableFinding } from '../../../domain/par-index/published/table-record.ts';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { FaultsTable } from '../faults-table.tsx';
import { ColumnRoles } from '../sheets/column-roles.tsx';
import {
  fetchPublishedFaults,
  NO_TABLE_BASICS,
  type PublishedSheet,
  type PublishedSheetOutcome,
  readPublishedSheet,
  saidBasics,
} from '../sheets/published-sheet.ts';
import { RefusedFile } from '../sheets/refused-file.tsx';
import { SheetFaults } from '../sheets/sheet-faults.tsx';
import { SourceField } from '../sheets/source-field.tsx';
import { TableBasicsFields } from '../sheets/table-basics.tsx';
import { FindingsTable } from './findings-table.tsx';
import styles from './published.module.css';

type Tried = {
  readonly reading?: PublishedSheetOutcome;
  readonly findings?: readonly TableFinding[];
};
type Asked = { readonly document: string; readonly sheet?: PublishedSheet; readonly dryRun: boolean };

/** A workbook is read first; what is clean is checked, and kept unless it is only tried. */
async function importTable({ document, sheet, dryRun }: Asked) {
  const reading = sheet && (await readPublishedSheet(sheet));
  const written = reading === undefined ? document : reading.document;
  if (written === null || written === undefined) return { ...(reading && { reading }), table: null };
  const outcome = await client.publishedTables.import({ document: written, dryRun });
  return { ...(reading && { reading }), ...outcome };
}

/** A table from a workbook or from JSON: checked first, then kept as it was printed. */
export function ImportPublishedPage() {
  const { text, language } = useLanguage();
  const { parIndex, indexSheets } = text;
  const [document, setDocument] = useState('');
  const [sheet, setSheet] = useState<PublishedSheet>();
  const [tried, setTried] = useState<Tried>({});
  const navigate = useNavigate();
  const queries = useQueryClient();
  const command = useCommand(importTable, async (outcome) => {
    setTried(outcome);
    const { reading } = outcome;
    setSheet((known) =>
      known === undefined || reading === undefined || known.basics !== NO_TABLE_BASICS
        ? known
        : { ...known, basics: saidBasics(reading.said, known.file.name) },
    );
    if (outcome.table === null) return;
    await queries.invalidateQueries({ queryKey: api.publishedTables.key() });
    await navigate({ to: '/published-tables/$tableId', params: { tableId: outcome.table.tableId } });
  });
  const begin = (next: Pick<Asked, 'document' | 'sheet'>) => {
    setDocument(next.document);
    setSheet(next.sheet);
    setTried({});
    command.reset();
    if (next.sheet !== undefined) command.run({ document: '', sheet: next.sheet, dryRun: true });
  };
  const takeWorkbook = (file: File) => {
    begin({ document: '', sheet: { file, basics: NO_TABLE_BASICS, roles: {}, language } });
  };
  const run = (dryRun: boolean) => command.run({ document, ...(sheet && { sheet }), dryRun });
  const ready = sheet === undefined ? document.trim() !== '' : sheet.basics.title.trim() !== '';
  return (
    <Page title={parIndex.importPublished} lead={indexSheets.publishedLead}>
      <div className={styles.importing}>
        <SourceField
          text={document}
          onText={(written) => begin({ document: written })}
          onWorkbook={takeWorkbook}
          busy={command.busy}
          template="/published-tables/template.xlsx"
        />
        {sheet !== undefined && (
          <TableBasicsFields value={sheet.basics} onChange={(basics) => setSheet({ ...sheet, basics })} />
        )}
        {command.faults.length > 0 && sheet === undefined ? (
          <FaultsTable faults={command.faults} document={document} />
        ) : (
          <RefusedFile failure={command.failure} faults={command.faults} />
        )}
        {sheet !== undefined && tried.reading !== undefined && (
          <Read
            sheet={sheet}
            reading={tried.reading}
            onChange={(changed) => {
              setSheet(changed);
              command.run({ document: '', sheet: changed, dryRun: true });
            }}
          />
        )}
        {tried.findings !== undefined && (
          <Section title={parIndex.findings}>
            <FindingsTable findings={tried.findings} />
          </Section>
        )}
        <div className={styles.actions}>
          <Button disabled={!ready} loading={command.busy} onClick={() => run(false)}>
            {parIndex.savePublished}
          </Button>
          <Button variant="default" disabled={!ready || command.busy} onClick={() => run(true)}>
            {parIndex.checkOnly}
          </Button>
        </div>
      </div>
    </Page>
  );
}

type ReadProps = {
  readonly sheet: PublishedSheet;
  readonly reading: PublishedSheetOutcome;
  readonly onChange: (sheet: PublishedSheet) => void;
};

/** What the columns were taken for, and what is wrong under them. */
function Read({ sheet, reading, onChange }: ReadProps) {
  return (
    <>
      <ColumnRoles
        columns={reading.columns}
        onChange={(title, role) => onChange({ ...sheet, roles: { ...sheet.roles, [title]: role } })}
      />
      {reading.faults.length > 0 && (
        <SheetFaults
          faults={reading.faults}
          fileName={sheet.file.name}
          fetchBack={() => fetchPublishedFaults(sheet)}
        />
      )}
    </>
  );
}
