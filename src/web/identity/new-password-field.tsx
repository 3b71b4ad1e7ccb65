import { PasswordInput } from '@mantine/core';
import { useText } from '../ui/language.tsx';

/** A password to be kept from now on. */
export function NewPasswordField(props: {
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly error?: string | undefined;
}) {
  const { identity } = useText();
  return (
    <PasswordInput
      label={identity.newPassword}
      description={identity.newPasswordHint}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': identity.showPassword }}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      error={props.error}
    />
  );
}
