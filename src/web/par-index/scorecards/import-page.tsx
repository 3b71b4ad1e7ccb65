import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { IndexKind } from '../../../domain/par-index/campaign/scorecard-record.ts';
import { api, client } from '../../api/client.ts';
import { type Command, useCommand } from '../../api/command.ts';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { FaultsTable } from '../faults-table.tsx';
import { RefusedFile } from '../sheets/refused-file.tsx';
import {
  NO_BASICS,
  readScorecardSheet,
  type ScorecardSheet,
  type ScorecardSheetOutcome,
} from '../sheets/scorecard-sheet.ts';
import { SourceField } from '../sheets/source-field.tsx';
import { WorkbookReading } from '../sheets/workbook-reading.tsx';
import { CriteriaTree } from './criteria-tree.tsx';
import { DocumentVerdict } from './document-verdict.tsx';
import { readDocument } from './read-document.ts';
import styles from './scorecards.module.css';

type Reading = { readonly sheet: ScorecardSheet; readonly outcome: ScorecardSheetOutcome };

/** A scorecard from a workbook or from JSON: its tree and every rule are shown first, and it is stored only when clean. */
export function ImportScorecardPage() {
  const { text, language } = useLanguage();
  const { parIndex, indexSheets } = text;
  const [indexKind, setIndexKind] = useState<string>('cchc');
  const [document, setDocument] = useState('');
  const [reading, setReading] = useState<Reading>();
  const store = useStore();
  const read = useCommand(
    async (sheet: ScorecardSheet) => ({ sheet, outcome: await readScorecardSheet(sheet) }),
    (answer) => {
      setReading(answer);
      setDocument(answer.outcome.document ?? '');
    },
  );
  const begin = (sheet: ScorecardSheet | undefined, written: string) => {
    setReading(undefined);
    setDocument(written);
    store.reset();
    read.reset();
    if (sheet !== undefined) read.run(sheet);
  };
  const choices = IndexKind.options.map((value) => ({ value, label: parIndex.indexKinds[value] }));
  return (
    <Page title={parIndex.importScorecard} lead={indexSheets.importLead}>
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
        <SourceField
          text={document}
          onText={(written) => begin(undefined, written)}
          onWorkbook={(file) => begin({ file, basics: NO_BASICS, language }, '')}
          busy={read.busy}
          template="/scorecards/template.xlsx"
        />
        <RefusedFile failure={read.failure} faults={read.faults} />
        {reading !== undefined && (
          <WorkbookReading
            {...reading}
            busy={read.busy}
            onAgain={(basics) => read.run({ ...reading.sheet, basics })}
          />
        )}
      </div>
      <Preview document={document} indexKind={IndexKind.catch('cchc').parse(indexKind)} store={store} />
    </Page>
  );
}

type Store = Command<{ indexKind: IndexKind; document: string }>;

function useStore(): Store {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useCommand(client.scorecards.import, async ({ scorecardId }) => {
    await queries.invalidateQueries({ queryKey: api.scorecards.key() });
    await navigate({ to: '/scorecards/$scorecardId', params: { scorecardId } });
  });
}

type PreviewProps = { readonly document: string; readonly indexKind: IndexKind; readonly store: Store };

/** What is about to be stored, as it will be read: or everything that is wrong with it. */
function Preview({ document, indexKind, store }: PreviewProps) {
  const { parIndex, indexSheets } = useLanguage().text;
  const [settled] = useDebouncedValue(document, 300);
  const read = useMemo(() => (settled.trim() === '' ? undefined : readDocument(settled)), [settled]);
  if (read === undefined || document === '') return null;
  return (
    <>
      <div className={styles.importing}>
        {store.faults.length === 0 && <RefusedFile failure={store.failure} faults={[]} />}
        {store.faults.length > 0 ? (
          <FaultsTable faults={store.faults} document={document} />
        ) : (
          <DocumentVerdict read={read} document={settled} />
        )}
        <div>
          <Button
            loading={store.busy}
            disabled={read.scorecard === undefined || settled !== document}
            onClick={() => store.run({ indexKind, document })}
          >
            {parIndex.saveDraft}
          </Button>
        </div>
      </div>
      {read.scorecard !== undefined && (
        <Section title={indexSheets.preview}>
          <CriteriaTree scorecard={read.scorecard} />
        </Section>
      )}
    </>
  );
}
