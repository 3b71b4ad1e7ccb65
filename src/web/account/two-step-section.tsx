import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { api, client } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { ServerForm } from '../api/server-form.tsx';
import { TotpField } from '../identity/totp-step.tsx';
import styles from '../people/people.module.css';
import { useDraft } from '../ui/fields/draft.ts';
import { useText } from '../ui/language.tsx';
import { Section } from '../ui/page.tsx';
import { StatusMark } from '../ui/status-mark.tsx';

type Enrollment = { readonly uri: string; readonly backupCodes: readonly string[] };

/** Turning the second factor on takes the password, then a code that proves the phone has the key. */
export function TwoStepSection({ on }: { readonly on: boolean }) {
  const { identity } = useText();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [enrollment, setEnrollment] = useState<Enrollment>();
  const finish = async (said: string) => {
    await queries.invalidateQueries({ queryKey: api.me.key() });
    setAsked(false);
    setEnrollment(undefined);
    notifications.show({ message: said });
  };
  return (
    <Section title={identity.twoStep}>
      <StatusMark meaning={on ? 'safe' : 'unknown'} word={on ? identity.twoStepOn : identity.twoStepOff} />
      <p className={styles.note}>{identity.twoStepLead}</p>
      {!asked && (
        <div>
          <Button variant="default" onClick={() => setAsked(true)}>
            {on ? identity.twoStepTurnOff : identity.twoStepTurnOn}
          </Button>
        </div>
      )}
      {asked && on && (
        <DisableForm onDone={() => finish(identity.twoStepGone)} onCancel={() => setAsked(false)} />
      )}
      {asked && !on && enrollment === undefined && (
        <EnrollForm onDone={setEnrollment} onCancel={() => setAsked(false)} />
      )}
      {enrollment !== undefined && (
        <ConfirmForm enrollment={enrollment} onDone={() => finish(identity.twoStepDone)} />
      )}
    </Section>
  );
}

type PasswordFormProps<Output> = {
  readonly onDone: (output: Output) => void;
  readonly onCancel: () => void;
};

function EnrollForm({ onDone, onCancel }: PasswordFormProps<Enrollment>) {
  const { identity } = useText();
  const { values, set } = useDraft({ password: '' });
  const command = useCommand(client.totp.enroll, onDone);
  return (
    <ServerForm
      label={identity.twoStepTurnOn}
      submit={identity.twoStepTurnOn}
      command={command}
      input={values}
      onCancel={onCancel}
    >
      {(at) => (
        <CurrentPassword
          value={values.password}
          onChange={(password) => set('password', password)}
          error={at('password')}
        />
      )}
    </ServerForm>
  );
}

function DisableForm({ onDone, onCancel }: PasswordFormProps<unknown>) {
  const { identity } = useText();
  const { values, set } = useDraft({ password: '' });
  const command = useCommand(client.totp.disable, onDone);
  return (
    <ServerForm
      danger
      label={identity.twoStepTurnOff}
      submit={identity.twoStepTurnOff}
      command={command}
      input={values}
      onCancel={onCancel}
    >
      {(at) => (
        <CurrentPassword
          value={values.password}
          onChange={(password) => set('password', password)}
          error={at('password')}
        />
      )}
    </ServerForm>
  );
}

function ConfirmForm({
  enrollment,
  onDone,
}: {
  readonly enrollment: Enrollment;
  readonly onDone: () => void;
}) {
  const { identity } = useText();
  const { values, set } = useDraft({ code: '' });
  const command = useCommand(client.totp.confirm, onDone);
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(enrollment.uri))}`;
  const secret = new URL(enrollment.uri).searchParams.get('secret') ?? '';
  return (
    <ServerForm
      label={identity.twoStep}
      lead={identity.twoStepScan}
      submit={identity.totpConfirm}
      command={command}
      input={values}
    >
      {(at) => (
        <>
          <img className={styles.qr} src={picture} alt={identity.qrLabel} />
          <div>
            {identity.twoStepSecret}: <span className={styles.link}>{secret}</span>
          </div>
          {enrollment.backupCodes.length > 0 && (
            <div>
              <h3>{identity.backupCodes}</h3>
              <p className={styles.note}>{identity.backupCodesLead}</p>
              <ul className={styles.codes}>
                {enrollment.backupCodes.map((code) => (
                  <li key={code}>{code}</li>
                ))}
              </ul>
            </div>
          )}
          <TotpField
            label={identity.totpCode}
            value={values.code}
            onChange={(code) => set('code', code)}
            error={at('code')}
          />
        </>
      )}
    </ServerForm>
  );
}

function CurrentPassword(props: {
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: string | undefined;
}) {
  const { identity } = useText();
  return (
    <PasswordInput
      label={identity.currentPassword}
      autoComplete="current-password"
      visibilityToggleButtonProps={{ 'aria-label': identity.showPassword }}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      error={props.error}
    />
  );
}
