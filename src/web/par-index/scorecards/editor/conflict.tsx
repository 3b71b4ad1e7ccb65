import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { ScorecardWhole } from '../../../../domain/par-index/contract.ts';
import { compareScorecards } from '../../../../domain/par-index/scorecard/compare.ts';
import { HEAD } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { mergeDrafts } from '../../../../domain/par-index/scorecard/draft/merge.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { download } from '../../../ui/downloads/download.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { ChangesTable } from '../changes-table.tsx';
import { readDocument } from '../read-document.ts';
import styles from './editor.module.css';
import { draftOf } from './judge.ts';
import type { DraftEditing } from './use-draft-editor.ts';

type ConflictProps = {
  readonly editing: DraftEditing;
  readonly theirs: ScorecardWhole;
  readonly onSettled: () => void;
};

/** Somebody else saved meanwhile: what they changed, and the ways on. Nothing of one's own is lost on any of them. */
export function Conflict({ editing, theirs, onSettled }: ConflictProps) {
  const { text, language } = useLanguage();
  const { scorecardEditor: words } = text;
  const { base, draft } = editing;
  const changes = useMemo(() => changesBetween(base.document, theirs.document), [base, theirs.document]);
  const merged = useMemo(
    () => mergeDrafts(draftOf(base.document), draft, draftOf(theirs.document)),
    [base.document, draft, theirs.document],
  );
  const saveCopy = () =>
    download(new Blob([editing.verdict.text], { type: 'application/json' }), `${theirs.code}.json`);
  const rebase = () => {
    editing.rebase({ document: theirs.document, revision: theirs.revision });
    onSettled();
  };
  const open = theirs.status === 'draft';
  return (
    <section role="alert" className={styles.conflict} aria-label={words.conflictTitle}>
      <h2>{words.conflictTitle}</h2>
      <p>{open ? words.conflictLead : words.conflictIssued}</p>
      {open && (
        <ChangesTable
          changes={changes}
          before={base.document}
          after={theirs.document}
          empty={<p>{words.noTheirChanges}</p>}
        />
      )}
      {open && merged !== undefined && <p>{words.mergeLead(printNumber(`${merged.clashes}`, language))}</p>}
      <div className={styles.actions}>
        {open && merged !== undefined && (
          <Button
            onClick={() => {
              editing.go({ draft: merged.draft, current: HEAD });
              rebase();
            }}
          >
            {words.merge}
          </Button>
        )}
        {open && (
          <>
            <Button variant="default" onClick={rebase}>
              {words.keepMine}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                editing.go({ draft: draftOf(theirs.document), current: HEAD });
                rebase();
              }}
            >
              {words.takeTheirs}
            </Button>
          </>
        )}
        <Button variant="subtle" color="gray" onClick={saveCopy}>
          {words.download}
        </Button>
      </div>
      {open && <p className={styles.note}>{words.afterConflict}</p>}
    </section>
  );
}

function changesBetween(before: string, after: string) {
  const [from, to] = [readDocument(before).scorecard, readDocument(after).scorecard];
  return from && to ? compareScorecards(from, to) : [];
}
