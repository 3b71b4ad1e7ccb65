import { TextInput } from '@mantine/core';
import { client } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { ServerForm } from '../api/server-form.tsx';
import { useDraft } from '../ui/fields/draft.ts';
import { useText } from '../ui/language.tsx';
import { Door } from './door.tsx';

/** The second step of signing in. */
export function TotpStep({ onDone, onBack }: { readonly onDone: () => void; readonly onBack: () => void }) {
  const { identity } = useText();
  const { values, set } = useDraft({ code: '' });
  const command = useCommand(client.session.verifyTotp, onDone);
  return (
    <Door title={identity.totpStep} lead={identity.totpLead}>
      <ServerForm
        label={identity.totpStep}
        submit={identity.totpConfirm}
        command={command}
        input={values}
        onCancel={onBack}
      >
        {(at) => (
          <TotpField
            label={identity.totpCode}
            backup
            value={values.code}
            onChange={(code) => set('code', code)}
            error={at('code')}
          />
        )}
      </ServerForm>
      <p>{identity.totpLost}</p>
    </Door>
  );
}

/** Six digits as an authenticator shows them. */
export function TotpField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly error?: string | undefined;
  /** Takes a backup code too, which has letters. */
  readonly backup?: boolean;
}) {
  return (
    <TextInput
      label={props.label}
      inputMode={props.backup ? 'text' : 'numeric'}
      autoComplete="one-time-code"
      autoFocus
      maxLength={props.backup ? 11 : 7}
      w="10rem"
      value={props.value}
      onChange={(event) =>
        props.onChange(event.currentTarget.value.replace(props.backup ? /\s/g : /\D/g, ''))
      }
      error={props.error}
    />
  );
}
