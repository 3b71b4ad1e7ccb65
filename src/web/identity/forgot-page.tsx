import { Anchor, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { ServerForm } from '../api/server-form.tsx';
import { useDraft } from '../ui/fields/draft.ts';
import { useText } from '../ui/language.tsx';
import { Door } from './door.tsx';

/** Asks for a link to set a new password; the answer does not tell whether the account exists. */
export function ForgotPage() {
  const { identity } = useText();
  const { values, set } = useDraft({ email: '' });
  const [sent, setSent] = useState(false);
  const command = useCommand(client.passwords.forgot, () => setSent(true));
  return (
    <Door title={identity.forgot} lead={sent ? identity.forgotSent : identity.forgotLead}>
      {!sent && (
        <ServerForm label={identity.forgot} submit={identity.forgotSend} command={command} input={values}>
          {(at) => (
            <TextInput
              label={identity.email}
              type="email"
              autoComplete="username"
              autoFocus
              value={values.email}
              onChange={(event) => set('email', event.currentTarget.value)}
              error={at('email')}
            />
          )}
        </ServerForm>
      )}
      <Anchor component={Link} to="/sign-in">
        {identity.backToSignIn}
      </Anchor>
    </Door>
  );
}
