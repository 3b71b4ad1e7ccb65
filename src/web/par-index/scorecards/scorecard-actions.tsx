import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, useState } from 'react';
import type { ScorecardAction } from '../../../domain/par-index/campaign/policy.ts';
import type { ScorecardWhole } from '../../../domain/par-index/contract.ts';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { useText } from '../../ui/language.tsx';
import { IssueForm } from './forms/issue-form.tsx';
import { OpenPeriodForm } from './forms/open-period-form.tsx';
import styles from './scorecards.module.css';

/** A form that does one thing with a scorecard, and says in one sentence that it is done. */
export type ScorecardFormProps = {
  readonly whole: ScorecardWhole;
  readonly onDone: (said: string) => Promise<void>;
  readonly onCancel: () => void;
};

type Shown = Exclude<ScorecardAction, 'publish'>;

/** Editing has a page of its own. */
const FORMS: Record<Exclude<Shown, 'edit'>, ComponentType<ScorecardFormProps>> = {
  issue: IssueForm,
  open_period: OpenPeriodForm,
  copy: CopyForm,
};

const SHOWN: readonly Shown[] = ['issue', 'edit', 'open_period', 'copy'];

/** What the server allows with this scorecard, and the form of what was chosen. */
export function ScorecardActions({ whole }: { readonly whole: ScorecardWhole }) {
  const { parIndex } = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<keyof typeof FORMS>();
  const done = async (said: string) => {
    await queries.invalidateQueries({ queryKey: api.scorecards.key() });
    notifications.show({ message: said });
    setDoing(undefined);
  };
  const edit = () =>
    navigate({ to: '/scorecards/$scorecardId/edit', params: { scorecardId: whole.scorecardId } });
  const names: Record<Shown, string> = {
    edit: parIndex.edit,
    issue: parIndex.issue,
    open_period: parIndex.openPeriod,
    copy: parIndex.copy,
  };
  const allowed = SHOWN.filter((action) => whole.allowed.includes(action));
  if (doing !== undefined) {
    const Form = FORMS[doing];
    return (
      <section className={styles.form} aria-label={names[doing]}>
        <h2>{names[doing]}</h2>
        <Form whole={whole} onDone={done} onCancel={() => setDoing(undefined)} />
      </section>
    );
  }
  if (allowed.length === 0) return null;
  return (
    <div className={styles.actions}>
      {allowed.map((action, position) => (
        <Button
          key={action}
          variant={position === 0 ? 'filled' : 'default'}
          onClick={() => (action === 'edit' ? edit() : setDoing(action))}
        >
          {names[action]}
        </Button>
      ))}
    </div>
  );
}

function CopyForm({ whole, onDone, onCancel }: ScorecardFormProps) {
  const { parIndex } = useText();
  const navigate = useNavigate();
  const command = useCommand(client.scorecards.copy, async ({ scorecardId }) => {
    await onDone(parIndex.saved);
    await navigate({ to: '/scorecards/$scorecardId', params: { scorecardId } });
  });
  return (
    <ServerForm
      label={parIndex.copy}
      lead={parIndex.copyLead}
      submit={parIndex.copy}
      command={command}
      input={{ scorecardId: whole.scorecardId }}
      onCancel={onCancel}
    />
  );
}
