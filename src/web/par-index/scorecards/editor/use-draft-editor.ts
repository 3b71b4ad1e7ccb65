import { useBlocker } from '@tanstack/react-router';
import {
  type Dispatch,
  type SetStateAction,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Draft, HEAD } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import {
  advance,
  begin,
  goTo,
  type History,
  redo,
  undo,
} from '../../../../domain/par-index/scorecard/draft/history.ts';
import type { Moment } from '../../../../domain/par-index/scorecard/draft/outline.ts';
import { useText } from '../../../ui/language.tsx';
import { draftOf, judge } from './judge.ts';
import { keepWork, keptWork } from './kept-work.ts';

/** A document as it is stored; a new one is stored nowhere and has revision 0. */
export type Stored = { readonly document: string; readonly revision: number };

/** Criteria ever made in a draft up to which it is judged with every letter; a larger one when there is time. */
const JUDGED_AT_ONCE = 400;

/**
 * A draft in work, its way back, its faults, and its safety: unsaved work outlives a reload, and is asked about when one
 * leaves. `base` is what the work was begun on; it differs from `stored` when somebody else saved meanwhile.
 */
export function useDraftEditor(key: string, stored: Stored) {
  const { scorecardEditor } = useText();
  const safe = useRef(false);
  const [kept] = useState(() => keptWork(key));
  const [base, setBase] = useState<Stored>(() =>
    kept === undefined ? stored : { document: kept.base, revision: kept.revision },
  );
  const [history, setHistory] = useState(() =>
    begin({ draft: draftOf(kept?.document ?? stored.document), current: HEAD }),
  );
  const [walking, setWalking] = useState(false);
  const [ways] = useState(() => waysOf(setHistory, setWalking));
  const { draft, current } = history.now;
  const later = useDeferredValue(draft);
  const judged = draft.next > JUDGED_AT_ONCE ? later : draft;
  const verdict = useMemo(() => judge(judged), [judged]);
  const begun = useMemo(() => judge(draftOf(base.document)).text, [base.document]);
  const changed = verdict.text !== begun;

  useEffect(() => {
    const work = { document: verdict.text, base: base.document, revision: base.revision };
    keepWork(key, changed ? work : undefined);
  }, [key, changed, verdict.text, base]);
  const blocking = changed || draft !== judged;
  useBlocker({
    shouldBlockFn: () => blocking && !safe.current && !window.confirm(scorecardEditor.leave),
    enableBeforeUnload: () => blocking && !safe.current,
  });
  return {
    draft,
    current,
    /** The work came to where it is by the keys of the tree, which may go on at once. */
    walking,
    verdict,
    changed,
    /** The verdict is that of the draft as it stands. */
    settled: draft === judged,
    restored: kept !== undefined,
    base,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    ...ways,
    /** From here on the work is measured against what is stored now. */
    rebase: (now: Stored) => setBase(now),
    /** The work is safe: leaving asks nothing. */
    release: () => {
      safe.current = true;
      keepWork(key, undefined);
    },
  };
}

/** What can be done with a draft; the same functions as long as it is in work. */
function waysOf(set: Dispatch<SetStateAction<History>>, setWalking: (walking: boolean) => void) {
  return {
    select: (id: number, walking = false) => {
      setWalking(walking);
      set((known) => goTo(known, id));
    },
    /** One step on; letters typed one after the other into the same place are one step. */
    change: (next: Draft, touched?: string) =>
      set((known) => advance(known, { draft: next, current: known.now.current }, touched)),
    go: (moment: Moment) => set((known) => advance(known, moment)),
    undo: () => set(undo),
    redo: () => set(redo),
  };
}

export type DraftEditing = ReturnType<typeof useDraftEditor>;

/** What a form of the draft needs of it. */
export type DraftForm = Pick<DraftEditing, 'draft' | 'change'>;
