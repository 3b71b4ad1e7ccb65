import { Anchor, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { client } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { ServerForm } from '../api/server-form.tsx';
import { ChoiceField } from '../ui/fields/choice-field.tsx';
import { useDraft } from '../ui/fields/draft.ts';
import { useText } from '../ui/language.tsx';
import { Door } from './door.tsx';
import { tenantOfPage } from './tenant-of-page.ts';
import { TotpStep } from './totp-step.tsx';

/** E-mail and password, then the code of the second factor where the account has one. */
export function SignInPage() {
  const { identity } = useText();
  const router = useRouter();
  const queries = useQueryClient();
  const { next } = useSearch({ from: '/sign-in' });
  const [owed, setOwed] = useState(false);
  const enter = async () => {
    queries.clear();
    await router.invalidate();
    router.history.push(`/app${next ?? '/'}`);
  };
  if (owed) return <TotpStep onDone={enter} onBack={() => setOwed(false)} />;
  return (
    <Door title={identity.signIn} lead={identity.signInLead}>
      <PasswordStep onDone={(step) => (step === 'totp' ? setOwed(true) : enter())} />
      <Anchor component={Link} to="/forgot-password">
        {identity.forgot}
      </Anchor>
    </Door>
  );
}

function PasswordStep({ onDone }: { readonly onDone: (next: 'done' | 'totp') => void }) {
  const { identity } = useText();
  const { values, set } = useDraft({ email: '', password: '' });
  const demo = useMemo(tenantOfPage, [])?.demo;
  const command = useCommand(client.session.signIn, ({ next }) => onDone(next));
  return (
    <ServerForm label={identity.signIn} submit={identity.signIn} command={command} input={values}>
      {(at) => (
        <>
          {demo !== undefined && (
            <ChoiceField
              label={identity.demoAccounts}
              description={identity.demoAccountsLead}
              choices={demo.accounts.map(({ email, name, title, role }) => ({
                value: email,
                label: `${identity.roleNames[role]}: ${name}, ${title}`,
              }))}
              value={demo.accounts.some(({ email }) => email === values.email) ? values.email : ''}
              onChange={(email) => {
                set('email', email);
                set('password', demo.password);
              }}
            />
          )}
          <TextInput
            label={identity.email}
            type="email"
            autoComplete="username"
            autoFocus
            value={values.email}
            onChange={(event) => set('email', event.currentTarget.value)}
            error={at('email')}
          />
          <PasswordInput
            label={identity.password}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': identity.showPassword }}
            value={values.password}
            onChange={(event) => set('password', event.currentTarget.value)}
            error={at('password')}
          />
        </>
      )}
    </ServerForm>
  );
}
