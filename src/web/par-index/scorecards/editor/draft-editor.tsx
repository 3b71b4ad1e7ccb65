import { Button } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { printNumber } from '../../../../text/numbers.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { Page } from '../../../ui/page.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { DraftOutline } from './draft-outline.tsx';
import styles from './editor.module.css';
import { FaultList } from './fault-list.tsx';
import { FileView } from './file-view.tsx';
import { Inspector } from './inspector.tsx';
import type { PlacedFault } from './judge.ts';
import type { DraftEditing } from './use-draft-editor.ts';

type DraftEditorProps = {
  readonly title: string;
  readonly lead?: string;
  readonly editing: DraftEditing;
  readonly back: ReactNode;
  /** A new scorecard is saved even as it was begun, once it is clean. */
  readonly busy: boolean;
  readonly onSave: (document: string) => void;
  /** What stands above the tree: a refusal, a conflict, what was brought back. */
  readonly notice?: ReactNode;
  /** While it is settled what becomes of two versions, nothing is saved. */
  readonly held?: boolean;
  readonly indexKind?: ReactNode;
};

/** An outliner beside an inspector: the tree is written on the left, what is in work on the right. */
export function DraftEditor(props: DraftEditorProps) {
  const { editing, held = false } = props;
  const { text } = useLanguage();
  const { scorecardEditor: words } = text;
  const { verdict, changed, settled } = editing;
  const [asFile, setAsFile] = useState(false);
  const [listing, setListing] = useState(false);
  const [target, setTarget] = useState<PlacedFault>();
  const reached = useCallback(() => setTarget(undefined), []);
  const clean = verdict.faults.length === 0;
  const go = (fault: PlacedFault) => {
    editing.select(fault.id);
    setTarget(fault);
  };
  useUndoKeys(editing, !asFile);
  return (
    <Page
      title={props.title}
      lead={props.lead}
      actions={
        <>
          {props.back}
          <Button variant="default" onClick={() => setAsFile(!asFile)}>
            {asFile ? words.asTree : words.asFile}
          </Button>
          <Button
            loading={props.busy}
            disabled={!clean || !changed || !settled || held || asFile}
            onClick={() => props.onSave(verdict.text)}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className={styles.editor}>
        {props.notice}
        <State editing={editing} listing={listing} onList={setListing} />
        {listing && !clean && <FaultList draft={verdict.draft} faults={verdict.faults} onGo={go} />}
        {asFile ? (
          <FileView editing={editing} onDone={() => setAsFile(false)} />
        ) : (
          <div className={styles.panes}>
            <DraftOutline editing={editing} />
            <Inspector editing={editing} target={target} onReached={reached} indexKind={props.indexKind} />
          </div>
        )}
      </div>
    </Page>
  );
}

/** Undo is heard wherever the focus is: the fields show the draft, so its way back is theirs. */
function useUndoKeys({ undo, redo }: DraftEditing, on: boolean) {
  const act = useEffectEvent((event: KeyboardEvent) => {
    if (!on || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  });
  useEffect(() => {
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  }, []);
}

type StateProps = {
  readonly editing: DraftEditing;
  readonly listing: boolean;
  readonly onList: (open: boolean) => void;
};

/** In one line: how many faults, and whether anything is not saved yet. */
function State({ editing, listing, onList }: StateProps) {
  const { text, language } = useLanguage();
  const { scorecardEditor: words } = text;
  const { verdict, changed } = editing;
  const count = verdict.faults.length;
  return (
    <div className={styles.state}>
      <span role="status">
        {count === 0 ? (
          <StatusMark meaning="safe" word={words.clean} />
        ) : (
          <StatusMark meaning="lost" word={words.faults(printNumber(`${count}`, language))} />
        )}
      </span>
      {count > 0 && (
        <Button variant="subtle" size="compact-sm" aria-expanded={listing} onClick={() => onList(!listing)}>
          {words.showFaults}
        </Button>
      )}
      <span className={styles.unsaved}>{changed ? words.unsaved : words.same}</span>
    </div>
  );
}
