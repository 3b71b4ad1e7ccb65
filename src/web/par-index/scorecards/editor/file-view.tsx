import { Button, Textarea } from '@mantine/core';
import { readJson } from '../../../../domain/kernel/json.ts';
import { type Draft, readDraft } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { useText } from '../../../ui/language.tsx';
import { FaultsTable } from '../../faults-table.tsx';
import styles from './editor.module.css';

/** The draft that a typed text stands for; undefined while no tree can be made of it. */
export function readTyped(text: string): Draft | undefined {
  const { value, faults } = readJson(text);
  return faults.length > 0 ? undefined : readDraft(value);
}

type FileViewProps = {
  readonly typed: string;
  readonly onType: (text: string) => void;
  /** Back to the tree, without what was typed. */
  readonly onDrop: () => void;
};

/** The draft as the text of its file; what can be read as a tree goes back into it. */
export function FileView({ typed, onType, onDrop }: FileViewProps) {
  const { scorecardEditor: words, shell } = useText();
  const { value, faults } = readJson(typed);
  const noTree = faults.length === 0 && readDraft(value) === undefined;
  return (
    <div className={styles.file}>
      <Textarea
        label={words.asFile}
        description={words.fileLead}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        rows={22}
        spellCheck={false}
        error={noTree ? words.notTree : undefined}
        classNames={{ input: styles.text ?? '' }}
      />
      {faults.length > 0 && <FaultsTable faults={faults} document={typed} />}
      {(noTree || faults.length > 0) && (
        <div className={styles.actions}>
          <Button variant="default" onClick={onDrop}>
            {shell.cancel}
          </Button>
        </div>
      )}
    </div>
  );
}
