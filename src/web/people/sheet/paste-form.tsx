import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { printNumber } from '../../../text/numbers.ts';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { DayField } from '../../ui/fields/day-field.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useLanguage } from '../../ui/language.tsx';
import { FatesTable, type InviteSheetAnswer } from './fates-table.tsx';
import { readPasted } from './pasted.ts';
import { TITLES } from './titles.ts';

/** The list as cells copied out of a spreadsheet. */
export function PasteForm() {
  const { text, language } = useLanguage();
  const { identity } = text;
  const queries = useQueryClient();
  const { values, set } = useDraft({ pasted: '', from: '' });
  const [answer, setAnswer] = useState<{ readonly about: string; readonly said: InviteSheetAnswer }>();
  const rows = useMemo(() => readPasted(values.pasted, TITLES), [values.pasted]);
  const about = JSON.stringify([rows, values.from]);
  const said = answer?.about === about ? answer.said : undefined;
  const ready = said?.rows.every(({ fate }) => fate === 'invited') ?? false;
  const count = printNumber(`${rows.length}`, language);
  const command = useCommand(client.accounts.inviteSheet, async (output) => {
    setAnswer({ about, said: output });
    if (!output.done) return;
    await queries.invalidateQueries({ queryKey: api.people.key() });
    notifications.show({ message: identity.invitedAll(count) });
  });
  return (
    <>
      {said?.done !== true && (
        <ServerForm
          label={identity.inviteSheet}
          lead={identity.inviteSheetLead}
          submit={ready ? identity.inviteAll(count) : identity.checkSheet}
          command={command}
          input={{ rows, from: values.from, dryRun: !ready }}
        >
          {(at) => (
            <>
              <Textarea
                label={identity.pastedRows}
                description={identity.rowsRead(count)}
                required
                autosize
                minRows={5}
                maxRows={14}
                wrap="off"
                value={values.pasted}
                onChange={(event) => set('pasted', event.currentTarget.value)}
                error={at('rows')}
              />
              <DayField
                label={identity.from}
                required
                value={values.from}
                onChange={(from) => set('from', from)}
                error={at('from')}
              />
            </>
          )}
        </ServerForm>
      )}
      {said !== undefined && <FatesTable rows={rows} answer={said} />}
    </>
  );
}
