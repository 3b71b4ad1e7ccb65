import { FileInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import type { FileLine } from '../../domain/files/contract.ts';
import { api } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { ServerForm } from '../api/server-form.tsx';
import { useDraft } from '../ui/fields/draft.ts';
import { useText } from '../ui/language.tsx';
import { sendVersion } from './transfer.ts';

type VersionFormProps = {
  /** The version in force. */
  readonly file: FileLine;
  readonly onDone: (fileId: string) => void;
  readonly onClose: () => void;
};

/** New contents for a document, and why. */
export function VersionForm({ file, onDone, onClose }: VersionFormProps) {
  const { documents, shell } = useText();
  const queries = useQueryClient();
  const { values, set } = useDraft<{ file: File | null; reason: string }>({ file: null, reason: '' });
  const command = useCommand(
    ({ file: chosen, reason }: typeof values) =>
      sendVersion(file.fileId, chosen ?? new File([], ' '), reason),
    async ({ fileId, versionNo }) => {
      await queries.invalidateQueries({ queryKey: api.files.key() });
      notifications.show({
        message: documents.versionAdded(`${versionNo}`),
        closeButtonProps: { 'aria-label': shell.close },
      });
      onDone(fileId);
    },
  );
  return (
    <ServerForm
      label={documents.addVersion}
      lead={documents.addVersionLead}
      submit={documents.addVersion}
      command={command}
      input={values}
      onCancel={onClose}
    >
      {(at) => (
        <>
          <FileInput
            label={documents.file}
            required
            placeholder={documents.chooseFile}
            value={values.file}
            onChange={(chosen) => set('file', chosen)}
            error={at('file') ?? at('name')}
          />
          <TextInput
            label={documents.reason}
            description={documents.reasonHint}
            required
            value={values.reason}
            onChange={(event) => set('reason', event.currentTarget.value)}
            error={at('reason')}
          />
        </>
      )}
    </ServerForm>
  );
}
