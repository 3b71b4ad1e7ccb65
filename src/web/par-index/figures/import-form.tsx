import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FiguresImported } from '../../../domain/par-index/campaign/figure-record.ts';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { useLanguage } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/notice.tsx';
import { type Meaning, StatusMark } from '../../ui/status-mark.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Campaign } from '../campaigns.ts';
import { DocumentField } from '../document-field.tsx';
import { FaultsTable } from '../faults-table.tsx';
import { sayFaults } from '../words.ts';
import styles from './figures.module.css';

type Fate = FiguresImported['units'][number]['fate'];
const MEANING: Record<Fate, Meaning> = { new: 'safe', changed: 'risk', same: 'plain', refused: 'lost' };

/** Figures from a file: first the fate of every unit, then all of them or none. */
export function ImportForm(props: { readonly campaign: Campaign; readonly onDone: () => void }) {
  const { campaign, onDone } = props;
  const { text } = useLanguage();
  const { parIndex, shell } = text;
  const [document, setDocument] = useState('');
  const [tried, setTried] = useState<FiguresImported>();
  const queries = useQueryClient();
  const attempt = useCommand(client.figures.import, (outcome) => setTried(outcome));
  const store = useCommand(client.figures.import, async (outcome) => {
    setTried(outcome);
    if (!outcome.done) return;
    await queries.invalidateQueries({ queryKey: api.figures.key() });
    await queries.invalidateQueries({ queryKey: api.results.key() });
    notifications.show({ message: parIndex.importDone(`${outcome.units.length}`) });
    onDone();
  });
  const failure = store.failure ?? attempt.failure;
  const faults = [...store.faults, ...attempt.faults];
  const fine =
    tried !== undefined && tried.faults.length === 0 && tried.units.every(({ fate }) => fate !== 'refused');
  const change = (written: string) => {
    setDocument(written);
    setTried(undefined);
  };
  return (
    <section className={styles.form} aria-label={parIndex.importFigures}>
      <h2>{parIndex.importFigures}</h2>
      <p>{parIndex.importFiguresLead}</p>
      <DocumentField value={document} onChange={change} rows={8} />
      {failure !== undefined && faults.length === 0 && <ErrorState sentence={shell.refused[failure]} />}
      {faults.length > 0 && <FaultsTable faults={faults} document={document} />}
      {tried !== undefined && tried.faults.length > 0 && (
        <FaultsTable faults={tried.faults} document={document} />
      )}
      {fine && <StatusMark meaning="safe" word={parIndex.importFine(`${tried.units.length}`)} />}
      {tried !== undefined && <FatesTable units={tried.units} />}
      <div className={styles.actions}>
        <Button
          disabled={!fine}
          loading={store.busy}
          onClick={() => store.run({ ...campaign, document, dryRun: false })}
        >
          {parIndex.doImport}
        </Button>
        <Button
          variant="default"
          disabled={document.trim() === ''}
          loading={attempt.busy}
          onClick={() => attempt.run({ ...campaign, document, dryRun: true })}
        >
          {parIndex.tryImport}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {shell.cancel}
        </Button>
      </div>
    </section>
  );
}

function FatesTable({ units }: { readonly units: FiguresImported['units'] }) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  return (
    <DataTable
      label={parIndex.importFigures}
      rows={[...units].sort((a, b) => Number(b.fate === 'refused') - Number(a.fate === 'refused'))}
      rowKey={({ code }) => code}
      columns={[
        { key: 'unit', title: parIndex.unit, sort: ({ name }) => name, cell: ({ name }) => name },
        {
          key: 'fate',
          title: parIndex.fate,
          sort: ({ fate }) => fate,
          cell: ({ fate }) => <StatusMark meaning={MEANING[fate]} word={parIndex.fates[fate]} />,
        },
        { key: 'added', title: parIndex.cellsAdded, numeric: true, cell: ({ cells }) => cells.added },
        { key: 'changed', title: parIndex.cellsChanged, numeric: true, cell: ({ cells }) => cells.changed },
        { key: 'same', title: parIndex.cellsSame, numeric: true, cell: ({ cells }) => cells.same },
        {
          key: 'faults',
          title: parIndex.faultSays,
          cell: ({ faults }) =>
            sayFaults(faults, language).map(({ key, place, says }) => <p key={key}>{`${place}: ${says}`}</p>),
        },
      ]}
      empty={null}
    />
  );
}
