import { PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { client } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { ServerForm } from '../api/server-form.tsx';
import { useMe } from '../app/session.ts';
import { NewPasswordField } from '../identity/new-password-field.tsx';
import { useDraft } from '../ui/fields/draft.ts';
import { useText } from '../ui/language.tsx';
import { Page, Section } from '../ui/page.tsx';
import { SessionsTable } from './sessions-table.tsx';
import { TwoStepSection } from './two-step-section.tsx';

/** What a person can do about their own account. */
export function AccountPage() {
  const { identity } = useText();
  const me = useMe();
  return (
    <Page title={identity.account} lead={`${me.person.name} · ${me.account.email}`}>
      <SessionsTable />
      <TwoStepSection on={me.account.totp} />
      <Section title={identity.changePassword}>
        <ChangePasswordForm />
      </Section>
    </Page>
  );
}

function ChangePasswordForm() {
  const { identity } = useText();
  const queries = useQueryClient();
  const { values, set } = useDraft({ current: '', next: '' });
  const command = useCommand(client.passwords.change, async () => {
    set('current', '');
    set('next', '');
    notifications.show({ message: identity.passwordChanged });
    await queries.invalidateQueries();
  });
  return (
    <ServerForm
      label={identity.changePassword}
      submit={identity.changePassword}
      command={command}
      input={values}
    >
      {(at) => (
        <>
          <PasswordInput
            label={identity.currentPassword}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': identity.showPassword }}
            value={values.current}
            onChange={(event) => set('current', event.currentTarget.value)}
            error={at('current')}
          />
          <NewPasswordField value={values.next} onChange={(next) => set('next', next)} error={at('next')} />
        </>
      )}
    </ServerForm>
  );
}
