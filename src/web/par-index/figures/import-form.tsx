import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { FileDrop } from '../../ui/fields/file-drop.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/notice.tsx';
import type { Campaign } from '../campaigns.ts';
import { FaultsTable } from '../faults-table.tsx';
import styles from './figures.module.css';
import { type FigureFile, type FigureOutcome, isFine, sendFigures } from './files/figure-file.ts';
import { Outcome } from './files/outcome.tsx';

/** Figures from a workbook or a JSON document: first the fate of every unit, then all of them or none. */
export function ImportForm(props: { readonly campaign: Campaign; readonly onDone: () => void }) {
  const { campaign, onDone } = props;
  const { text, language } = useLanguage();
  const { parIndex, figureSheets, shell } = text;
  const [file, setFile] = useState<FigureFile>();
  const [tried, setTried] = useState<FigureOutcome>();
  const queries = useQueryClient();
  const command = useCommand(sendFigures, async (outcome) => {
    setTried(outcome);
    if (!outcome.done) return;
    await queries.invalidateQueries({ queryKey: api.figures.key() });
    await queries.invalidateQueries({ queryKey: api.results.key() });
    notifications.show({ message: parIndex.importDone(`${outcome.units.length}`) });
    onDone();
  });
  const { failure, faults } = command;
  const ready = tried !== undefined && isFine(tried);
  const take = (chosen: FigureFile | undefined) => {
    setFile(chosen);
    setTried(undefined);
    command.reset();
  };
  const send = (dryRun: boolean) => file && command.run({ campaign, file, dryRun, language });
  return (
    <section className={styles.form} aria-label={figureSheets.import}>
      <h2>{figureSheets.import}</h2>
      <p>{figureSheets.lead}</p>
      <ChosenFile file={file} onFile={take} />
      {failure !== undefined && faults.length === 0 && <ErrorState sentence={shell.refused[failure]} />}
      {faults.length > 0 && (
        <FaultsTable faults={faults} {...(file?.kind === 'document' && { document: file.document })} />
      )}
      {tried !== undefined && file !== undefined && (
        <Outcome campaign={campaign} file={file} outcome={tried} />
      )}
      <div className={styles.actions}>
        <Button disabled={!ready} loading={command.busy && ready} onClick={() => send(false)}>
          {parIndex.doImport}
        </Button>
        <Button
          variant="default"
          disabled={file === undefined}
          loading={command.busy && !ready}
          onClick={() => send(true)}
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

type ChosenFileProps = {
  readonly file: FigureFile | undefined;
  readonly onFile: (file: FigureFile | undefined) => void;
};

/** One area for both kinds of file; the text of a JSON document may be pasted as well. */
function ChosenFile({ file, onFile }: ChosenFileProps) {
  const { parIndex, figureSheets } = useLanguage().text;
  const [refused, setRefused] = useState<string>();
  const take = async (chosen: File) => {
    setRefused(undefined);
    const { name } = chosen;
    if (/\.xlsx$/i.test(name)) return onFile({ kind: 'workbook', file: chosen });
    if (/\.json$/i.test(name)) return onFile({ kind: 'document', name, document: await chosen.text() });
    onFile(undefined);
    setRefused(figureSheets.notTaken);
  };
  const name = file?.kind === 'workbook' ? file.file.name : (file?.name ?? '');
  return (
    <>
      <FileDrop
        label={figureSheets.dropTitle}
        hint={name === '' ? figureSheets.dropHint : figureSheets.chosen(name)}
        accept={['.xlsx', '.json']}
        refused={refused}
        onFile={take}
      />
      <details>
        <summary>{figureSheets.pasteInstead}</summary>
        <Textarea
          label={parIndex.fileText}
          value={file?.kind === 'document' ? file.document : ''}
          onChange={({ currentTarget: { value } }) =>
            onFile(value.trim() === '' ? undefined : { kind: 'document', name: '', document: value })
          }
          rows={8}
          spellCheck={false}
        />
      </details>
    </>
  );
}
