import { SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Back } from '../../ui/back.tsx';
import { useText } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { FileForm } from './file-form.tsx';
import { PasteForm } from './paste-form.tsx';

/** Invitations for a whole list, such as one person for each of 120 communes: checked first, then all or none. */
export function InviteSheetPage() {
  const { identity } = useText();
  const [way, setWay] = useState('file');
  return (
    <Page
      title={identity.inviteSheet}
      actions={
        <Link to="/people">
          <Back to={identity.people} />
        </Link>
      }
    >
      <SegmentedControl
        aria-label={identity.inviteWay}
        data={[
          { value: 'file', label: identity.byFile },
          { value: 'paste', label: identity.byPaste },
        ]}
        value={way}
        onChange={setWay}
        style={{ alignSelf: 'flex-start' }}
      />
      {way === 'file' ? <FileForm /> : <PasteForm />}
    </Page>
  );
}
