import { Anchor } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { ServerForm } from '../api/server-form.tsx';
import { useDraft } from '../ui/fields/draft.ts';
import { useText } from '../ui/language.tsx';
import { Door } from './door.tsx';
import { NewPasswordField } from './new-password-field.tsx';

/** Where the link of a forgotten password leads. */
export function ResetPage() {
  const { identity } = useText();
  const { token } = useSearch({ from: '/reset-password' });
  const { values, set } = useDraft({ password: '' });
  const [done, setDone] = useState(false);
  const command = useCommand(client.passwords.reset, () => setDone(true));
  return (
    <Door title={identity.reset} lead={done ? identity.resetDone : identity.resetLead}>
      {!done && (
        <ServerForm
          label={identity.reset}
          submit={identity.reset}
          command={command}
          input={{ token, password: values.password }}
        >
          {(at) => (
            <NewPasswordField
              value={values.password}
              onChange={(password) => set('password', password)}
              error={at('password')}
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
