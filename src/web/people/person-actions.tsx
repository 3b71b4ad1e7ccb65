import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import type { PersonWhole } from '../../domain/organization/people-contract.ts';
import type { PersonAction } from '../../domain/organization/policy.ts';
import { api } from '../api/client.ts';
import { useText } from '../ui/language.tsx';
import { AppointForm } from './forms/appoint-form.tsx';
import { CorrectForm } from './forms/correct-form.tsx';
import { DelegateForm } from './forms/delegate-form.tsx';
import { GrantForm } from './forms/grant-form.tsx';
import { InviteForm } from './forms/invite-form.tsx';
import { LeaveForm } from './forms/leave-form.tsx';
import { ResetTotpForm } from './forms/reset-totp-form.tsx';
import styles from './people.module.css';

/** A form about one person: told what came of it in one sentence. */
export type PersonFormProps = {
  readonly person: PersonWhole;
  readonly label: string;
  readonly onDone: (said: string) => Promise<void>;
  readonly onCancel: () => void;
};

const FORMS: Record<PersonAction, ComponentType<PersonFormProps>> = {
  invite: InviteForm,
  assign: GrantForm,
  delegate: DelegateForm,
  correct: CorrectForm,
  appoint: AppointForm,
  reset_totp: ResetTotpForm,
  end: LeaveForm,
};

const ORDER: readonly PersonAction[] = [
  'invite',
  'assign',
  'delegate',
  'appoint',
  'correct',
  'reset_totp',
  'end',
];

/** What the server allows with this person, and the form of the one that was chosen. */
export function PersonActions({ person }: { readonly person: PersonWhole }) {
  const { identity } = useText();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<PersonAction>();
  const names: Record<PersonAction, string> = {
    invite: identity.invite,
    assign: identity.grant,
    delegate: identity.delegate,
    appoint: identity.appoint,
    correct: identity.correct,
    reset_totp: identity.resetTotp,
    end: identity.endPerson,
  };
  const done = async (said: string) => {
    await queries.invalidateQueries({ queryKey: api.people.key() });
    notifications.show({ message: said });
    setDoing(undefined);
  };
  const allowed = ORDER.filter((action) => person.allowed.includes(action));
  if (doing !== undefined) {
    const Form = FORMS[doing];
    return (
      <section className={styles.form} aria-label={names[doing]}>
        <h2>{names[doing]}</h2>
        <Form person={person} label={names[doing]} onDone={done} onCancel={() => setDoing(undefined)} />
      </section>
    );
  }
  if (allowed.length === 0) return null;
  return (
    <div className={styles.actions}>
      {allowed.map((action) => (
        <Button key={action} variant="default" onClick={() => setDoing(action)}>
          {names[action]}
        </Button>
      ))}
    </div>
  );
}
