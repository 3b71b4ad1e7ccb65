import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { writeJson } from '../../../../domain/kernel/json.ts';
import { IndexKind, ScorecardId } from '../../../../domain/par-index/campaign/scorecard-record.ts';
import type { ScorecardWhole } from '../../../../domain/par-index/contract.ts';
import { HEAD } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { SCORECARD_FORMAT } from '../../../../domain/par-index/scorecard/fields.ts';
import { api, client } from '../../../api/client.ts';
import { type Command, useCommand } from '../../../api/command.ts';
import { failureOf } from '../../../api/failure.ts';
import { useMe } from '../../../app/session.ts';
import { Back } from '../../../ui/back.tsx';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { sayFault } from '../../../ui/fields/say.ts';
import { useText } from '../../../ui/language.tsx';
import { ErrorState, LoadingLines } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { scorecardWhole } from '../../queries.ts';
import { Conflict } from './conflict.tsx';
import { DraftEditor } from './draft-editor.tsx';
import editorStyles from './editor.module.css';
import { draftOf } from './judge.ts';
import { workKey } from './kept-work.ts';
import { type DraftEditing, useDraftEditor } from './use-draft-editor.ts';

/** A draft of a scorecard in work. */
export function EditScorecardPage() {
  const { parIndex, scorecardEditor, shell } = useText();
  const { scorecardId } = useParams({ from: '/inside/scorecards/$scorecardId/edit' });
  const found = useQuery(scorecardWhole(ScorecardId.parse(scorecardId)));
  const [first, setFirst] = useState<ScorecardWhole>();
  if (found.data !== undefined && first?.scorecardId !== found.data.scorecardId && !found.isFetching) {
    setFirst(found.data);
  }
  const refused = found.isError
    ? shell.refused[failureOf(found.error).code]
    : first !== undefined && !first.allowed.includes('edit') && scorecardEditor.notAllowed;
  if (refused !== false) {
    return (
      <Page title={parIndex.edit}>
        <ErrorState sentence={refused} />
        <BackLink scorecardId={scorecardId} />
      </Page>
    );
  }
  if (first === undefined || found.data === undefined) return <LoadingLines lines={14} />;
  return <EditDraft key={first.scorecardId} first={first} whole={found.data} />;
}

type EditDraftProps = {
  /** As it was when the work began, and as it is now. */
  readonly first: ScorecardWhole;
  readonly whole: ScorecardWhole;
};

function EditDraft({ first, whole }: EditDraftProps) {
  const { scorecardEditor: words, shell } = useText();
  const queries = useQueryClient();
  const editing = useDraftEditor(workKey(useMe().person.personId, first.scorecardId), first);
  const command = useCommand(client.scorecards.save, async (saved) => {
    editing.rebase({ document: saved.document, revision: saved.revision });
    notifications.show({ message: words.saved, closeButtonProps: { 'aria-label': shell.close } });
    await queries.invalidateQueries({ queryKey: api.scorecards.key() });
  });
  const { failure } = command;
  useEffect(() => {
    if (failure === 'conflict') queries.invalidateQueries({ queryKey: api.scorecards.key() });
  }, [failure, queries]);
  const stale = whole.revision > editing.base.revision;
  const save = (document: string) =>
    command.run({ scorecardId: first.scorecardId, document, revision: editing.base.revision });
  return (
    <DraftEditor
      title={words.title}
      lead={whole.name}
      editing={editing}
      back={<BackLink scorecardId={first.scorecardId} />}
      busy={command.busy}
      onSave={save}
      held={stale}
      notice={
        <>
          {stale ? (
            <Conflict editing={editing} theirs={whole} onSettled={command.reset} />
          ) : (
            <Refusal command={command} />
          )}
          {editing.restored && editing.changed && !stale && <Restored editing={editing} />}
        </>
      }
    />
  );
}

const BEGUN = {
  format: SCORECARD_FORMAT,
  code: '',
  name: '',
  total: '100',
  rounding: { leaf: { decimals: 2, mode: 'half_up' }, index: { decimals: 2, mode: 'half_up' } },
  criteria: [{ code: '1', name: '', max: '100' }],
};

/** A scorecard from nothing: stored for the first time when nothing is wrong with it. */
export function NewScorecardPage() {
  const { parIndex, scorecardEditor: words, shell } = useText();
  const [indexKind, setIndexKind] = useState<string>('cchc');
  const [begun] = useState(() => writeJson({ ...BEGUN, year: new Date().getFullYear() }));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const editing = useDraftEditor(workKey(useMe().person.personId, 'new'), { document: begun, revision: 0 });
  const command = useCommand(client.scorecards.import, async ({ scorecardId }) => {
    editing.release();
    await queries.invalidateQueries({ queryKey: api.scorecards.key() });
    notifications.show({ message: words.saved, closeButtonProps: { 'aria-label': shell.close } });
    await navigate({ to: '/scorecards/$scorecardId/edit', params: { scorecardId }, replace: true });
  });
  const kind = IndexKind.catch('cchc').parse(indexKind);
  return (
    <DraftEditor
      title={words.newTitle}
      lead={words.newLead}
      editing={editing}
      back={<BackLink />}
      busy={command.busy}
      onSave={(document) => command.run({ indexKind: kind, document })}
      notice={
        <>
          <Refusal command={command} />
          {editing.restored && editing.changed && <Restored editing={editing} />}
        </>
      }
      indexKind={
        <ChoiceField
          label={words.indexKind}
          choices={IndexKind.options.map((value) => ({ value, label: parIndex.indexKinds[value] }))}
          value={indexKind}
          onChange={setIndexKind}
          required
        />
      }
    />
  );
}

function BackLink({ scorecardId }: { readonly scorecardId?: string }) {
  const { parIndex, scorecardEditor } = useText();
  if (scorecardId === undefined) {
    return (
      <Link to="/scorecards">
        <Back to={parIndex.scorecards} />
      </Link>
    );
  }
  return (
    <Link to="/scorecards/$scorecardId" params={{ scorecardId }}>
      <Back to={scorecardEditor.backToScorecard} />
    </Link>
  );
}

type RefusalProps = {
  readonly command: Pick<Command<never>, 'failure' | 'faults'>;
};

/** Why the last try to save was refused; the draft stays as it is. */
function Refusal({ command }: RefusalProps) {
  const { shell, faults: sentences } = useText();
  const { failure, faults } = command;
  if (failure === undefined) return null;
  const reasons = faults.map((fault) => sayFault(fault, sentences));
  const sentence = reasons.length > 0 ? reasons.join('. ') : shell.refused[failure];
  return <ErrorState sentence={sentence} />;
}

/** Work of before a reload is here again, and can be dropped. */
function Restored({ editing }: { readonly editing: DraftEditing }) {
  const { scorecardEditor: words } = useText();
  return (
    <div className={editorStyles.restored} role="status">
      {words.restored}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => editing.go({ draft: draftOf(editing.base.document), current: HEAD })}
      >
        {words.dropRestored}
      </Button>
    </div>
  );
}
