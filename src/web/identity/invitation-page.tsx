import { Anchor } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { api, client } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { failureOf } from '../api/failure.ts';
import { ServerForm } from '../api/server-form.tsx';
import { useDraft } from '../ui/fields/draft.ts';
import { useText } from '../ui/language.tsx';
import { ErrorState, LoadingLines } from '../ui/notice.tsx';
import { Door } from './door.tsx';
import { NewPasswordField } from './new-password-field.tsx';

/** Where an invitation leads: for whom it is, and the password that makes it an account. */
export function InvitationPage() {
  const { identity, shell } = useText();
  const { token } = useParams({ from: '/invitation/$token' });
  const invitation = useQuery(api.invitations.get.queryOptions({ input: { token }, retry: false }));
  if (invitation.isPending)
    return (
      <Door title={identity.accept}>
        <LoadingLines lines={4} />
      </Door>
    );
  if (invitation.isError) {
    const { code } = failureOf(invitation.error);
    const dead = code === 'not_found' || code === 'invalid_input';
    return (
      <Door title={identity.linkDead}>
        <ErrorState sentence={dead ? identity.linkDeadBody : shell.refused[code]} />
        <Anchor component={Link} to="/sign-in">
          {identity.backToSignIn}
        </Anchor>
      </Door>
    );
  }
  const { name, email, unitName } = invitation.data;
  return (
    <Door title={identity.accept} lead={identity.acceptLead}>
      <dl>
        <dt>{identity.person}</dt>
        <dd>{name}</dd>
        <dt>{identity.email}</dt>
        <dd>{email}</dd>
        <dt>{identity.unit}</dt>
        <dd>{unitName}</dd>
      </dl>
      <AcceptForm token={token} />
    </Door>
  );
}

function AcceptForm({ token }: { readonly token: string }) {
  const { identity } = useText();
  const { values, set } = useDraft({ password: '' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const command = useCommand(client.invitations.accept, () => {
    queries.clear();
    return navigate({ to: '/' });
  });
  return (
    <ServerForm
      label={identity.accept}
      submit={identity.acceptDo}
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
  );
}
