import { Button, CopyButton } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { useText } from '../../ui/language.tsx';
import styles from '../people.module.css';
import type { PersonFormProps } from '../person-actions.tsx';

/** Sends the link that becomes an account; without mail, shows it so that it can be handed over. */
export function InviteForm({ person, label, onDone, onCancel }: PersonFormProps) {
  const { identity, shell } = useText();
  const [link, setLink] = useState<string>();
  const invited = identity.invited(person.email ?? person.name);
  const command = useCommand(client.accounts.invite, (answer) =>
    answer.link === null ? onDone(invited) : setLink(answer.link),
  );
  if (link !== undefined)
    return (
      <>
        <p>{identity.inviteLink}</p>
        <p className={styles.link}>{link}</p>
        <div className={styles.actions}>
          <CopyButton value={link}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? shell.copied : shell.copy}</Button>}
          </CopyButton>
          <Button variant="default" onClick={onCancel}>
            {shell.close}
          </Button>
        </div>
      </>
    );
  return (
    <ServerForm
      label={label}
      lead={identity.inviteLead}
      submit={label}
      command={command}
      input={{ personId: person.personId }}
      onCancel={onCancel}
    />
  );
}
