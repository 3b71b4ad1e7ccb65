import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { readJson } from '../../../../domain/kernel/json.ts';
import { HEAD, readDraft } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { useText } from '../../../ui/language.tsx';
import { FaultsTable } from '../../faults-table.tsx';
import styles from './editor.module.css';
import { judge } from './judge.ts';
import type { DraftEditing } from './use-draft-editor.ts';

type FileViewProps = { readonly editing: DraftEditing; readonly onDone: () => void };

/** The draft as the text of its file; what can be read as a tree can be taken back into it. */
export function FileView({ editing, onDone }: FileViewProps) {
  const { scorecardEditor: words } = useText();
  const [typed, setTyped] = useState(() => judge(editing.draft).text);
  const { value, faults } = readJson(typed);
  const draft = faults.length > 0 ? undefined : readDraft(value);
  const use = () => {
    if (draft === undefined) return;
    if (judge(draft).text !== judge(editing.draft).text) editing.go({ draft, current: HEAD });
    onDone();
  };
  return (
    <div className={styles.file}>
      <Textarea
        label={words.asFile}
        description={words.fileLead}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        rows={22}
        spellCheck={false}
        error={faults.length === 0 && draft === undefined ? words.notTree : undefined}
        classNames={{ input: styles.text ?? '' }}
      />
      {faults.length > 0 && <FaultsTable faults={faults} document={typed} />}
      <div className={styles.actions}>
        <Button disabled={draft === undefined} onClick={use}>
          {words.useFile}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {words.asTree}
        </Button>
      </div>
    </div>
  );
}
