import { FileInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { printNumber } from '../../../text/numbers.ts';
import { api } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { SheetFaults } from '../../api/sheet-faults.tsx';
import { DayField } from '../../ui/fields/day-field.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useLanguage } from '../../ui/language.tsx';
import { FatesTable } from './fates-table.tsx';
import {
  type FileOutcome,
  fetchFaultSheet,
  type InvitationFile,
  sendInvitations,
  templateAddress,
} from './invitation-file.ts';

/** The list as a workbook: each row's fate first, and only a sheet without faults is taken. */
export function FileForm() {
  const { text, language } = useLanguage();
  const { identity, organization, shell } = text;
  const queries = useQueryClient();
  const { values, set } = useDraft<{ file: File | null; from: string }>({ file: null, from: '' });
  const [answer, setAnswer] = useState<{ readonly sent: InvitationFile; readonly said: FileOutcome }>();
  const sheet = { file: values.file ?? new File([], ''), from: values.from, language };
  const said = answer?.sent.file === sheet.file && answer.sent.from === sheet.from ? answer.said : undefined;
  const ready = said !== undefined && said.faults.length === 0 && said.rows.length > 0;
  const count = printNumber(`${said?.rows.length ?? 0}`, language);
  const command = useCommand(
    async (sent: InvitationFile) => ({ sent, said: await sendInvitations(sent) }),
    async (output) => {
      setAnswer(output);
      if (!output.said.done) return;
      await queries.invalidateQueries({ queryKey: api.people.key() });
      notifications.show({
        message: identity.invitedAll(printNumber(`${output.said.rows.length}`, language)),
        closeButtonProps: { 'aria-label': shell.close },
      });
    },
  );
  return (
    <>
      {said?.done !== true && (
        <ServerForm
          label={identity.inviteSheet}
          lead={identity.inviteFileLead}
          submit={ready ? identity.inviteAll(count) : identity.checkSheet}
          command={command}
          input={{ ...sheet, dryRun: !ready }}
        >
          {(at) => (
            <>
              <a href={templateAddress(language)} download>
                {organization.template}
              </a>
              <FileInput
                label={organization.file}
                required
                accept=".xlsx"
                leftSection={<FileSpreadsheet size={16} aria-hidden="true" />}
                placeholder={organization.chooseFile}
                value={values.file}
                onChange={(chosen) => set('file', chosen)}
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
      {said !== undefined && said.faults.length > 0 && (
        <SheetFaults
          faults={said.faults}
          fileName={sheet.file.name}
          fetchSheet={() => fetchFaultSheet({ ...sheet, dryRun: true })}
        />
      )}
      {said !== undefined && said.rows.length > 0 && (
        <FatesTable
          rows={said.rows}
          answer={{ done: said.done, rows: said.rows.map((row) => ({ ...row, faults: [] })) }}
        />
      )}
    </>
  );
}
